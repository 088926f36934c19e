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

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, Container, Flex, Header, Text } from '@backstage/ui';
import { PageTitle } from '../shared';
import { useTexts } from '../translation';
import { EntityAssetsTable, RegisterTable } from './AssetsTable';
import { NewAssetButton } from './create';
import { useAssetsQuery } from './useAssetsQuery';

/** The register as a list. */
export const AssetsPage = () => {
  const { t } = useTexts();
  const state = useAssetsQuery();
  const { entityRef } = state.query;
  return (
    <>
      <PageTitle name={t('register.list.title')} />
      <Header
        title={t('register.list.title')}
        customActions={<NewAssetButton />}
      />
      <Container>
        {entityRef ? (
          <Flex direction="column" gap="4">
            <Flex align="center" gap="2">
              <Text>{t('register.list.ofEntity')}</Text>
              <EntityRefLink entityRef={entityRef} />
              <Button
                variant="tertiary"
                size="small"
                onPress={state.leaveEntity}
              >
                {t('register.list.leaveEntity')}
              </Button>
            </Flex>
            <EntityAssetsTable
              key={entityRef}
              state={state}
              entityRef={entityRef}
            />
          </Flex>
        ) : (
          <RegisterTable state={state} />
        )}
      </Container>
    </>
  );
};
