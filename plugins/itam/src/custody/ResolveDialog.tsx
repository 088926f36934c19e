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

import {
  Discrepancy,
  discrepancyCauses,
  discrepancyResolutions,
} from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { useTexts } from '../translation';
import { useFieldKit } from './fields';
import { FormDialog, useForm } from './FormDialog';
import { useResolve } from './useDiscrepancies';

/** Closes a discrepancy, with how and why it came to it. */
export const ResolveDialog = (props: {
  discrepancy: Discrepancy;
  title: string;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const { discrepancy, title } = props;
  const kit = useFieldKit();
  const resolving = useResolve();
  const fields = useMemo(
    () => [
      kit.choice(
        {
          path: 'resolution',
          label: t('custody.discrepancy.resolution'),
          required: true,
        },
        discrepancyResolutions.map(value => ({
          value,
          label: t(`custody.discrepancy.resolutions.${value}`),
        })),
      ),
      kit.choice(
        {
          path: 'cause',
          label: t('custody.discrepancy.cause'),
          required: true,
        },
        discrepancyCauses.map(value => ({
          value,
          label: t(`custody.discrepancy.causes.${value}`),
        })),
      ),
      kit.plain('long', {
        path: 'note',
        label: t('custody.discrepancy.note'),
        required: true,
      }),
    ],
    [kit, t],
  );
  const draft = useForm(fields);
  const submit = async () => {
    const { values } = draft;
    const resolution = discrepancyResolutions.find(
      one => one === values.resolution,
    );
    const cause = discrepancyCauses.find(one => one === values.cause);
    if (
      resolution &&
      cause &&
      (await resolving.run(discrepancy.id, {
        resolution,
        cause,
        note: String(values.note),
      }))
    ) {
      props.onDone();
      props.onClose();
    }
  };
  return (
    <FormDialog
      title={t('custody.discrepancy.resolveOf', { what: title })}
      hint={t('custody.discrepancy.hint')}
      about={discrepancy.tag}
      action={t('custody.discrepancy.resolve')}
      fields={fields}
      draft={draft}
      busy={resolving.busy}
      error={resolving.error}
      onSubmit={submit}
      onClose={props.onClose}
    />
  );
};
