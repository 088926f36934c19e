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
import { ButtonIcon, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import {
  chargeCategories,
  unattributedReasons,
} from '@itam/plugin-itam-common';
import { useNames } from '../names';
import { useTexts } from '../translation';
import { costFilterNames, CostFilters, scopeKind } from './costFilters';
import { isEntityRef, NOBODY } from './labels';
import { useEntityNames } from './useEntityNames';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 'var(--bui-space-2)',
    listStyle: 'none',
    margin: 'var(--bui-space-2) 0 0',
    padding: 0,
  },
  filter: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 'var(--bui-space-1)',
    padding: '2px 2px 2px var(--bui-space-2)',
    border: '1px solid var(--bui-border-2)',
    borderRadius: 'var(--bui-radius-2)',
  },
});

const chosenNames = [...costFilterNames, 'asset', 'reason'] as const;

/** What costs and their lines can be narrowed down by. */
export type ChosenName = (typeof chosenNames)[number];

/** What is shown only, each with a way to leave it. */
export const ChosenFilters = (props: {
  filters: CostFilters & { asset?: string; reason?: string };
  onRemove: (name: ChosenName) => void;
  /** How the asset is called, once known. */
  assetName?: string;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { filters, onRemove, assetName } = props;
  const chosen = chosenNames.filter(name => filters[name]);
  if (chosen.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label={t('costs.filter.label')}>
      {chosen.map(name => (
        <li key={name} className={classes.filter}>
          <Text variant="body-small">
            {name === 'scope' ? (
              <ScopeText scope={filters.scope ?? ''} />
            ) : (
              <>
                {t(`costs.filter.${name}`)}:{' '}
                {name === 'asset' && assetName ? (
                  assetName
                ) : (
                  <FilterValue name={name} value={filters[name] ?? ''} />
                )}
              </>
            )}
          </Text>
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<CloseIcon fontSize="small" />}
            aria-label={t('costs.filter.remove', {
              filter: t(`costs.filter.${name}`),
            })}
            onPress={() => onRemove(name)}
          />
        </li>
      ))}
    </ul>
  );
};

/** Whose costs are shown, in words, leading to the page they belong to. */
function ScopeText(props: { scope: string }) {
  const { t } = useTexts();
  const { scope } = props;
  const name = useEntityNames([scope])(scope);
  const text = t(`costs.scope.${scopeKind(scope)}`, { name });
  return isEntityRef(scope) ? (
    <EntityRefLink entityRef={scope}>{text}</EntityRefLink>
  ) : (
    <>{text}</>
  );
}

function FilterValue(props: { name: ChosenName; value: string }) {
  const { t } = useTexts();
  const { sourceTitle } = useNames();
  const { name, value } = props;
  switch (name) {
    case 'entity':
    case 'owner':
      if (value === NOBODY) {
        return <>{t('costs.filter.nobody')}</>;
      }
      return isEntityRef(value) ? (
        <EntityRefLink entityRef={value} />
      ) : (
        <>{value}</>
      );
    case 'category': {
      const known = chargeCategories.find(category => category === value);
      return <>{known ? t(`costs.category.${known}`) : value}</>;
    }
    case 'reason': {
      const known = unattributedReasons.find(reason => reason === value);
      return <>{known ? t(`costs.unattributed.reason.${known}`) : value}</>;
    }
    case 'source':
      return <>{sourceTitle(value)}</>;
    case 'correction':
      return (
        <>{value === 'true' ? t('costs.filter.yes') : t('costs.filter.no')}</>
      );
    default:
      return <>{value}</>;
  }
}
