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

import { Button, SearchField, Select } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { historyActions, historyTimes } from '@itam/plugin-itam-common';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../translation';
import { DayField } from './DayField';
import { isFiltering, noFilter, ShownFilter } from './historyFilter';

const TYPING_PAUSE_MS = 300;

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    gap: 'var(--bui-space-3)',
    alignItems: 'end',
  },
});

/** What narrows the history of an asset down: what, who and when. */
export const HistoryFilters = (props: {
  filter: ShownFilter;
  onChange: (filter: ShownFilter) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { filter, onChange } = props;
  const change = (changed: Partial<ShownFilter>) =>
    onChange({ ...filter, ...changed });
  const [actor, setActor] = useTyped(filter.actor, typed =>
    change({ actor: typed }),
  );
  return (
    <div
      role="search"
      aria-label={t('history.filter.title')}
      className={classes.filters}
    >
      <Select
        label={t('history.filter.action')}
        placeholder={t('history.filter.any')}
        selectionMode="multiple"
        size="small"
        options={historyActions.map(action => ({
          id: action,
          label: t(`history.action.${action}`),
        }))}
        value={filter.actions}
        onChange={keys =>
          change({
            actions: historyActions.filter(action => keys.includes(action)),
          })
        }
      />
      <SearchField
        label={t('history.filter.actor')}
        placeholder={t('history.filter.actorHint')}
        size="small"
        value={actor}
        onChange={setActor}
      />
      <DayField
        label={t('history.filter.from')}
        value={filter.from}
        onChange={from => change({ from })}
      />
      <DayField
        label={t('history.filter.to')}
        value={filter.to}
        onChange={to => change({ to })}
      />
      {(filter.from || filter.to) && (
        <Select
          label={t('history.filter.time')}
          size="small"
          options={historyTimes.map(time => ({
            id: time,
            label: t(`history.filter.${time}`),
          }))}
          value={filter.time}
          onChange={key =>
            change({ time: historyTimes.find(time => time === key) })
          }
        />
      )}
      {isFiltering(filter) && (
        <div>
          <Button
            variant="secondary"
            size="small"
            onPress={() => onChange(noFilter)}
          >
            {t('history.filter.clear')}
          </Button>
        </div>
      )}
    </div>
  );
};

/** The text typed; it becomes the filter once typing pauses. */
function useTyped(value: string, settle: (typed: string) => void) {
  const [text, setText] = useState(value);
  const latest = useRef(settle);
  latest.current = settle;

  useEffect(() => setText(value), [value]);

  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);

  return [text, setText] as const;
}
