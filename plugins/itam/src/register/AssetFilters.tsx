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

import { Button, Checkbox, SearchField, Select } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../translation';
import { FilterOption } from './filterOptions';
import { AssetFilterName, AssetsQueryState } from './useAssetsQuery';

const SEARCHABLE_FROM = 8;
const TYPING_PAUSE_MS = 300;

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    gap: 'var(--bui-space-3)',
    alignItems: 'end',
  },
  search: { gridColumn: 'span 2' },
});

/** What narrows the list of assets down; every choice goes to the address. */
export const AssetFilters = (props: {
  state: AssetsQueryState;
  options: Partial<Record<AssetFilterName, FilterOption[]>>;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { state, options } = props;
  const [text, setText] = useTypedSearch(state);

  return (
    <div
      role="search"
      aria-label={t('register.list.filters')}
      className={classes.filters}
    >
      <SearchField
        className={classes.search}
        label={t('register.list.search')}
        placeholder={t('register.list.searchPlaceholder')}
        size="small"
        value={text}
        onChange={setText}
      />
      {filterNames(options).map(name => (
        <Select
          key={name}
          label={t(`register.field.${name}`)}
          placeholder={t('register.list.any')}
          selectionMode="multiple"
          size="small"
          search={(options[name]?.length ?? 0) >= SEARCHABLE_FROM || undefined}
          options={options[name]?.map(({ value, label }) => ({
            id: value,
            label,
          }))}
          value={state.query.values[name]}
          onChange={keys => state.choose(name, keys.map(String))}
        />
      ))}
      <Checkbox
        isSelected={state.query.disputed}
        onChange={state.chooseDisputed}
      >
        {t('register.list.disputed')}
      </Checkbox>
      {state.isFiltered && (
        <div>
          <Button variant="secondary" size="small" onPress={state.clear}>
            {t('register.list.clear')}
          </Button>
        </div>
      )}
    </div>
  );
};

const shownOrder: AssetFilterName[] = [
  'category',
  'type',
  'status',
  'owner',
  'environment',
  'provider',
  'source',
];

function filterNames(options: Partial<Record<AssetFilterName, unknown>>) {
  return shownOrder.filter(name => options[name]);
}

/** The text typed; it becomes the search once typing pauses. */
function useTypedSearch({ query, search }: AssetsQueryState) {
  const [text, setText] = useState(query.search);
  const sent = useRef(query.search);

  useEffect(() => {
    if (query.search !== sent.current) {
      sent.current = query.search;
      setText(query.search);
    }
  }, [query.search]);

  useEffect(() => {
    if (text === sent.current) {
      return undefined;
    }
    const timer = setTimeout(() => {
      sent.current = text;
      search(text);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, search]);

  return [text, setText] as const;
}
