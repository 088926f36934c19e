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

import { Flex, Text } from '@backstage/ui';
import { HeldAsset } from '@itam/plugin-itam-common';
import { ReactNode } from 'react';
import { AssetLink, StatusChip, useLineStyles } from '../lifecycle';
import { useNames } from '../names';
import { MoreButton, Moment, Problem, Quiet, Waiting } from '../shared';
import { useTexts } from '../translation';
import { ConfirmButton } from './HeldNow';
import { StatementButtons } from './StatementButtons';
import { useMyAssignments } from './useCustody';

/** What the reader has, with what they can say about each. */
export const HeldList = (props: {
  kinds: string[];
  empty: ReactNode;
  onChanged: () => void;
}) => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const pages = useMyAssignments(props.kinds);
  const { items, error, loading, reload } = pages;
  const changed = () => {
    reload();
    props.onChanged();
  };
  if (items.length === 0) {
    if (error) return <Problem error={error} onRetry={reload} />;
    return loading ? <Waiting /> : <>{props.empty}</>;
  }
  return (
    <Flex direction="column" gap="2">
      <ul
        className={classes.lines}
        aria-label={t(
          props.kinds.includes('custodian')
            ? 'custody.mine.keeps'
            : 'custody.mine.uses',
        )}
      >
        {items.map(item => (
          <li key={item.id} className={classes.line}>
            <div className={classes.words}>
              <HeldWords held={item} />
            </div>
            <Flex gap="1">
              {!item.acceptedAt && (
                <ConfirmButton
                  assignment={item}
                  name={item.asset.name}
                  onChanged={changed}
                />
              )}
              <StatementButtons
                asset={item.asset}
                words={['have-it', 'not-mine']}
                onSaid={changed}
              />
            </Flex>
          </li>
        ))}
      </ul>
      {error && <Problem error={error} onRetry={reload} />}
      <MoreButton pages={pages} />
    </Flex>
  );
};

function HeldWords(props: { held: HeldAsset }) {
  const { t } = useTexts();
  const { status } = useNames();
  const { asset, kind, exclusive, expectedReturn, overdue } = props.held;
  return (
    <>
      <AssetLink tag={asset.tag} name={asset.name} />{' '}
      <StatusChip status={asset.status} {...status(asset.type, asset.status)} />
      {overdue && expectedReturn && (
        <Text as="div" color="danger" weight="bold">
          {t('custody.open.overdue', { day: expectedReturn })}
        </Text>
      )}
      <Quiet as="div" variant="body-small">
        {[
          kind === 'loan' && t('custody.kind.loan'),
          !exclusive && t('custody.open.shared'),
          expectedReturn &&
            !overdue &&
            t('custody.open.returnBy', { day: expectedReturn }),
        ]
          .filter(Boolean)
          .map(word => `${word} · `)}
        {asset.lastVerifiedAt ? (
          <>
            {t('custody.verified', { at: '' })}
            <Moment at={asset.lastVerifiedAt} />
          </>
        ) : (
          t('custody.neverVerified')
        )}
      </Quiet>
    </>
  );
}
