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
import { ReactNode, useMemo, useRef } from 'react';
import { ActionDialog } from '../lifecycle';
import {
  Draft,
  Field,
  FieldGroups,
  focusFault,
  useDraft,
} from '../register/form';
import { useTexts } from '../translation';

const nothing = {};

/** The draft of a form of custody. */
export function useForm(
  fields: Field[],
  initial: Record<string, unknown> = nothing,
): Draft {
  const { t } = useTexts();
  const texts = useMemo(() => ({ required: t('form.missing') }), [t]);
  return useDraft({ fields, initial, texts });
}

/** A dialog that is a generated form. */
export const FormDialog = (props: {
  title: string;
  /** Names the fields for who cannot see them together. */
  about: string;
  hint?: string;
  action: string;
  fields: Field[];
  draft: Draft;
  busy: boolean;
  error?: Error;
  /** Called once every field is right. */
  onSubmit: () => void;
  onClose: () => void;
  /** What decides on the fields, above them. */
  before?: ReactNode;
  children?: ReactNode;
}) => {
  const body = useRef<HTMLDivElement>(null);
  const { draft, fields, about } = props;
  return (
    <ActionDialog
      title={props.title}
      action={props.action}
      busy={props.busy}
      error={props.error}
      onSubmit={() => {
        if (draft.complete()) {
          props.onSubmit();
        } else {
          focusFault(body.current);
        }
      }}
      onClose={props.onClose}
      bodyRef={body}
    >
      {props.hint && <Text as="p">{props.hint}</Text>}
      {props.before}
      <FieldGroups
        groups={[{ id: 'custody-form', title: about, fields }]}
        draft={draft}
      />
      {props.children}
    </ActionDialog>
  );
};
