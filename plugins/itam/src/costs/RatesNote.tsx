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
import { MissingRate, UsedRate } from '@itam/plugin-itam-common';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { dayText, monthText } from './text';

const INLINE = 2;

const useStyles = makeStyles({
  summary: { cursor: 'pointer', lineHeight: '24px' },
  list: { margin: 0, paddingLeft: 'var(--bui-space-4)' },
});

/** At which rates amounts were converted. */
export const RatesNote = (props: { rates: UsedRate[] }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const texts = [
    ...new Set(
      props.rates.map(({ from, to, rate, date }) =>
        t('costs.currency.rate', { from, to, rate, date: dayText(date) }),
      ),
    ),
  ];
  if (texts.length === 0) {
    return null;
  }
  if (texts.length <= INLINE) {
    return (
      <Quiet as="p" variant="body-small">
        {t('costs.currency.rates', { rates: texts.join(', ') })}
      </Quiet>
    );
  }
  return (
    <details>
      <summary className={classes.summary}>
        <Text variant="body-small">
          {t('costs.currency.ratesUsed', { count: texts.length })}
        </Text>
      </summary>
      <ul className={classes.list}>
        {texts.map(text => (
          <li key={text}>
            <Text variant="body-small">{text}</Text>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Which rates were needed and are not there, as a sentence. */
export function useMissingRatesText(missing: MissingRate[]): string {
  const { t } = useTexts();
  return t('costs.currency.missingRates', {
    rates: missing
      .map(({ from, to, month }) =>
        t('costs.currency.missingRate', {
          from,
          to,
          month: monthText(month, 'short'),
        }),
      )
      .join(', '),
  });
}
