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

import { assetConditions } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { Field, isEntityRef } from '../register/form';
import { useTexts } from '../translation';

/** Everything is right: the API knows better. */
const anything = () => undefined;

/** Makes the fields of the forms of custody. */
export function useFieldKit() {
  const { t } = useTexts();
  return useMemo(() => {
    const entity = (kinds: string[], field: FieldWords): Field => ({
      ...field,
      kind: 'entity',
      entityKinds: kinds,
      check: value =>
        isEntityRef(value, kinds)
          ? undefined
          : t('form.entityProblem', { kinds: kinds.join(', ') }),
    });
    const plain = (
      kind: 'text' | 'long' | 'day',
      field: FieldWords,
    ): Field => ({
      maxLength: kind === 'day' ? undefined : 2000,
      ...field,
      kind,
      check: anything,
    });
    const choice = (
      field: FieldWords,
      choices: Array<{ value: string; label: string }>,
    ): Field => ({ ...field, kind: 'choice', choices, check: anything });
    const condition = (): Field =>
      choice(
        { path: 'condition', label: t('custody.assign.condition') },
        assetConditions.map(value => ({
          value,
          label: t(`custody.condition.${value}`),
        })),
      );
    return { entity, plain, choice, condition };
  }, [t]);
}

type FieldWords = Pick<Field, 'path' | 'label'> &
  Partial<Pick<Field, 'help' | 'required' | 'maxLength' | 'mark'>>;

/** A text that was given, or undefined. */
export function given(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** A day as the moment it is handed over; today means now. */
export function momentOf(day: unknown): string | undefined {
  const text = given(day);
  const today = new Date().toISOString().slice(0, 10);
  return text === undefined || text >= today
    ? undefined
    : new Date(`${text}T12:00:00`).toISOString();
}
