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

import { Button, Text } from '@backstage/ui';
import { Discrepancy } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { ActorName, useLineStyles } from '../lifecycle';
import {
  momentText,
  PageList,
  Quiet,
  Section,
  valueText,
  words,
} from '../shared';
import { useTexts } from '../translation';
import { ResolveDialog } from './ResolveDialog';
import { useDiscrepancies } from './useDiscrepancies';

/** What people and checks say against the record of an asset. */
export const DiscrepancyList = (props: {
  assetId: string;
  count: number;
  onChanged: () => void;
}) => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const pages = useDiscrepancies(props.assetId, props.count);
  const [resolving, setResolving] = useState<Discrepancy>();
  return (
    <Section title={t('custody.discrepancy.title')}>
      <PageList pages={pages} empty={t('custody.discrepancy.none')}>
        {items => (
          <ul
            className={classes.lines}
            aria-label={t('custody.discrepancy.title')}
          >
            {items.map(item => (
              <li key={item.id} className={classes.line}>
                <div className={classes.words}>
                  <DiscrepancyWords discrepancy={item} />
                </div>
                {item.allowed.includes('resolve') && (
                  <Button
                    size="small"
                    variant="secondary"
                    aria-label={t('custody.discrepancy.resolveOf', {
                      what: titleOf(item),
                    })}
                    onPress={() => setResolving(item)}
                  >
                    {t('custody.discrepancy.resolve')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </PageList>
      {resolving && (
        <ResolveDialog
          discrepancy={resolving}
          title={titleOf(resolving)}
          onDone={() => {
            pages.reload();
            props.onChanged();
          }}
          onClose={() => setResolving(undefined)}
        />
      )}
    </Section>
  );
};

function DiscrepancyWords(props: { discrepancy: Discrepancy }) {
  const { t } = useTexts();
  const { discrepancy } = props;
  const { registered, observed, note } = discrepancy;
  const texts = { yes: t('shared.value.yes'), no: t('shared.value.no') };
  const said = [
    registered !== undefined &&
      t('custody.discrepancy.registered', {
        value: valueText(registered, texts) ?? t('shared.answer.none'),
      }),
    observed !== undefined &&
      t('custody.discrepancy.observed', {
        value: valueText(observed, texts) ?? t('shared.answer.none'),
      }),
  ].filter(Boolean);
  return (
    <>
      <Text weight="bold">{titleOf(discrepancy)}</Text>
      {said.length > 0 && <Text as="div">{said.join(' · ')}</Text>}
      {note && (
        <Text as="div" variant="body-small">
          {note}
        </Text>
      )}
      <Quiet as="div" variant="body-small">
        {momentText(discrepancy.openedAt)} · {t('custody.by')}{' '}
        <ActorName actor={discrepancy.openedBy} />
      </Quiet>
    </>
  );
}

function titleOf({ class: kind, field }: Discrepancy): string {
  return field ? `${words(kind)}: ${words(field)}` : words(kind);
}
