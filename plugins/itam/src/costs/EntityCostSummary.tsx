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

import { Flex, Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { addMonths, Costs, EntityCosts } from '@itam/plugin-itam-common';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { Amount } from './Amount';
import { ChangeText } from './ChangeText';
import { amountOfCosts, Lens, lensesOf, monthAmounts } from './lens';
import { RatesNote, useMissingRatesText } from './RatesNote';
import { Sparkline } from './Sparkline';
import { moneyText, monthText } from './text';
import { useCostLinks } from './useCostLinks';

const useStyles = makeStyles({
  currencies: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 'var(--bui-space-3) var(--bui-space-6)',
  },
  link: { display: 'inline-block', lineHeight: '24px' },
});

/** What an entity costs per month, how that moved, and where to see more. */
export const EntityCostSummary = (props: {
  costs: EntityCosts;
  entityRef: string;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const links = useCostLinks();
  const { costs, entityRef } = props;
  const { month, months, rates, missingRates } = costs;
  const missingText = useMissingRatesText(missingRates);
  const latest = months.find(at => at.month === month);
  const lenses = lensesSeen(latest, months);
  const charged = lenses.length > 0;
  return (
    <div>
      <Quiet as="h4" variant="body-small">
        {t('costs.card.title', { month: monthText(month) })}
      </Quiet>
      {!charged && (
        <>
          <Text as="p">{t('costs.card.noCharges')}</Text>
          <Quiet as="p" variant="body-small">
            {t('costs.card.noChargesHint')}
          </Quiet>
        </>
      )}
      <div className={classes.currencies}>
        {lenses.map(lens => (
          <MonthCost key={lens.currency} costs={costs} lens={lens} />
        ))}
      </div>
      {latest?.converted && <Originals costs={latest} />}
      {latest?.converted && (
        <RatesNote rates={rates.filter(rate => rate.month === month)} />
      )}
      {charged && !latest?.converted && missingRates.length > 0 && (
        <Quiet as="p" variant="body-small">
          {t('costs.currency.missing')}. {missingText}
        </Quiet>
      )}
      {charged && (
        <Link href={links.costs({ scope: entityRef })} className={classes.link}>
          {t('costs.card.showAll')}
        </Link>
      )}
    </div>
  );
};

/** The ways the last month is seen; those of earlier ones if it had nothing. */
function lensesSeen(latest: Costs | undefined, months: Costs[]): Lens[] {
  const charged = [...(latest ? [latest] : []), ...[...months].reverse()];
  const shown = charged.find(at => at.costs.length > 0);
  return shown ? lensesOf(shown, 'effective') : [];
}

function MonthCost(props: { costs: EntityCosts; lens: Lens }) {
  const { t } = useTexts();
  const { costs, lens } = props;
  const { month, months } = costs;
  const before = addMonths(month, -1);
  const amounts = monthAmounts(months, lens);
  const amount = amounts.get(month);
  const shown = months.map(at => at.month).filter(at => at <= month);
  return (
    <Flex direction="column" gap="1">
      <Flex align="end" gap="4">
        <Text variant="title-small" weight="bold">
          {amount === undefined ? (
            t('costs.card.nothing', { month: monthText(month) })
          ) : (
            <Amount amount={amount} currency={lens.currency} />
          )}
        </Text>
        <Sparkline months={shown} amounts={amounts} currency={lens.currency} />
      </Flex>
      <Text variant="body-small">
        <ChangeText
          before={amounts.get(before)}
          after={amount}
          currency={lens.currency}
          month={before}
        />
      </Text>
    </Flex>
  );
}

/** What a converted amount was before; nothing if it is the same. */
function Originals(props: { costs: Costs }) {
  const { costs, converted } = props.costs;
  const others = costs.filter(
    ({ currency }) => currency !== converted?.currency,
  );
  if (others.length === 0) {
    return null;
  }
  const texts = lensesOf({ costs }, 'effective').map(lens =>
    moneyText(amountOfCosts({ costs }, lens) ?? '0', lens.currency),
  );
  return <Quiet variant="body-small">{texts.join(' + ')}</Quiet>;
}
