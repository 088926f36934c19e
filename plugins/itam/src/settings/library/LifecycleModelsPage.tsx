/*
 * Copyright 2026 The IT asset management for Backstage authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useRouteRef } from '@backstage/core-plugin-api';
import { Flex, Link } from '@backstage/ui';
import { LifecyclePicture } from '../../lifecycle/LifecyclePicture';
import { stageColumns } from '../../lifecycle/stageColumns';
import { lifecycleModelRouteRef } from '../../routes';
import { PageList, Quiet, Section } from '../../shared';
import { useTexts } from '../../translation';
import { SettingsPage } from '../SettingsFrame';
import { useLifecycleModels } from './useLibrary';

/** Every lifecycle model as a picture. */
export const LifecycleModelsPage = () => {
  const { t } = useTexts();
  const modelPath = useRouteRef(lifecycleModelRouteRef);
  const pages = useLifecycleModels();
  return (
    <SettingsPage
      title={t('settings.page.lifecycleModels')}
      description={t('settings.models.introduction')}
    >
      <PageList pages={pages} empty={t('settings.models.empty')}>
        {models => (
          <Flex direction="column" gap="4">
            {models.map(model => (
              <Section
                key={model.id}
                title={model.title}
                actions={
                  <Link href={modelPath({ id: model.id })}>
                    {t('settings.models.open', { title: model.title })}
                  </Link>
                }
              >
                <Quiet as="p" variant="body-small">
                  {t('settings.models.version', {
                    version: String(model.version),
                  })}
                </Quiet>
                <LifecyclePicture columns={stageColumns(model, '', [])} />
              </Section>
            ))}
          </Flex>
        )}
      </PageList>
    </SettingsPage>
  );
};
