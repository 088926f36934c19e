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

import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { Button, Text } from '@backstage/ui';
import {
  AssetCustody,
  AssetDetail,
  Assignment,
} from '@itam/plugin-itam-common';
import { useLineStyles } from '../lifecycle';
import { Problem, Quiet, useRead } from '../shared';
import { useTexts } from '../translation';
import { AssignmentLine } from './AssignmentLine';
import { useAcceptAssignment } from './useCustody';

/** The holder says that they got it. */
export const ConfirmButton = (props: {
  assignment: Pick<Assignment, 'id'>;
  name: string;
  onChanged: () => void;
}) => {
  const { t } = useTexts();
  const accepting = useAcceptAssignment();
  return (
    <div>
      <Button
        size="small"
        isDisabled={accepting.busy}
        aria-label={t('custody.open.confirmOf', { name: props.name })}
        onPress={async () => {
          if (await accepting.run(props.assignment.id)) {
            props.onChanged();
          }
        }}
      >
        {t('custody.open.confirm')}
      </Button>
      {accepting.error && (
        <Problem
          error={accepting.error}
          title={t('custody.statement.refused')}
        />
      )}
    </div>
  );
};

/** Who has an asset at present, and what was agreed. */
export const HeldNow = (props: {
  asset: AssetDetail;
  custody: AssetCustody;
  onChanged: () => void;
}) => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const { asset, custody, onChanged } = props;
  const mine = useOwnRefs();
  return (
    <div>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('custody.open.title')}
      </Text>
      {custody.open.length === 0 && <Quiet>{t('custody.open.none')}</Quiet>}
      <ul className={classes.lines} aria-label={t('custody.open.title')}>
        {custody.open.map(assignment => (
          <li key={assignment.id} className={classes.line}>
            <div className={classes.words}>
              <AssignmentLine assignment={assignment} />
            </div>
            {custody.allowed.includes('accept') &&
              !assignment.acceptedAt &&
              mine.includes(assignment.holder) && (
                <ConfirmButton
                  assignment={assignment}
                  name={asset.name}
                  onChanged={onChanged}
                />
              )}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The reader and the teams they stand for. */
function useOwnRefs(): string[] {
  const identity = useApi(identityApiRef);
  const { value } = useRead(['own-refs'], () =>
    identity.getBackstageIdentity(),
  );
  return value ? [value.userEntityRef, ...value.ownershipEntityRefs] : [];
}
