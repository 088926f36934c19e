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
import { SettleResult } from '@itam/plugin-itam-common';
import { Quiet } from '../shared';
import { useTexts } from '../translation';

/** Outcomes shown one by one; the figures above tell of all. */
const SHOWN = 50;

/** What became of several assets: figures, then each that needs a look. */
export const OutcomeList = (props: {
  result?: SettleResult;
  isDone: boolean;
}) => {
  const { t } = useTexts();
  const { result, isDone } = props;
  if (!result) {
    return null;
  }
  const { done, refused, items } = result;
  const shown = [...items].sort(
    (one, other) =>
      Number(one.reason === undefined) - Number(other.reason === undefined),
  );
  return (
    <>
      <Text as="p" weight="bold">
        {t(isDone ? 'custody.leavers.done' : 'custody.leavers.would', {
          count: done,
        })}
        {refused > 0 && `, ${t('custody.leavers.refused', { count: refused })}`}
      </Text>
      <ul>
        {shown.slice(0, SHOWN).map(({ assetId, tag, name, what, reason }) => (
          <li key={assetId}>
            {name ?? tag ?? assetId}: {reason ?? what}
          </li>
        ))}
      </ul>
      {shown.length > SHOWN && (
        <Quiet>{t('shared.answer.all', { items: String(shown.length) })}</Quiet>
      )}
    </>
  );
};
