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

import { OpenFact } from '@itam/plugin-itam-common';
import { useMemo, useRef } from 'react';
import {
  Field,
  FieldGroups,
  focusFault,
  isEntityRef,
  useDraft,
} from '../register/form';
import { useTexts } from '../translation';
import { ActionDialog } from './ActionDialog';
import { useUpdateOpenFact } from './useOpenFacts';

/** Gives an open fact to a person or team, and moves its day. */
export const AssignFactDialog = (props: {
  open: OpenFact;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const { open, onDone, onClose } = props;
  const body = useRef<HTMLDivElement>(null);
  const updating = useUpdateOpenFact();
  const fields = useMemo(
    (): Field[] => [
      {
        path: 'assignee',
        label: t('lifecycle.openFacts.assignee'),
        help: t('lifecycle.openFacts.assigneeHint'),
        kind: 'entity',
        entityKinds: ['User', 'Group'],
        check: value =>
          isEntityRef(value, ['User', 'Group'])
            ? undefined
            : t('form.entityProblem', { kinds: 'User or Group' }),
      },
      {
        path: 'due',
        label: t('lifecycle.openFacts.due'),
        kind: 'day',
        check: () => undefined,
      },
      {
        path: 'reason',
        label: t('register.edit.reason'),
        kind: 'text',
        maxLength: 2000,
        check: () => undefined,
      },
    ],
    [t],
  );
  const initial = useMemo(
    () => ({ assignee: open.assignee, due: open.due }),
    [open],
  );
  const required = useMemo(() => ({ required: t('form.missing') }), [t]);
  const draft = useDraft({ fields, initial, texts: required });

  const submit = async () => {
    if (!draft.complete()) {
      focusFault(body.current);
      return;
    }
    const { assignee, due, reason } = draft.values;
    const done = await updating.run(open.id, {
      ...(draft.changed.includes('assignee') && {
        assignee: assignee === undefined ? null : String(assignee),
      }),
      ...(draft.changed.includes('due') && due !== undefined
        ? { due: String(due) }
        : {}),
      ...(reason !== undefined && { reason: String(reason) }),
    });
    if (done) {
      onDone();
      onClose();
    }
  };
  return (
    <ActionDialog
      title={t('lifecycle.openFacts.assignTitle', { title: open.title })}
      action={t('register.edit.save')}
      busy={updating.busy}
      error={updating.error}
      isDisabled={draft.changed.every(path => path === 'reason')}
      onSubmit={submit}
      onClose={onClose}
      bodyRef={body}
    >
      <FieldGroups
        groups={[{ id: open.id, title: open.tag, fields }]}
        draft={draft}
      />
    </ActionDialog>
  );
};
