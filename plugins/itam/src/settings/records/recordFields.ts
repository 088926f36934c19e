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
  catalogueModelFactsSchema,
  legalEntityFactsSchema,
  locationContactSchema,
  locationFactsSchema,
  locationKinds,
} from '@itam/plugin-itam-common';
import type { z } from 'zod';
import type { Choice, Field, FieldGroup } from '../../register/form';
import type { Texts } from '../../translation';

const people = ['User', 'Group'];

type Shape = Record<string, z.ZodType>;

/** What is wrong with a value, in the words of its contract. */
function checkOf(shape: Shape, name: string): Field['check'] {
  return value => {
    const result = shape[name].safeParse(value);
    return result.success ? undefined : result.error.issues[0].message;
  };
}

/** The fields of a location, with so many contacts. */
export function locationGroups(t: Texts, contacts: number): FieldGroup[] {
  const { shape } = locationFactsSchema;
  const check = (name: string) => checkOf(shape, name);
  return [
    {
      id: 'general',
      title: t('settings.records.group.general'),
      fields: [
        codeField(t, shape),
        nameField(t, shape),
        {
          path: 'kind',
          label: t('settings.records.field.kind'),
          kind: 'choice',
          required: true,
          choices: locationKinds.map(kind => ({
            value: kind,
            label: t(`settings.records.kind.${kind}`),
          })),
          check: check('kind'),
        },
        {
          path: 'parent',
          label: t('settings.records.field.parent'),
          help: t('settings.records.help.parent'),
          kind: 'location',
          check: check('parent'),
        },
        {
          path: 'country',
          label: t('settings.records.field.country'),
          help: t('settings.records.help.country'),
          kind: 'text',
          maxLength: 2,
          check: check('country'),
        },
        {
          path: 'permittedRegion',
          label: t('settings.records.field.permittedRegion'),
          help: t('settings.records.help.permittedRegion'),
          kind: 'text',
          maxLength: 16,
          check: check('permittedRegion'),
        },
        {
          path: 'keeper',
          label: t('settings.records.field.keeper'),
          help: t('settings.records.help.keeper'),
          kind: 'entity',
          entityKinds: people,
          check: check('keeper'),
        },
        {
          path: 'address',
          label: t('settings.records.field.address'),
          kind: 'long',
          maxLength: 500,
          check: check('address'),
        },
      ],
    },
    ...Array.from({ length: contacts }, (_, index) => contactGroup(t, index)),
  ];
}

function contactGroup(t: Texts, index: number): FieldGroup {
  const shape: Shape = locationContactSchema.shape;
  const field = (
    name: 'name' | 'ref' | 'phone' | 'mail',
    more: Pick<Field, 'label'> & Partial<Field>,
  ): Field => ({
    path: `contacts.${index}.${name}`,
    kind: 'text',
    check: checkOf(shape, name),
    ...more,
  });
  return {
    id: `contact-${index}`,
    title: t('settings.records.group.contact', { number: String(index + 1) }),
    fields: [
      field('name', { label: t('settings.records.field.contactName') }),
      field('ref', {
        label: t('settings.records.field.contactRef'),
        kind: 'entity',
        entityKinds: people,
      }),
      field('phone', { label: t('settings.records.field.phone') }),
      field('mail', { label: t('settings.records.field.mail') }),
    ],
  };
}

/** The fields of a legal entity. */
export function legalEntityGroups(t: Texts): FieldGroup[] {
  const { shape } = legalEntityFactsSchema;
  const check = (name: string) => checkOf(shape, name);
  return [
    {
      id: 'general',
      title: t('settings.records.group.general'),
      fields: [
        codeField(t, shape),
        nameField(t, shape),
        {
          path: 'country',
          label: t('settings.records.field.country'),
          help: t('settings.records.help.country'),
          kind: 'text',
          required: true,
          maxLength: 2,
          check: check('country'),
        },
        {
          path: 'registrationNumber',
          label: t('settings.records.field.registrationNumber'),
          kind: 'text',
          maxLength: 64,
          check: check('registrationNumber'),
        },
        {
          path: 'currency',
          label: t('settings.records.field.currency'),
          help: t('settings.records.help.currency'),
          kind: 'text',
          required: true,
          maxLength: 3,
          check: check('currency'),
        },
        {
          path: 'capitalisationThreshold',
          label: t('settings.records.field.capitalisationThreshold'),
          help: t('settings.records.help.capitalisationThreshold'),
          kind: 'money',
          check: check('capitalisationThreshold'),
        },
      ],
    },
  ];
}

/** The fields of a catalogue model, with those of its type. */
export function catalogueModelGroups(
  t: Texts,
  options: { types: Choice[]; attributes: Field[] },
): FieldGroup[] {
  const { shape } = catalogueModelFactsSchema;
  const field = (
    name: keyof typeof shape & keyof ModelFieldTexts,
    more: Pick<Field, 'kind'> & Partial<Field>,
  ): Field => ({
    path: name,
    label: t(`settings.records.field.${name}`),
    check: checkOf(shape, name),
    ...more,
  });
  return [
    {
      id: 'general',
      title: t('settings.records.group.general'),
      fields: [
        codeField(t, shape),
        nameField(t, shape),
        field('type', {
          kind: 'choice',
          required: true,
          choices: options.types,
        }),
        field('manufacturer', { kind: 'text', required: true, maxLength: 200 }),
        field('edition', { kind: 'text', maxLength: 200 }),
        field('partNumber', { kind: 'text', maxLength: 100 }),
      ],
    },
    {
      id: 'buying',
      title: t('settings.records.group.buying'),
      fields: [
        field('approved', { kind: 'boolean' }),
        field('approvalConditions', {
          kind: 'text',
          maxLength: 2000,
          help: t('settings.records.help.approvalConditions'),
        }),
        field('listPrice', { kind: 'money' }),
        field('listPriceOn', { kind: 'day' }),
        field('substitutes', {
          kind: 'model',
          many: true,
          help: t('settings.records.help.substitutes'),
        }),
      ],
    },
    {
      id: 'dates',
      title: t('settings.records.group.dates'),
      fields: [
        field('endOfSale', { kind: 'day' }),
        field('endOfSupport', { kind: 'day' }),
        field('endOfPatches', { kind: 'day' }),
      ],
    },
    ...(options.attributes.length > 0
      ? [
          {
            id: 'attributes',
            title: t('settings.records.group.attributes'),
            fields: options.attributes,
          },
        ]
      : []),
  ];
}

/** The fields of a model that are called by their own names. */
interface ModelFieldTexts {
  type: string;
  manufacturer: string;
  edition: string;
  partNumber: string;
  approved: string;
  approvalConditions: string;
  listPrice: string;
  listPriceOn: string;
  substitutes: string;
  endOfSale: string;
  endOfSupport: string;
  endOfPatches: string;
}

function codeField(t: Texts, shape: Shape): Field {
  return {
    path: 'code',
    label: t('settings.records.field.code'),
    help: t('settings.records.help.code'),
    kind: 'text',
    required: true,
    maxLength: 64,
    check: checkOf(shape, 'code'),
  };
}

function nameField(t: Texts, shape: Shape): Field {
  return {
    path: 'name',
    label: t('settings.records.field.name'),
    kind: 'text',
    required: true,
    maxLength: 200,
    check: checkOf(shape, 'name'),
  };
}
