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
import VerifiedIcon from '@material-ui/icons/VerifiedUser';
import WarningIcon from '@material-ui/icons/Warning';
import { historyRouteRef } from '../../routes';
import { Moment, Quiet } from '../../shared';
import { useTexts } from '../../translation';
import { useLastVerification } from './useLastVerification';

/** Whether somebody got at the history, for those who may know. */
export const HistoryState = (props: { assetId: string }) => {
  const { t } = useTexts();
  const historyPath = useRouteRef(historyRouteRef);
  const { value } = useLastVerification();
  if (!value) {
    return null;
  }
  const { state, endedAt, problems } = value;
  if (state === 'touched') {
    const thisOne = problems.some(({ assetId }) => assetId === props.assetId);
    return (
      <Flex align="center" gap="1">
        <WarningIcon fontSize="small" aria-hidden />
        <Text variant="body-small" color="danger">
          {t('history.state.touched')}
          {thisOne && ` ${t('history.state.thisOne')}`}
        </Text>
        <Link href={historyPath()} variant="body-small">
          {t('history.state.details')}
        </Link>
      </Flex>
    );
  }
  return (
    <Flex align="center" gap="1">
      {state === 'intact' && <VerifiedIcon fontSize="small" aria-hidden />}
      <Quiet variant="body-small">
        {t(`history.state.${state}`)}
        {endedAt && (
          <>
            {', '}
            {t('history.state.checked')} <Moment at={endedAt} />
          </>
        )}
      </Quiet>
    </Flex>
  );
};
