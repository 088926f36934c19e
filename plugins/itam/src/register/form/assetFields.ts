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
  AssetDetail,
  assetCategorySchema,
  AssetType,
  assetTypeSchema,
  AssetTypeDetail,
  AttributeDefinition,
  keyDateKinds,
} from '@itam/plugin-itam-common';
import { words } from '../../shared';
import { attributeProblem, isEntityRef, spineProblem } from './checks';
import { Field, FieldGroup, FieldKind } from './field';
import { spine, spineGroups, SpineName } from './spine';

/** The words of a form of an asset. */
export interface AssetFormTexts {
  label(name: SpineName): string;
  help(name: SpineName): string | undefined;
  choice(name: SpineName, value: string): string | undefined;
  group(id: (typeof spineGroups)[number] | 'dates' | 'attributes'): string;
  neededBeforeUse: string;
  entityHelp(kinds: string): string;
  entityProblem(kinds: string): string;
}

/** The asset type as the checks of the contract know it. */
export function checkedType(detail: AssetTypeDetail): AssetType {
  return assetTypeSchema.parse({
    ...detail,
    lifecycleModel: detail.lifecycleModel.id,
    keyDates: detail.keyDates.map(({ id }) => id),
  });
}

/**
 * The fields of the form of an asset: those every asset has and the category
 * needs, the key dates and the technical facts of its type.
 */
export function assetFields(options: {
  type: AssetTypeDetail;
  texts: AssetFormTexts;
  /** The asset that is edited; none for a new one. */
  asset?: AssetDetail;
  /** Whether purchase facts are shown to whoever fills it in. */
  withCost: boolean;
}): FieldGroup[] {
  const { type, texts, asset, withCost } = options;
  const category = assetCategorySchema.parse(type.category);
  const fields = spine
    .filter(
      ({ name, only }) =>
        (name !== 'purchaseCost' || withCost) &&
        (!only ||
          only.includes(category) ||
          (asset && Reflect.get(asset, name) !== undefined)),
    )
    .map(({ only: _, ...line }) => ({
      group: line.group,
      field: spineField(line, type.id, texts),
    }));
  return [
    ...spineGroups.map(group => ({
      id: group,
      title: texts.group(group),
      fields: fields.flatMap(at => (at.group === group ? [at.field] : [])),
    })),
    {
      id: 'attributes',
      title: texts.group('attributes'),
      fields: attributeFields(type, texts, 'attributes'),
    },
    {
      id: 'dates',
      title: texts.group('dates'),
      fields: dateFields(type, asset),
    },
  ].filter(({ fields: inGroup }) => inGroup.length > 0);
}

function spineField(
  line: Omit<(typeof spine)[number], 'only'>,
  assetType: string,
  texts: AssetFormTexts,
): Field {
  const { name, group: _, choices, ...shape } = line;
  const kinds = shape.entityKinds?.join(' or ') ?? '';
  return {
    ...shape,
    path: name,
    assetType,
    label: texts.label(name),
    help: texts.help(name),
    choices: choices?.map(({ value, label }) => ({
      value,
      label: texts.choice(name, String(value)) ?? label,
    })),
    check: value =>
      shape.kind === 'entity' && !isEntityRef(value, shape.entityKinds)
        ? texts.entityProblem(kinds)
        : spineProblem(name, value),
  };
}

const kindOfAttribute: Record<
  Exclude<AttributeDefinition['kind'], 'entity'>,
  FieldKind
> = {
  text: 'text',
  number: 'number',
  date: 'day',
  money: 'money',
  boolean: 'boolean',
  enum: 'choice',
  url: 'url',
};

/** The technical facts of a type as fields below a path. */
export function attributeFields(
  detail: AssetTypeDetail,
  texts: Pick<AssetFormTexts, 'neededBeforeUse' | 'entityHelp'>,
  below: string,
): Field[] {
  const type = checkedType(detail);
  return type.attributes.map(attribute => {
    const { name, kind, unit, values, entityKind, multi, required } = attribute;
    const ofCatalog = kind === 'entity' && entityKind !== 'Asset';
    return {
      path: `${below}.${name}`,
      label: words(name),
      kind: fieldKind(kind, entityKind),
      unit,
      many: multi,
      choices: values?.map(value => ({ value, label: words(value) })),
      entityKinds: ofCatalog && entityKind ? [entityKind] : undefined,
      help: ofCatalog && entityKind ? texts.entityHelp(entityKind) : undefined,
      mark: required ? texts.neededBeforeUse : undefined,
      check: value => attributeProblem(type, name, value),
    };
  });
}

function fieldKind(
  kind: AttributeDefinition['kind'],
  entityKind: string | undefined,
): FieldKind {
  if (kind !== 'entity') {
    return kindOfAttribute[kind];
  }
  return entityKind === 'Asset' ? 'asset' : 'entity';
}

/** The key dates of a type, and those the asset has besides. */
function dateFields(
  type: AssetTypeDetail,
  asset: AssetDetail | undefined,
): Field[] {
  const known = new Map(type.keyDates.map(({ id, title }) => [id, title]));
  const kinds = new Set([...known.keys(), ...Object.keys(asset?.dates ?? {})]);
  return [...kinds].map(kind => ({
    path: `dates.${kind}`,
    label: known.get(kind) ?? keyDateKinds[kind]?.title ?? words(kind),
    kind: 'day',
    check: value => spineProblem('acquiredOn', value),
  }));
}
