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

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { Assignment } from '@itam/plugin-itam-common';
import { ActorName } from '../lifecycle';
import { momentText, Quiet } from '../shared';
import { useTexts } from '../translation';
import { PartyName } from './Party';

/** A period of custody or use, in words. */
export const AssignmentLine = (props: { assignment: Assignment }) => {
  const { t } = useTexts();
  const { assignment } = props;
  const { from, to, recordedAt, note, returnNote } = assignment;
  return (
    <>
      <Text weight="bold">{t(`custody.kind.${assignment.kind}`)}</Text>{' '}
      <PartyName
        of={assignment.holder}
        title={assignment.holderTitle}
        gone={assignment.holderGone}
      />
      {!assignment.exclusive && ` (${t('custody.open.shared')})`}
      {assignment.service && (
        <>
          {' · '}
          <EntityRefLink entityRef={assignment.service} />
        </>
      )}
      <Quiet as="div" variant="body-small">
        {t('custody.timeline.period', {
          from: momentText(from),
          to: to ? momentText(to) : t('custody.timeline.now'),
        })}
        {recordedAt.slice(0, 10) !== from.slice(0, 10) &&
          `, ${t('custody.timeline.late', { at: momentText(recordedAt) })}`}
        {' · '}
        {t('custody.by')} <ActorName actor={assignment.recordedBy} />
      </Quiet>
      <Terms assignment={assignment} />
      {[note, returnNote].filter(Boolean).map(text => (
        <Text key={text} as="div" variant="body-small">
          {text}
        </Text>
      ))}
    </>
  );
};

/** What was agreed: until when, in which condition, under which policy. */
function Terms(props: { assignment: Assignment }) {
  const { t } = useTexts();
  const { assignment } = props;
  const { expectedReturn, overdue, conditionOut, conditionIn } = assignment;
  const terms = [
    expectedReturn &&
      !overdue &&
      t('custody.open.returnBy', { day: expectedReturn }),
    conditionOut &&
      t('custody.timeline.conditionOut', {
        condition: t(`custody.condition.${conditionOut}`),
      }),
    conditionIn &&
      t('custody.timeline.conditionIn', {
        condition: t(`custody.condition.${conditionIn}`),
      }),
    assignment.policyVersion &&
      t('custody.open.policy', { version: assignment.policyVersion }),
    assignment.acceptedAt &&
      t('custody.open.accepted', { at: momentText(assignment.acceptedAt) }),
  ].filter(Boolean);
  return (
    <>
      {overdue && expectedReturn && (
        <Text as="div" variant="body-small" color="danger" weight="bold">
          {t('custody.open.overdue', { day: expectedReturn })}
        </Text>
      )}
      {terms.length > 0 && (
        <Quiet as="div" variant="body-small">
          {terms.join(' · ')}
        </Quiet>
      )}
    </>
  );
}
