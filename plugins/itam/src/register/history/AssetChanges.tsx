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

import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { PageList } from '../../shared';
import { useTexts } from '../../translation';
import { HistoryEntry } from './HistoryEntry';
import { isFiltering, noFilter } from './historyFilter';
import { HistoryFilters } from './HistoryFilters';
import { useAssetHistory } from './useAssetHistory';

const useStyles = makeStyles({
  timeline: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    borderLeft: '2px solid var(--bui-border-2)',
  },
  entry: {
    position: 'relative',
    padding: '0 0 var(--bui-space-4) var(--bui-space-4)',
    '&::before': {
      content: '""',
      position: 'absolute',
      left: -6,
      top: 5,
      width: 10,
      height: 10,
      borderRadius: '50%',
      background: 'var(--bui-fg-primary)',
    },
  },
});

/** The changes of an asset, newest first: who, when, from what to what. */
export const AssetChanges = (props: {
  asset: { id: string; version: number };
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const [filter, setFilter] = useState(noFilter);
  const pages = useAssetHistory(props.asset, filter);
  return (
    <>
      <HistoryFilters filter={filter} onChange={setFilter} />
      <PageList
        pages={pages}
        empty={t(
          isFiltering(filter) ? 'history.nothingFound' : 'history.empty',
        )}
      >
        {entries => (
          <ol className={classes.timeline}>
            {entries.map(entry => (
              <li key={entry.id} className={classes.entry}>
                <HistoryEntry entry={entry} />
              </li>
            ))}
          </ol>
        )}
      </PageList>
    </>
  );
};
