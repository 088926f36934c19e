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

import { Select, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { addMonths } from '@itam/plugin-itam-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { ChosenFilters } from './ChosenFilters';
import { CostView, costViews } from './lens';
import { monthText } from './text';
import { APART, CostsQueryState, SPANS } from './useCostsQuery';

const MONTHS_OFFERED = 36;
const OWN = 'own';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 'var(--bui-space-3)',
    alignItems: 'end',
    '& > *': { flex: '0 1 220px', minWidth: 150 },
  },
  hint: { margin: 'var(--bui-space-2) 0 0' },
  view: { display: 'flex', flexDirection: 'column', gap: 'var(--bui-space-2)' },
});

/** What the page of costs shows: months, currency and view. */
export const CostFilterBar = (props: {
  state: CostsQueryState;
  /** The months shown, once known. */
  shown?: { from: string; to: string };
  /** The currencies there are charges in, once known. */
  currencies: string[];
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { state, shown, currencies } = props;
  const { query, change } = state;
  return (
    <div role="search" aria-label={t('costs.title')}>
      <div className={classes.bar}>
        <MonthsChoice state={state} shown={shown} />
        {currencies.length > 0 && (
          <Select
            label={t('costs.currency.label')}
            size="small"
            options={[
              { id: APART, label: t('costs.currency.apart') },
              ...currencies.map(currency => ({
                id: currency,
                label: t('costs.currency.together', { currency }),
              })),
            ]}
            value={query.currency ?? APART}
            onChange={key => change({ currency: String(key) })}
          />
        )}
        <ViewChoice
          view={query.view}
          onChange={view =>
            change({ view: view === 'effective' ? undefined : view })
          }
        />
      </div>
      <Quiet as="p" variant="body-small" className={classes.hint}>
        {t(`costs.view.${query.view}Hint`)}
      </Quiet>
      <ChosenFilters
        filters={query.filters}
        onRemove={name => change({ [name]: undefined })}
      />
    </div>
  );
};

function ViewChoice(props: {
  view: CostView;
  onChange: (view: CostView) => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <div className={classes.view}>
      <Text variant="body-small" aria-hidden="true">
        {t('costs.view.label')}
      </Text>
      <ToggleButtonGroup
        aria-label={t('costs.view.label')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[props.view]}
        onSelectionChange={keys =>
          props.onChange(keys.has('billed') ? 'billed' : 'effective')
        }
      >
        {costViews.map(view => (
          <ToggleButton key={view} id={view} size="small">
            {t(`costs.view.${view}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function MonthsChoice(props: {
  state: CostsQueryState;
  shown?: { from: string; to: string };
}) {
  const { t } = useTexts();
  const { query, change } = props.state;
  const { span } = query;
  const [choosing, setChoosing] = useState('from' in span);
  const own = 'from' in span ? span : undefined;
  const shown = own ?? props.shown;
  const latest = DateTime.now().toFormat('yyyy-MM');
  const offered = Array.from({ length: MONTHS_OFFERED }, (_, back) =>
    addMonths(latest, -back),
  ).map(month => ({ id: month, label: monthText(month) }));
  const choose = (from: string, to: string) =>
    change({
      months: undefined,
      from: from <= to ? from : to,
      to: from <= to ? to : from,
    });
  return (
    <>
      <Select
        label={t('costs.span.label')}
        size="small"
        options={[
          ...SPANS.map(months => ({
            id: String(months),
            label: t('costs.span.last', { months: String(months) }),
          })),
          { id: OWN, label: t('costs.span.own') },
        ]}
        value={choosing || 'from' in span ? OWN : String(span.last)}
        onChange={key => {
          setChoosing(key === OWN);
          if (key !== OWN) {
            change({ months: String(key), from: undefined, to: undefined });
          }
        }}
      />
      {choosing && shown && (
        <>
          <Select
            label={t('costs.span.from')}
            size="small"
            options={offered}
            value={shown.from}
            onChange={key => choose(String(key), shown.to)}
          />
          <Select
            label={t('costs.span.to')}
            size="small"
            options={offered}
            value={shown.to}
            onChange={key => choose(shown.from, String(key))}
          />
        </>
      )}
    </>
  );
}
