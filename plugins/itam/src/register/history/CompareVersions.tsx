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

import { Flex, NumberField, Text } from '@backstage/ui';
import { useState } from 'react';
import { Nothing, Problem, Quiet, Waiting } from '../../shared';
import { useTexts } from '../../translation';
import { ChangeLines } from './ChangeLines';
import { useHistoryDiff } from './useHistoryDiff';
import { useHistoryLines } from './useHistoryLines';

/** What differs between two versions of an asset, whatever lies between. */
export const CompareVersions = (props: {
  asset: { id: string; version: number };
}) => {
  const { t } = useTexts();
  const { id, version: last } = props.asset;
  const [from, setFrom] = useState(Math.max(last - 1, 0));
  const [to, setTo] = useState(last);
  const possible = [from, to].every(
    version => Number.isInteger(version) && version >= 0 && version <= last,
  );
  return (
    <Flex direction="column" gap="4">
      <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
        <NumberField
          label={t('history.compare.from')}
          size="small"
          minValue={0}
          maxValue={last}
          value={from}
          onChange={setFrom}
        />
        <NumberField
          label={t('history.compare.to')}
          size="small"
          minValue={0}
          maxValue={last}
          value={to}
          onChange={setTo}
        />
      </Flex>
      <div aria-live="polite">
        {possible ? (
          <Difference assetId={id} from={from} to={to} />
        ) : (
          <Quiet as="p">
            {t('history.compare.impossible', { last: String(last) })}
          </Quiet>
        )}
      </div>
    </Flex>
  );
};

function Difference(props: { assetId: string; from: number; to: number }) {
  const { t } = useTexts();
  const { assetId, from, to } = props;
  const { value, error, reload } = useHistoryDiff(assetId, { from, to });
  const lines = useHistoryLines(value?.changes ?? {});
  if (error) {
    return <Problem error={error} onRetry={reload} />;
  }
  if (!value) {
    return <Waiting />;
  }
  if (lines.length === 0) {
    return <Nothing title={t('history.compare.same')} />;
  }
  return (
    <>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('history.compare.result', { from: String(from), to: String(to) })}
      </Text>
      <ChangeLines lines={lines} />
    </>
  );
}
