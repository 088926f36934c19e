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

import type { AssetType, AttributeDefinition } from '@itam/plugin-itam-common';
import { asNumber, convert, takesNothing } from '../mapping/conversions';
import { Fact, Scalar, TypeMapping } from '../mapping/definition';
import { pathsOfFact } from '../mapping/TypeMappings';
import { ManagedInstance } from '../state/types';

const LONGEST_TEXT = 1000;

/** The typed attributes of an asset, as far as the instance tells them. */
export function factsOf(
  instance: ManagedInstance,
  mapping: TypeMapping,
  assetType: AssetType,
  region: string | undefined,
): Record<string, unknown> {
  const facts: Record<string, Fact> = {
    providerType: { always: instance.type },
    ...(region === undefined ? {} : { region: { always: region } }),
    ...mapping.facts,
  };
  return Object.fromEntries(
    assetType.attributes
      .filter(({ name }) => Object.hasOwn(facts, name))
      .map(attribute => [
        attribute.name,
        typed(valueOf(instance, facts[attribute.name]), attribute),
      ])
      .filter(([, value]) => value !== undefined),
  );
}

function valueOf(instance: ManagedInstance, fact: Fact): unknown {
  if (typeof fact === 'string') {
    return instance.attributes.get(fact);
  }
  if ('always' in fact) {
    return fact.always;
  }
  const held = pathsOfFact(fact)
    .map(path => instance.attributes.get(path))
    .filter(value => value !== undefined);
  const value = fact.as ? converted(held, fact.as) : held[0];
  return fact.values ? wordFor(value, fact.values) : value;
}

function converted(
  held: unknown[],
  name: Parameters<typeof convert>[0],
): unknown {
  if (name === 'product') {
    return convert(name, held);
  }
  if (takesNothing(name)) {
    const present = held.some(value => convert('present', value));
    return convert(name, present);
  }
  return held.length > 0 ? convert(name, held[0]) : undefined;
}

/** The word a table has for a value. */
export function wordFor<T extends Scalar>(
  value: unknown,
  words: Record<string, T>,
): T | undefined {
  const name = typeof value === 'object' ? undefined : String(value);
  return name !== undefined && Object.hasOwn(words, name)
    ? words[name]
    : undefined;
}

function typed(value: unknown, attribute: AttributeDefinition): unknown {
  if (!attribute.multi) {
    return single(value, attribute);
  }
  const values = (Array.isArray(value) ? value : [value])
    .map(item => single(item, attribute))
    .filter(item => item !== undefined);
  return values.length > 0 ? values : undefined;
}

function single(value: unknown, attribute: AttributeDefinition): unknown {
  switch (attribute.kind) {
    case 'number':
      return asNumber(value);
    case 'boolean':
      return wordFor(value, { true: true, false: false });
    case 'enum':
      return attribute.values?.find(word => word === value);
    case 'date':
      return convert('date', value);
    case 'url':
      return typeof value === 'string' && URL.canParse(value)
        ? value
        : undefined;
    case 'text':
      return text(value);
    default:
      return undefined;
  }
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return String(value);
  }
  return typeof value === 'string' && value !== ''
    ? value.slice(0, LONGEST_TEXT)
    : undefined;
}
