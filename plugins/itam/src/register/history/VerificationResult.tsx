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
import { Alert, Flex, Link, Text } from '@backstage/ui';
import { HistoryProblem, LastVerification } from '@itam/plugin-itam-common';
import { assetRouteRef } from '../../routes';
import { FactList, momentText, Nothing, Quiet } from '../../shared';
import { useTexts } from '../../translation';

const PROBLEMS_SHOWN = 100;

/** How a verification ended: what was gone through, and what was touched. */
export const VerificationResult = (props: { result: LastVerification }) => {
  const { t } = useTexts();
  const { result } = props;
  if (result.state === 'never') {
    return (
      <Nothing
        title={t('history.page.never')}
        hint={t('history.page.neverHint')}
      />
    );
  }
  const { problems, problemCount, head, endedAt } = result;
  const shown = problems.slice(0, PROBLEMS_SHOWN);
  return (
    <Flex direction="column" gap="4">
      {problemCount === 0 ? (
        <Alert
          role="status"
          status="success"
          icon
          title={t('history.page.intact')}
          description={t('history.page.intactHint')}
        />
      ) : (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('history.page.touched')}
          description={t('history.page.touchedHint', { count: problemCount })}
        />
      )}
      {shown.length > 0 && (
        <ul aria-label={t('history.page.touched')}>
          {shown.map(problem => (
            <li key={JSON.stringify(problem)}>
              <Problem problem={problem} />
            </li>
          ))}
        </ul>
      )}
      {problemCount > shown.length && (
        <Quiet as="p">
          {t('history.page.andMore', { count: problemCount - shown.length })}
        </Quiet>
      )}
      <FactList
        facts={[
          ...(endedAt
            ? [
                {
                  id: 'at',
                  label: t('history.page.at'),
                  value: momentText(endedAt),
                },
              ]
            : []),
          ...(['verified', 'unsealed', 'blocks', 'assets'] as const).map(
            id => ({
              id,
              label: t(`history.page.${id}`),
              value: result[id].toLocaleString('en-GB'),
            }),
          ),
          ...(head
            ? [
                {
                  id: 'head',
                  label: t('history.page.head'),
                  value: t('history.page.headText', {
                    block: String(head.block),
                    hash: head.hash,
                  }),
                  note: (
                    <Quiet variant="body-small">
                      {t('history.page.headHint')}
                    </Quiet>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Flex>
  );
};

function Problem(props: { problem: HistoryProblem }) {
  const { t } = useTexts();
  const assetPath = useRouteRef(assetRouteRef);
  const { kind, message, tag } = props.problem;
  return (
    <>
      <Text weight="bold">{t(`history.problem.${kind}`)}</Text>{' '}
      {tag && (
        <Link href={assetPath({ tag })}>
          {t('history.page.asset', { tag })}
        </Link>
      )}
      <Quiet as="div" variant="body-small">
        {message}
      </Quiet>
    </>
  );
}
