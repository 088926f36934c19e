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

import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { addMonths, CostReport } from '@itam/plugin-itam-common';
import { ReactNode } from 'react';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { Amount } from './Amount';
import { ChangeText } from './ChangeText';
import { ShownGrouping } from './costFilters';
import { unattributedLines } from './groupRows';
import { amountOfCosts, Lens, monthAmounts, shareOf } from './lens';
import { monthText, percentText } from './text';
import { CostLinkTo, useCostLinks } from './useCostLinks';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: 'var(--bui-space-3) var(--bui-space-6)',
    margin: 0,
  },
  value: { margin: 0 },
});

/** The figures a reader wants first: the total, the last month, what is left. */
export const CostFiguresRow = (props: {
  report: CostReport;
  groupBy: ShownGrouping;
  lens: Lens;
  chosen: CostLinkTo;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const links = useCostLinks();
  const { report, groupBy, lens, chosen } = props;
  const { from, to, total, unattributed } = report;
  const whole = amountOfCosts(total, lens);
  const left = amountOfCosts(unattributed, lens);
  const share = shareOf(left, whole);
  const months = monthAmounts(total.months, lens);
  const before = addMonths(to, -1);
  return (
    <dl className={classes.figures}>
      <Figure
        label={t('costs.figure.total')}
        amount={whole}
        lens={lens}
        href={links.lines(chosen)}
        note={t('costs.span.text', {
          from: monthText(from, 'short'),
          to: monthText(to, 'short'),
        })}
      />
      <Figure
        label={t('costs.figure.lastMonth', { month: monthText(to) })}
        amount={months.get(to)}
        lens={lens}
        href={links.lines({ ...chosen, from: to })}
        note={
          before >= from && (
            <ChangeText
              before={months.get(before)}
              after={months.get(to)}
              currency={lens.currency}
              month={before}
            />
          )
        }
      />
      {left === undefined && !chosen.scope && (
        <Figure
          label={t('costs.figure.unattributed')}
          lens={lens}
          note={t('costs.figure.nothingUnattributed')}
        />
      )}
      {left !== undefined && (
        <Figure
          label={t('costs.figure.unattributed')}
          amount={left}
          lens={lens}
          href={links.lines({ ...chosen, ...unattributedLines(groupBy) })}
          note={
            share !== undefined &&
            t('costs.figure.ofTotal', { share: percentText(share) })
          }
        />
      )}
    </dl>
  );
};

function Figure(props: {
  label: string;
  amount?: string;
  lens: Lens;
  href?: string;
  note?: ReactNode;
}) {
  const classes = useStyles();
  const { label, amount, lens, href, note } = props;
  return (
    <div>
      <dt>
        <Quiet variant="body-small">{label}</Quiet>
      </dt>
      <dd className={classes.value}>
        <Text as="div" variant="title-small" weight="bold">
          <Amount
            amount={amount}
            currency={lens.currency}
            prominent
            lines={href ? { href, what: label } : undefined}
          />
        </Text>
        {note && (
          <Text as="div" variant="body-small">
            {note}
          </Text>
        )}
      </dd>
    </div>
  );
}
