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

import {
  EntityRefLink,
  EntityRefLinks,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Alert, Button, ButtonLink, Container } from '@backstage/ui';
import { AssetDetail } from '@itam/plugin-itam-common';
import { useState } from 'react';
import {
  likelyTransitions,
  StatusChip,
  Transitions,
  WantedTransition,
} from '../lifecycle';
import { useNames } from '../names';
import { PageHeader } from '../shared';
import { useTexts } from '../translation';
import { EditAssetDialog } from './EditAssetDialog';

const QUICK_ACTIONS = 2;

/** Name, status and owner of an asset, and what can be done with it. */
export const AssetHeader = (props: {
  asset: AssetDetail;
  /** What is possible now, once known. */
  transitions?: Transitions;
  onWant: (wanted: WantedTransition) => void;
  onChanged: () => void;
}) => {
  const { t } = useTexts();
  const entityPath = useEntityRefLink();
  const [editing, setEditing] = useState(false);
  const { typeTitle, status } = useNames();
  const { asset, transitions, onWant, onChanged } = props;
  const quick =
    transitions && asset.allowed.includes('transition')
      ? likelyTransitions(transitions, transitions.items, QUICK_ACTIONS)
      : [];
  return (
    <>
      <PageHeader
        title={asset.name}
        tags={[{ label: asset.tag }, { label: typeTitle(asset.type) }]}
        metadata={[
          {
            label: t('register.field.status'),
            value: (
              <StatusChip
                status={asset.status}
                stage={asset.stage}
                title={status(asset.type, asset.status).title}
              />
            ),
          },
          {
            label: t('register.field.stage'),
            value: t(`lifecycle.stage.${asset.stage}`),
          },
          ...(asset.flags && asset.flags.length > 0
            ? [
                {
                  label: t('register.field.flags'),
                  value: asset.flags
                    .map(flag => t(`register.flag.${flag}`))
                    .join(', '),
                },
              ]
            : []),
          {
            label: t('register.field.owner'),
            value: asset.owner ? (
              <EntityRefLink entityRef={asset.owner} />
            ) : (
              t('register.list.noOwner')
            ),
          },
          {
            label: t('register.field.supports'),
            value:
              asset.supports.length > 0 ? (
                <EntityRefLinks entityRefs={asset.supports} />
              ) : (
                t('shared.answer.none')
              ),
          },
        ]}
        customActions={
          <>
            {asset.publishedAs && (
              <ButtonLink
                variant="secondary"
                href={entityPath(asset.publishedAs)}
              >
                {t('register.asset.openEntity')}
              </ButtonLink>
            )}
            {quick.map(item => (
              <Button
                key={item.id}
                variant={item.allowed ? 'primary' : 'secondary'}
                onPress={() => onWant({ item })}
              >
                {item.title}
              </Button>
            ))}
            {asset.allowed.includes('update') && (
              <Button variant="secondary" onPress={() => setEditing(true)}>
                {t('register.asset.edit')}
              </Button>
            )}
          </>
        }
      />
      {asset.publicationError && (
        <Container mb="4">
          <Alert
            status="warning"
            icon
            title={t(
              asset.publishedAs
                ? 'register.asset.notUpdated'
                : 'register.asset.notPublished',
              { reason: asset.publicationError },
            )}
          />
        </Container>
      )}
      {editing && (
        <EditAssetDialog
          asset={asset}
          onChanged={onChanged}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
};
