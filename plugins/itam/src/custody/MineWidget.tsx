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
import { Flex, Link, Text } from '@backstage/ui';
import { AssetLink, useLineStyles } from '../lifecycle';
import { mineRouteRef, transfersRouteRef } from '../routes';
import { Nothing, Problem, Waiting } from '../shared';
import { useTexts } from '../translation';
import { useMyAssignments, useMySummary } from './useCustody';

const FEW = 5;

/** What the reader uses and what waits for them, in short, for a home page. */
export const MineWidget = () => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const minePath = useRouteRef(mineRouteRef);
  const transfersPath = useRouteRef(transfersRouteRef);
  const { value, error, reload } = useMySummary();
  const held = useMyAssignments(['consumer', 'loan']);
  const problem = error ?? held.error;
  if (problem) {
    return (
      <Problem
        error={problem}
        onRetry={() => {
          reload();
          held.reload();
        }}
      />
    );
  }
  if (!value || (held.loading && held.items.length === 0)) {
    return <Waiting />;
  }
  return (
    <Flex direction="column" gap="2">
      {value.transfersToAccept > 0 && (
        <Link href={transfersPath()}>
          {t('custody.mine.transfersToAccept', {
            count: value.transfersToAccept,
          })}
        </Link>
      )}
      {value.loansDue > 0 && (
        <Text color="warning" weight="bold">
          {t('custody.mine.loansDue', { count: value.loansDue })}
        </Text>
      )}
      {held.items.length === 0 ? (
        <Nothing title={t('custody.mine.nothing')} />
      ) : (
        <ul className={classes.lines} aria-label={t('custody.mine.uses')}>
          {held.items.slice(0, FEW).map(({ id, asset }) => (
            <li key={id} className={classes.line}>
              <div className={classes.words}>
                <AssetLink tag={asset.tag} name={asset.name} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <Link href={minePath()}>{t('custody.mine.all')}</Link>
    </Flex>
  );
};
