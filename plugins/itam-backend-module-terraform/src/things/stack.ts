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
import { sha256 } from '@itam/plugin-itam-node';
import { Place } from './Place';
import type { ThingsOptions } from './thingsOf';

/** The stack around the resources of a file: an asset the source adds. */
export function stackOf(
  options: Pick<ThingsOptions, 'state' | 'stackEntityRef'>,
  place: Place,
  resources: number,
): ObservedThingInput {
  const { state } = options;
  const { location } = place;
  return {
    sourceKey: place.stackKey,
    place: location,
    unit: 'asset',
    derived: true,
    type: 'iac-stack',
    name: stackName(location),
    keys: [
      {
        type: 'state-lineage',
        value: state.lineage ?? `location:${sha256(location)}`,
      },
    ],
    entityRef: options.stackEntityRef,
    attributes: {
      tool: state.tool,
      resources,
      ...(state.serial === undefined ? {} : { stateSerial: state.serial }),
      ...(URL.canParse(location) ? { stateLocation: location } : {}),
    },
  };
}

const generic = /^(?:terraform|default|state|show|current|index)$/i;

/**
 * The name of a stack, from the name of its file, or of the folder where the
 * file is called as everywhere.
 */
export function stackName(location: string): string {
  const path = location.replace(/[?#].*$/, '');
  const segments = path
    .split(/[/\\]/)
    .map(segment => segment.replace(/\.(?:tfstate|json)(?:\.json)?$/i, ''))
    .filter(segment => !/^(?:\.{0,2}|[a-z]+:)$/i.test(segment));
  const named = segments.reverse().find(segment => !generic.test(segment));
  return (named ?? segments[0] ?? location).slice(0, 500);
}
