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

import { NotAllowedError } from '@backstage/errors';
import {
  AssetHistoryEntry,
  AssetType,
  FieldProvenance,
  itamCostReadPermission,
} from '@itam/plugin-itam-common';

/** What a caller may see of an asset they may see. */
export interface FieldRights {
  /** They may see what things cost. */
  costs: boolean;
}

/** Fields of the spine that tell what an asset costs. */
const costFields = ['purchaseCost', 'cost'];

type Changes = AssetHistoryEntry['changes'];

/**
 * An asset, or a row of a list or an export, as a caller may see it: without
 * its purchase cost, its charges and every amount of money among its
 * attributes, unless they may see costs.
 */
export function hideFields<
  T extends {
    attributes?: Record<string, unknown>;
    fields?: FieldProvenance[];
  },
>(asset: T, rights: FieldRights): T {
  if (rights.costs) {
    return asset;
  }
  const { attributes, fields } = asset;
  const visible = {
    ...asset,
    ...(attributes && { attributes: hideFacts(attributes, rights) }),
    ...(fields && { fields: fields.map(provenanceWithoutMoney) }),
  };
  for (const field of costFields) {
    Reflect.deleteProperty(visible, field);
  }
  return visible;
}

/**
 * What a line of history changed, as a caller may see it: that an amount
 * changed, but not from what and to what.
 */
export function hideChanges(changes: Changes, rights: FieldRights): Changes {
  if (rights.costs) {
    return changes;
  }
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [
      field,
      tellsCost(field) ? {} : membersWithoutMoney(change),
    ]),
  );
}

/**
 * Facts by their names, such as those told with a transition, without amounts
 * of money unless the caller may see costs.
 */
export function hideFacts(
  facts: Record<string, unknown>,
  rights: FieldRights,
): Record<string, unknown> {
  return rights.costs ? facts : membersWithoutMoney(facts);
}

/**
 * Nobody changes what they cannot see.
 *
 * @throws NotAllowedError naming the field.
 */
export function refuseHiddenFields(
  given: { purchaseCost?: unknown; attributes?: Record<string, unknown> },
  rights: FieldRights,
  type: Pick<AssetType, 'attributes'>,
): void {
  if (rights.costs) {
    return;
  }
  const amounts = type.attributes
    .filter(({ kind }) => kind === 'money')
    .map(({ name }) => name);
  const touched = [
    ...(given.purchaseCost === undefined ? [] : ['purchaseCost']),
    ...Object.keys(given.attributes ?? {})
      .filter(name => amounts.includes(name))
      .map(name => `attributes.${name}`),
  ];
  if (touched.length > 0) {
    throw new NotAllowedError(
      `body.${touched[0]}: the permission ${itamCostReadPermission.name} is needed to change what things cost; leave the field out`,
    );
  }
}

function provenanceWithoutMoney(row: FieldProvenance): FieldProvenance {
  const { observed, ...rest } = row;
  const visible = tellsCost(row.field) ? undefined : withoutMoney(observed);
  return visible === undefined ? rest : { ...rest, observed: visible };
}

/** `purchaseCost`, or what is told of it: `observed.purchaseCost`. */
function tellsCost(field: string): boolean {
  return costFields.includes(field.slice(field.lastIndexOf('.') + 1));
}

function membersWithoutMoney(
  value: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const visible = withoutMoney(member);
      return visible === undefined && member !== undefined
        ? []
        : [[name, visible]];
    }),
  );
}

/** Nothing is left of an amount; of a list or record, what is none. */
function withoutMoney(value: unknown): unknown {
  if (Array.isArray(value)) {
    const visible = value
      .map(withoutMoney)
      .filter(member => member !== undefined);
    return visible.length === 0 && value.length > 0 ? undefined : visible;
  }
  if (!isRecord(value)) {
    return value;
  }
  return 'amount' in value && 'currency' in value
    ? undefined
    : membersWithoutMoney(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
