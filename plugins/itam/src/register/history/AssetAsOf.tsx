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

import { Flex, Select, Text } from '@backstage/ui';
import {
  AssetAsOf as PastAsset,
  AssetDetail,
  HistoryTime,
  historyTimes,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import {
  FactList,
  Nothing,
  Problem,
  problemKind,
  Quiet,
  Waiting,
} from '../../shared';
import { useTexts } from '../../translation';
import { DayField } from './DayField';
import { PastFact, pastFacts } from './pastFacts';
import { useAssetAsOf } from './useAssetAsOf';

/** The facts of an asset as they were on a day, beside those of today. */
export const AssetAsOf = (props: { asset: AssetDetail }) => {
  const { t } = useTexts();
  const [date, setDate] = useState('');
  const [time, setTime] = useState<HistoryTime>('effective');
  return (
    <Flex direction="column" gap="4">
      <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
        <DayField
          label={t('history.past.day')}
          value={date}
          onChange={setDate}
        />
        <Select
          label={t('history.past.time')}
          size="small"
          options={historyTimes.map(one => ({
            id: one,
            label: t(`history.past.${one}`),
          }))}
          value={time}
          onChange={key =>
            setTime(historyTimes.find(one => one === key) ?? 'effective')
          }
        />
      </Flex>
      <div aria-live="polite">
        {date ? (
          <Day asset={props.asset} date={date} time={time} />
        ) : (
          <Quiet as="p">{t('history.past.pickDay')}</Quiet>
        )}
      </div>
    </Flex>
  );
};

function Day(props: { asset: AssetDetail; date: string; time: HistoryTime }) {
  const { t } = useTexts();
  const { asset, date, time } = props;
  const { value, error, reload } = useAssetAsOf(asset, { date, time });
  if (error && problemKind(error) === 'not-found') {
    return (
      <Nothing
        title={t('history.past.notThere')}
        hint={t('history.past.notThereHint')}
      />
    );
  }
  if (error) {
    return <Problem error={error} onRetry={reload} />;
  }
  return value ? <Facts past={value} asset={asset} /> : <Waiting />;
}

function Facts(props: { past: PastAsset; asset: AssetDetail }) {
  const { t } = useTexts();
  const { past, asset } = props;
  const groups = pastFacts(past, asset, {
    yes: t('shared.value.yes'),
    no: t('shared.value.no'),
  });
  return (
    <Flex direction="column" gap="4">
      <Quiet as="p">
        {t('history.past.shown', { version: String(past.version) })}
      </Quiet>
      {groups.map(({ id, facts }) => (
        <section key={id} aria-label={t(`history.past.group.${id}`)}>
          <Text as="h3" variant="body-medium" weight="bold">
            {t(`history.past.group.${id}`)}
          </Text>
          <FactList
            facts={facts.map(fact => ({
              id: fact.id,
              label: fact.label,
              value: fact.text,
              note: <Present fact={fact} />,
            }))}
          />
        </section>
      ))}
    </Flex>
  );
}

/** What the fact is now, if that is something else. */
function Present(props: { fact: PastFact }) {
  const { t } = useTexts();
  const { now } = props.fact;
  return now === undefined ? null : (
    <Quiet variant="body-small">
      {t('history.past.now', { value: now ?? t('history.nothing') })}
    </Quiet>
  );
}
