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

import { Button, Flex } from '@backstage/ui';
import { HoldingItem } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { AssetLink, ListPage, StatusChip, useLineStyles } from '../lifecycle';
import { useNames } from '../names';
import { PageList, Quiet, Section } from '../shared';
import { useTexts } from '../translation';
import { SettleDialog } from './SettleDialog';
import { useHoldings } from './useLeavers';

/** What one person or team holds, and the step that hands it on. */
export const LeaverPage = () => {
  const { kind = '', namespace = '', name = '' } = useParams();
  const classes = useLineStyles();
  const { t } = useTexts();
  const path = { kind, namespace, name };
  const pages = useHoldings(path);
  const [settling, setSettling] = useState(false);
  const title = t('custody.leavers.holdings', { name });
  return (
    <ListPage title={title} hint={`${kind}:${namespace}/${name}`}>
      <Flex direction="column" mt="4">
        <Section
          title={title}
          actions={
            <Button
              size="small"
              isDisabled={pages.items.length === 0}
              onPress={() => setSettling(true)}
            >
              {t('custody.leavers.settle')}
            </Button>
          }
        >
          <PageList pages={pages} empty={t('custody.leavers.holdingsNone')}>
            {items => (
              <ul className={classes.lines} aria-label={title}>
                {items.map(item => (
                  <li key={item.assetId} className={classes.line}>
                    <HoldingLine item={item} />
                  </li>
                ))}
              </ul>
            )}
          </PageList>
        </Section>
      </Flex>
      {settling && (
        <SettleDialog
          path={path}
          onDone={pages.reload}
          onClose={() => setSettling(false)}
        />
      )}
    </ListPage>
  );
};

function HoldingLine(props: { item: HoldingItem }) {
  const classes = useLineStyles();
  const { t } = useTexts();
  const names = useNames();
  const { tag, name, type, status, as, heldBack } = props.item;
  return (
    <>
      <div className={classes.words}>
        <AssetLink tag={tag} name={name} />{' '}
        <StatusChip status={status} {...names.status(type, status)} />
        {heldBack && (
          <Quiet as="div" variant="body-small">
            {t('custody.heldBack', { reason: heldBack })}
          </Quiet>
        )}
      </div>
      <span>{as.map(part => t(`custody.leavers.as.${part}`)).join(', ')}</span>
    </>
  );
}
