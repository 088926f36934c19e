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

import type { ObservedThingInput } from '@itam/plugin-itam-common';
import { TypeMapping } from '../mapping/definition';
import { ManagedInstance } from '../state/types';
import { Place } from './Place';
import { References } from './References';

type Relations = NonNullable<ObservedThingInput['relations']>;

/** An asset of this state, or the provider id of one in another. */
type Target = ManagedInstance | string;

/**
 * Relations of an asset: to its stack, to what it is part of or runs on, and
 * to what it depends on as far as these do not say it already.
 */
export function relationsOf(options: {
  instance: ManagedInstance;
  mapping: TypeMapping;
  references: References;
  /** What plumbing between the two makes it depend on. */
  tied: Target[];
  place: Place;
}): Relations {
  const { instance, mapping, references, place } = options;
  const whole = targetOf(references, instance, mapping.partOf);
  const host = targetOf(references, instance, mapping.runsOn);
  const needed = [
    ...new Set([...references.dependencies(instance), ...options.tied]),
  ].filter(found => found !== whole && found !== host);

  const to = (target: Target) =>
    typeof target === 'string'
      ? { key: { type: 'provider-id', value: target } }
      : { sourceKey: place.sourceKey(target.address) };
  return [
    { type: 'provisioned-by', to: { sourceKey: place.stackKey } },
    ...(whole ? [{ type: 'part-of' as const, to: to(whole) }] : []),
    ...(host && host !== whole
      ? [{ type: 'runs-on' as const, to: to(host) }]
      : []),
    ...needed.map(found => ({ type: 'depends-on' as const, to: to(found) })),
  ];
}

/** What assets depend on through plumbing, such as an attached volume. */
export function tiedTo(
  entries: Array<{ instance: ManagedInstance; mapping: TypeMapping }>,
  references: References,
): Map<ManagedInstance, Target[]> {
  const tied = new Map<ManagedInstance, Target[]>();
  for (const { instance, mapping } of entries) {
    const dependent = targetOf(references, instance, mapping.ties?.dependent);
    const on = targetOf(references, instance, mapping.ties?.on);
    if (dependent && typeof dependent !== 'string' && on && dependent !== on) {
      tied.set(dependent, [...(tied.get(dependent) ?? []), on]);
    }
  }
  return tied;
}

function targetOf(
  references: References,
  instance: ManagedInstance,
  to: TypeMapping['partOf'],
): Target | undefined {
  const found = references.find(instance, to);
  const target = found
    ? references.assetOf(found)
    : references.findElsewhere(instance, to);
  return target === instance ? undefined : target;
}
