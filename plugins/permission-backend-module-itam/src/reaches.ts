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

import type { AssetCategory } from '@itam/plugin-itam-common';
import {
  type AssetCriteria,
  type AssetCriterion,
  hasCategory,
  hasType,
  inLocation,
  isConsumer,
  isCustodian,
  isOwner,
  supportsEntityOwnedBy,
} from './assetConditions';
import type { Reach } from './grants';
import type { AuditScope, HeldRole } from './roles';

/** What every engineer may see: services stand on it, and nobody carries it home. */
export const engineeringCategories: AssetCategory[] = [
  'cloud',
  'code',
  'software',
  'data',
  'service',
  'network',
];

/** What a technician installs, moves and changes. */
export const technicalCategories: AssetCategory[] = [
  'hardware',
  'network',
  'software',
  'cloud',
  'code',
  'data',
  'facility',
];

/** What a licence manager keeps. */
export const licenceCategories: AssetCategory[] = ['licence', 'software'];

/** What a contract manager keeps: what runs under an agreement. */
export const agreementCategories: AssetCategory[] = ['service', 'licence'];

/** Agreements that belong to a category of other things. */
export const agreementTypes = ['cloud-commitment'];

/** What stands in a room, and can therefore be nowhere. */
const tangibleCategories: AssetCategory[] = ['hardware', 'network', 'facility'];

/**
 * The name, among the locations of a stockroom, for things that are nowhere
 * yet: ordered, and still to be received.
 */
const NOWHERE = 'none';

/**
 * The assets of a reach for somebody with this role, as conditions of which any
 * will do. `all` is not a condition.
 */
export function criteriaOf(
  reach: Exclude<Reach, 'all'>,
  held: HeldRole,
  claims: string[],
): AssetCriteria[] {
  switch (reach) {
    case 'owned':
      return some(claims, isOwner);
    case 'kept':
      return some(claims, isCustodian);
    case 'used':
      return some(claims, isConsumer);
    case 'supporting':
      return some(claims, supportsEntityOwnedBy);
    case 'engineering':
      return [hasCategory(engineeringCategories)];
    case 'technical':
      return [hasCategory(technicalCategories)];
    case 'licences':
      return [hasCategory(licenceCategories)];
    case 'agreements':
      return [hasCategory(agreementCategories), hasType(agreementTypes)];
    case 'locations':
      return stored(held.locations ?? []);
    case 'types':
      return some(held.types ?? [], hasType);
    case 'scope':
      return held.scope ? [within(held.scope)] : [];
    default:
      return reach satisfies never;
  }
}

/** What is in the locations of a stockroom, and what is on its way there. */
function stored(locations: string[]): AssetCriteria[] {
  return [
    ...some(
      locations.filter(location => location !== NOWHERE),
      inLocation,
    ),
    ...(locations.includes(NOWHERE)
      ? [allOf(hasCategory(tangibleCategories), inLocation([NOWHERE]))]
      : []),
  ];
}

/** All the conditions of a scope together. */
function within(scope: AuditScope): AssetCriteria {
  const [first, ...rest] = [
    ...some(scope.categories ?? [], hasCategory),
    ...some(scope.types ?? [], hasType),
    ...some(scope.locations ?? [], inLocation),
    ...some(scope.owners ?? [], isOwner),
  ];
  return allOf(first, ...rest);
}

function some<T>(
  values: T[],
  criterion: (values: T[]) => AssetCriterion,
): AssetCriterion[] {
  return values.length > 0 ? [criterion(values)] : [];
}

function allOf(
  first: AssetCriterion,
  ...rest: AssetCriterion[]
): AssetCriteria {
  return rest.length > 0 ? { allOf: [first, ...rest] } : first;
}
