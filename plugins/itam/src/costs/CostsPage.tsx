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

import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Button,
  ButtonLink,
  Container,
  Flex,
  Header,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { CostGroup, CostReport } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { discoveryRouteRef } from '../routes';
import {
  MoreButton,
  Nothing,
  Pages,
  PageTitle,
  Problem,
  Quiet,
  Waiting,
} from '../shared';
import { useTexts } from '../translation';
import { CostFilterBar } from './CostFilterBar';
import { CostFilters, shownGroupings } from './costFilters';
import { CostNotices } from './CostNotices';
import { CurrencySection } from './CurrencySection';
import { lensesOf } from './lens';
import { RatesSection } from './RatesSection';
import { StatementsSection } from './StatementsSection';
import { useCostReport } from './useCostReport';
import { CostsQueryState, useCostsQuery } from './useCostsQuery';
import { useStatements } from './useStatements';

/** What services, teams and assets cost. */
export const CostsPage = () => {
  const { t } = useTexts();
  const state = useCostsQuery();
  const pages = useCostReport(state.query);
  const { page: report, error, reload } = pages;
  const currencies = useMemo(
    () => [
      ...new Set([
        ...(report?.total.costs.map(({ currency }) => currency) ?? []),
        ...(state.query.currency ? [state.query.currency] : []),
      ]),
    ],
    [report, state.query.currency],
  );
  return (
    <>
      <PageTitle name={t('costs.title')} />
      <Header title={t('costs.title')} description={t('costs.introduction')} />
      <Container mb="6">
        <Flex direction="column" gap="4">
          <CostFilterBar state={state} shown={report} currencies={currencies} />
          {!report && error && <Problem error={error} onRetry={reload} />}
          {!report && !error && <Waiting lines={8} />}
          {report && (
            <LoadedCosts pages={pages} report={report} state={state} />
          )}
        </Flex>
      </Container>
    </>
  );
};

function LoadedCosts(props: {
  pages: Pages<CostGroup, CostReport>;
  report: CostReport;
  state: CostsQueryState;
}) {
  const { t } = useTexts();
  const { pages, report, state } = props;
  const { query } = state;
  const { from, to, total } = report;
  const statements = useStatements({ from, to, source: query.filters.source });
  const lenses = useMemo(
    () => lensesOf(total, query.view),
    [total, query.view],
  );
  return (
    <>
      <CostNotices
        report={report}
        statements={statements.items}
        convert={query.currency !== undefined}
      />
      {lenses.length === 0 ? (
        <NoCosts state={state} />
      ) : (
        <>
          <GroupingChoice state={state} />
          {lenses.length > 1 && (
            <Quiet as="p">{t('costs.currency.apartHint')}</Quiet>
          )}
          {lenses.map(lens => (
            <CurrencySection
              key={lens.currency}
              report={report}
              groups={pages.items}
              query={query}
              lens={lens}
            />
          ))}
          {pages.readMore && (
            <Flex align="center" gap="3">
              <MoreButton pages={pages} />
              <Quiet variant="body-small">{t('costs.group.more')}</Quiet>
            </Flex>
          )}
          {pages.error && <Problem error={pages.error} />}
        </>
      )}
      {ofWholeBills(query.filters) && <StatementsSection pages={statements} />}
      <RatesSection onImported={pages.reload} />
    </>
  );
}

/** Sums of files say nothing of a part of them. */
function ofWholeBills(filters: CostFilters): boolean {
  return Object.keys(filters).every(name => name === 'source');
}

function GroupingChoice(props: { state: CostsQueryState }) {
  const { t } = useTexts();
  const { query, change } = props.state;
  return (
    <ToggleButtonGroup
      aria-label={t('costs.group.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[query.groupBy]}
      onSelectionChange={keys => change({ group: [...keys].join('') })}
    >
      {shownGroupings.map(grouping => (
        <ToggleButton key={grouping} id={grouping} size="small">
          {t(`costs.group.${grouping}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function NoCosts(props: { state: CostsQueryState }) {
  const { t } = useTexts();
  const discoveryPath = useRouteRef(discoveryRouteRef);
  const { query, clear } = props.state;
  const narrowed =
    'from' in query.span || Object.keys(query.filters).length > 0;
  return narrowed ? (
    <Nothing
      title={t('costs.empty.filteredTitle')}
      hint={t('costs.empty.filteredHint')}
      action={
        <Button variant="secondary" size="small" onPress={clear}>
          {t('costs.empty.clear')}
        </Button>
      }
    />
  ) : (
    <Nothing
      title={t('costs.empty.title')}
      hint={t('costs.empty.hint')}
      action={
        <ButtonLink variant="secondary" size="small" href={discoveryPath()}>
          {t('costs.empty.action')}
        </ButtonLink>
      }
    />
  );
}
