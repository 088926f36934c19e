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
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { AssetDetail } from '@itam/plugin-itam-common';
import { PageList, Quiet, Section } from '../shared';
import { useTexts } from '../translation';
import { DueText } from './DueText';
import { OpenFactActions } from './OpenFactActions';
import { useOpenFacts } from './useOpenFacts';

export const useLineStyles = makeStyles({
  lines: { listStyle: 'none', margin: 0, padding: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: 'var(--bui-space-2) var(--bui-space-4)',
    padding: 'var(--bui-space-3) 0',
    '& + &': { borderTop: '1px solid var(--bui-border-1)' },
  },
  words: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
});

/** What the asset still owes: facts and documents that have to follow. */
export const OpenFactsSection = (props: {
  asset: AssetDetail;
  onChanged: () => void;
}) => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const { asset, onChanged } = props;
  const pages = useOpenFacts({ asset: asset.id }, asset.version);
  return (
    <Section title={t('lifecycle.openFacts.title')}>
      <PageList pages={pages} empty={t('lifecycle.openFacts.none')}>
        {items => (
          <ul className={classes.lines}>
            {items.map(open => (
              <li key={open.id} className={classes.line}>
                <div className={classes.words}>
                  <Text weight="bold">{open.title}</Text>{' '}
                  <DueText open={open} />
                  <Quiet as="div" variant="body-small">
                    {open.what}
                    {open.assignee && (
                      <>
                        {' · '}
                        <EntityRefLink entityRef={open.assignee} />
                      </>
                    )}
                  </Quiet>
                </div>
                {asset.allowed.includes('transition') && (
                  <OpenFactActions
                    open={open}
                    asset={asset}
                    onChanged={() => {
                      pages.reload();
                      onChanged();
                    }}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </PageList>
    </Section>
  );
};
