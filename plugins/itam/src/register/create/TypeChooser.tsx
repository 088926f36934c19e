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

import { Flex, SearchField, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { assetCategorySchema, AssetTypeItem } from '@itam/plugin-itam-common';
import { useId, useState } from 'react';
import { Nothing, Problem, Quiet, Waiting, words } from '../../shared';
import { useTexts } from '../../translation';
import { useAssetTypes } from './useCreation';

const FACTS_NAMED = 5;

const useStyles = makeStyles({
  types: {
    listStyle: 'none',
    margin: 'var(--bui-space-2) 0 0',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    gap: 'var(--bui-space-2)',
  },
  type: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    height: '100%',
    textAlign: 'left',
    font: 'inherit',
    color: 'var(--bui-fg-primary)',
    background: 'var(--bui-bg-neutral-1, transparent)',
    border: '1px solid var(--bui-border-1)',
    borderRadius: 'var(--bui-radius-3)',
    padding: 'var(--bui-space-3)',
    cursor: 'pointer',
    '&:hover': { borderColor: 'currentColor' },
    '&:focus-visible': { outline: '2px solid currentColor' },
  },
});

/** The asset types by category, to be searched and chosen from. */
export const TypeChooser = (props: { onChoose: (type: string) => void }) => {
  const { t } = useTexts();
  const { value: types, error, reload } = useAssetTypes();
  const [search, setSearch] = useState('');
  if (error) {
    return <Problem error={error} onRetry={reload} />;
  }
  if (!types) {
    return <Waiting lines={8} />;
  }
  const found = types.filter(type => fits(type, search));
  return (
    <Flex direction="column" gap="5">
      <SearchField
        label={t('register.create.type')}
        placeholder={t('register.create.search')}
        value={search}
        onChange={setSearch}
      />
      {found.length === 0 && <Nothing title={t('register.create.noType')} />}
      {assetCategorySchema.options
        .map(category => ({
          category,
          members: found.filter(type => type.category === category),
        }))
        .filter(({ members }) => members.length > 0)
        .map(({ category, members }) => (
          <CategoryTypes
            key={category}
            title={t(`shared.category.${category}`)}
            types={members}
            onChoose={props.onChoose}
          />
        ))}
    </Flex>
  );
};

function CategoryTypes(props: {
  title: string;
  types: AssetTypeItem[];
  onChoose: (type: string) => void;
}) {
  const classes = useStyles();
  const id = useId();
  const { t } = useTexts();
  return (
    <div>
      <Text as="h2" id={id} variant="title-x-small" weight="bold">
        {props.title}
      </Text>
      <ul className={classes.types} aria-labelledby={id}>
        {props.types.map(type => (
          <li key={type.id}>
            <button
              type="button"
              className={classes.type}
              onClick={() => props.onChoose(type.id)}
            >
              <Text weight="bold">{type.title}</Text>
              <Quiet as="div" variant="body-small">
                {t(`register.create.unit.${type.unit}`)}{' '}
                {type.attributes.length > 0 &&
                  t('register.create.asks', { facts: factNames(type) })}
              </Quiet>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The first technical facts of a type, those needed before use in front. */
function factNames({ attributes }: AssetTypeItem): string {
  const names = [...attributes]
    .sort((one, other) => Number(other.required) - Number(one.required))
    .map(({ name }) => words(name));
  const more = names.length > FACTS_NAMED ? ', …' : '.';
  return `${names.slice(0, FACTS_NAMED).join(', ')}${more}`;
}

function fits({ id, title }: AssetTypeItem, search: string): boolean {
  const text = `${title} ${id} ${words(id)}`.toLocaleLowerCase('en-GB');
  return search
    .toLocaleLowerCase('en-GB')
    .split(/\s+/)
    .every(word => text.includes(word));
}
