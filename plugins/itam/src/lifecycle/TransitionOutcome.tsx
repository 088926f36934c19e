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

import { Alert, Text } from '@backstage/ui';
import { TransitionResult } from '@itam/plugin-itam-common';
import { words } from '../shared';
import { useTexts } from '../translation';

/** What a transition did or would do, and what has to follow by when. */
export const TransitionOutcome = (props: {
  result: TransitionResult;
  titleOf: (status: string) => string;
}) => {
  const { t } = useTexts();
  const { result, titleOf } = props;
  const { warnings, effects, outcome, exceptionId } = result;
  return (
    <Alert
      role="status"
      status={warnings.length > 0 ? 'warning' : 'success'}
      icon
      title={t(`lifecycle.outcome.${outcome}`, {
        status: titleOf(result.status),
      })}
      description={
        <>
          {exceptionId && <div>{t('lifecycle.outcome.exception')}</div>}
          {effects.length > 0 && (
            <ul>
              {effects.map(effect => (
                <li key={effect}>{effect}</li>
              ))}
            </ul>
          )}
          {warnings.length > 0 && (
            <>
              <Text weight="bold">{t('lifecycle.outcome.follow')}</Text>
              <ul>
                {warnings.map(warning => (
                  <li key={`${warning.kind} ${warning.id}`}>
                    {warning.message}{' '}
                    {warning.due &&
                      t('lifecycle.outcome.due', { due: warning.due })}
                    {!warning.due &&
                      warning.before &&
                      t('lifecycle.outcome.before', {
                        transition: words(warning.before),
                      })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      }
    />
  );
};
