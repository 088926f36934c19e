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

import { z } from 'zod';
import { AttributePath, overlaps } from './sensitive';
import { AttributeAllowList } from './types';

const labelItem = z.object({ key: z.string().min(1), value: z.string() });

/**
 * Takes from an instance what the allow-list names and nothing else. A value
 * that is marked sensitive, or has something sensitive inside, is left out.
 */
export function takeAttributes(options: {
  type: string;
  read: (path: AttributePath) => unknown;
  sensitive: AttributePath[];
  allowed: AttributeAllowList;
}): { attributes: Map<string, unknown>; labels: Record<string, string> } {
  const attributes = new Map<string, unknown>();
  for (const path of options.allowed.pathsOf(options.type)) {
    const steps = path.split('.');
    if (!options.sensitive.some(marked => overlaps(marked, steps))) {
      const value = options.read(steps);
      if (value !== undefined && value !== null && value !== '') {
        attributes.set(path, value);
      }
    }
  }
  return { attributes, labels: takeLabels(options) };
}

function takeLabels(options: {
  type: string;
  read: (path: AttributePath) => unknown;
  sensitive: AttributePath[];
  allowed: AttributeAllowList;
}): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const path of options.allowed.labelsOf(options.type)) {
    const steps = path.split('.');
    const held = options.read(steps);
    for (const [name, value] of entriesOf(held)) {
      const marked = options.sensitive.some(
        one =>
          overlaps(one, [...steps, name]) ||
          (Array.isArray(held) && overlaps(one, steps)),
      );
      if (!marked && typeof value === 'string' && !(name in labels)) {
        labels[name] = value;
      }
    }
  }
  return labels;
}

/** Reads a path in nested attributes. */
export function readNested(attributes: unknown, path: AttributePath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    return Object.getOwnPropertyDescriptor(value, step)?.value;
  }, attributes);
}

/**
 * Reads a path in the flat attributes that a state carries on from before
 * version 4: `tags.Name`, `settings.0.tier`.
 */
export function readFlat(
  attributes: Record<string, string>,
  path: AttributePath,
): unknown {
  const key = path.join('.');
  if (Object.hasOwn(attributes, key)) {
    return attributes[key];
  }
  const below = Object.entries(attributes)
    .filter(([name]) => name.startsWith(`${key}.`))
    .map(([name, value]) => [name.slice(key.length + 1), value] as const)
    .filter(([name]) => name !== '%' && name !== '#');
  return below.length > 0 ? Object.fromEntries(below) : undefined;
}

/** Labels come as a map, as a list of key and value, or as `key:value`. */
function entriesOf(value: unknown): Array<[string, unknown]> {
  if (Array.isArray(value)) {
    return value.flatMap(labelEntry);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
    : [];
}

function labelEntry(item: unknown): Array<[string, unknown]> {
  if (typeof item === 'string') {
    const [name, ...rest] = item.split(':');
    return [[name, rest.join(':')]];
  }
  const found = labelItem.safeParse(item);
  return found.success ? [[found.data.key, found.data.value]] : [];
}
