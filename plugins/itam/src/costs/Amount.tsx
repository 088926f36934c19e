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

import { Link, Text, VisuallyHidden } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Costs } from '@itam/plugin-itam-common';
import { quietColour } from '../shared';
import { useTexts } from '../translation';
import { CostView, lensesOf, amountOfCosts } from './lens';
import {
  AmountForm,
  cutAtItsPlaces,
  isTiny,
  moneyText,
  smallestText,
} from './text';

const useStyles = makeStyles({
  amount: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  // What is smaller than the smallest coin is there, and does not shout.
  rest: { color: quietColour },
  line: { display: 'block' },
});

/** An amount, leading to its lines where it says what they are of. */
export const Amount = (props: {
  /** None where nothing was charged. */
  amount?: string;
  currency: string;
  form?: AmountForm;
  /** A figure a page is headed by. */
  prominent?: boolean;
  lines?: { href: string; what: string };
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { amount, currency, form, prominent, lines } = props;
  if (amount === undefined) {
    return (
      <span>
        <span aria-hidden="true">{t('costs.asset.none')}</span>
        <VisuallyHidden>{t('costs.asset.noneText')}</VisuallyHidden>
      </span>
    );
  }
  const text =
    isTiny(amount, currency) && !form?.exact
      ? t('costs.amount.tiny', { smallest: smallestText(currency) })
      : moneyText(amount, currency, form);
  const [main, rest] = form?.exact ? cutAtItsPlaces(text, currency) : [text];
  return lines ? (
    <Link
      href={lines.href}
      className={classes.amount}
      {...(prominent && { variant: 'title-small', weight: 'bold' })}
      aria-label={t('costs.figure.lines', { what: lines.what, amount: text })}
    >
      {text}
    </Link>
  ) : (
    <span className={classes.amount}>
      {main}
      {rest && <span className={classes.rest}>{rest}</span>}
    </span>
  );
};

/** Costs with each currency on a line of its own, or converted. */
export const CostAmounts = (props: {
  costs?: Costs;
  view: CostView;
  form?: AmountForm;
}) => {
  const classes = useStyles();
  const { costs, view, form } = props;
  const lenses = costs ? lensesOf(costs, view) : [];
  if (lenses.length === 0) {
    return <Amount currency="XXX" />;
  }
  return (
    <>
      {lenses.map(lens => (
        <Text key={lens.currency} className={classes.line}>
          <Amount
            amount={amountOfCosts(costs, lens)}
            currency={lens.currency}
            form={form}
          />
        </Text>
      ))}
    </>
  );
};
