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

import { NotFoundError } from '@backstage/errors';
import type {
  AssetType,
  AssetTypeLibrary,
  ObservedThingInput,
  RejectedThing,
} from '@itam/plugin-itam-common';
import { TypeMapping } from '../mapping/definition';
import { TypeMappings } from '../mapping/TypeMappings';
import { ManagedInstance, TerraformState } from '../state/types';
import { factsOf, wordFor } from './facts';
import { keysOf } from './keys';
import { environmentOf, nameLabel, withoutSecrets } from './labels';
import { Place } from './Place';
import { References } from './References';
import { rejectionOf } from './rejection';
import { relationsOf, tiedTo } from './relations';
import { stackOf } from './stack';
import { WhereaboutsOfState } from './Whereabouts';

const providerNames: Record<string, string> = {
  azurerm: 'azure',
  azuread: 'azure',
  azapi: 'azure',
  google: 'gcp',
  'google-beta': 'gcp',
};

const clouds = ['aws', 'azure', 'gcp', 'digitalocean', 'hcloud', 'oci'];
const services = ['github', 'gitlab', 'cloudflare', 'datadog', 'mongodbatlas'];

function hostingOf(provider: string): 'public-cloud' | 'saas' | undefined {
  const name = providerNames[provider] ?? provider;
  if (clouds.includes(name)) {
    return 'public-cloud';
  }
  return services.includes(name) ? 'saas' : undefined;
}

/** What is needed to tell the things of a state. */
export interface ThingsOptions {
  state: TerraformState;
  location: string;
  /** The catalog entity the stack is, from the configuration. */
  stackEntityRef?: string;
  mappings: TypeMappings;
  assetTypes: Pick<AssetTypeLibrary, 'find'>;
}

/** The stack first, then every managed instance, taken or rejected. */
export function* thingsOf(
  options: ThingsOptions,
): Generator<ObservedThingInput | RejectedThing> {
  const { state, mappings } = options;
  const place = Place.create(options.location);
  const taken: ManagedInstance[] = [];
  const addresses = new Set<string>();
  const rejected: RejectedThing[] = [];
  for (const instance of state.instances) {
    const reason = rejectionOf(instance, mappings.of(instance.type), addresses);
    if (reason === undefined) {
      taken.push(instance);
      addresses.add(instance.address);
    } else {
      rejected.push({
        rejected: true,
        place: place.of(instance.address),
        reason,
      });
    }
  }

  yield stackOf(options, place, taken.length);
  yield* rejected;

  const entries = taken.map(instance => ({
    instance,
    mapping: mappings.of(instance.type),
  }));
  const references = References.create(entries, type => mappings.of(type));
  const whereabouts = WhereaboutsOfState.create(state);
  const tied = tiedTo(entries, references);
  for (const { instance, mapping } of entries) {
    const where = whereabouts.of(instance, mapping);
    const type = typeOf(options.assetTypes, mapping);
    const labels = withoutSecrets(instance.labels);
    yield {
      sourceKey: place.sourceKey(instance.address),
      place: place.of(instance.address),
      unit: mapping.unit,
      type: type.id,
      name: nameOf(instance, mapping, labels),
      keys:
        mapping.unit === 'fold'
          ? []
          : keysOf(instance, mapping, where, state.lineage),
      providerType: instance.type,
      provider: providerNames[instance.provider] ?? instance.provider,
      account: where.account,
      region: where.region,
      environment: environmentOf(labels),
      hosting: hostingOf(instance.provider),
      status: mapping.status
        ? wordFor(
            instance.attributes.get(mapping.status.from),
            mapping.status.values,
          )
        : undefined,
      attributes: factsOf(instance, mapping, type, where.region),
      labels,
      ...(mapping.unit === 'fold'
        ? { parent: parentOf(instance, references, place) }
        : {
            relations: relationsOf({
              instance,
              mapping,
              references,
              tied: tied.get(instance) ?? [],
              place,
            }),
          }),
    };
  }
}

function typeOf(
  assetTypes: Pick<AssetTypeLibrary, 'find'>,
  mapping: TypeMapping,
): AssetType {
  const type = assetTypes.find(mapping.type);
  if (!type) {
    throw new NotFoundError(`There is no asset type '${mapping.type}'`);
  }
  return type;
}

/** Kept under the asset it belongs to, or else under the stack. */
function parentOf(
  instance: ManagedInstance,
  references: References,
  place: Place,
): ObservedThingInput['parent'] {
  const parent = references.homeOf(instance);
  if (typeof parent === 'string') {
    return { key: { type: 'provider-id', value: parent } };
  }
  return {
    sourceKey: parent ? place.sourceKey(parent.address) : place.stackKey,
  };
}

function nameOf(
  instance: ManagedInstance,
  mapping: TypeMapping,
  labels: Record<string, string>,
): string {
  const { name, indexKey } = instance;
  const given = [...(mapping.name ?? []), 'name']
    .map(path => instance.attributes.get(path))
    .find(value => typeof value === 'string' && value.trim() !== '');
  const address =
    indexKey === undefined ? name : `${name}[${JSON.stringify(indexKey)}]`;
  return String(nameLabel(labels) ?? given ?? address)
    .trim()
    .slice(0, 500);
}
