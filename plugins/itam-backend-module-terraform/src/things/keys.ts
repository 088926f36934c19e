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

import type { AssetKey } from '@itam/plugin-itam-common';
import { awsPartition, fullProviderId } from '@itam/plugin-itam-node';
import { TypeMapping } from '../mapping/definition';
import { ManagedInstance } from '../state/types';
import { Whereabouts } from './Whereabouts';

const LONGEST_KEY = 1000;

/**
 * The keys by which the register recognises a thing, strongest first. Ids
 * that are unique only in their account carry it with them; a thing whose
 * account nobody knows is recognised by the lineage of its state and its
 * address.
 */
export function keysOf(
  instance: ManagedInstance,
  mapping: TypeMapping,
  where: Whereabouts,
  lineage: string | undefined,
): AssetKey[] {
  const providerId =
    providerIdOf(instance, mapping, where) ??
    (lineage === undefined
      ? undefined
      : `terraform:${lineage}:${instance.address}`);
  const further = Object.entries(mapping.keys ?? {}).map(([type, path]) => ({
    type,
    value: normalised(type, instance.attributes.get(path)),
  }));
  return [{ type: 'provider-id', value: providerId }, ...further].flatMap(
    ({ type, value }) =>
      value !== undefined && value.length <= LONGEST_KEY
        ? [{ type, value }]
        : [],
  );
}

function providerIdOf(
  instance: ManagedInstance,
  mapping: TypeMapping,
  where: Whereabouts,
): string | undefined {
  const ids = (mapping.id ?? ['arn', 'self_link', 'id']).map(path =>
    asText(instance.attributes.get(path)),
  );
  const full = ids
    .map(id => providerIdIn(id))
    .find(found => found !== undefined);
  const id = ids.find(value => value !== undefined);
  if (full !== undefined) {
    return full;
  }
  if (id === undefined) {
    return undefined;
  }
  switch (instance.provider) {
    case 'aws':
      return (
        arnFor(id, mapping, where) ??
        scoped('aws', instance, id, mapping, where)
      );
    case 'google':
    case 'google-beta':
      return (
        googleName(instance, mapping, id) ??
        scoped('gcp', instance, id, mapping, where)
      );
    case 'kubernetes':
      return asText(instance.attributes.get('metadata.0.uid')) === undefined
        ? undefined
        : `kubernetes:${id}`;
    default:
      return scoped(instance.provider, instance, id, mapping, where);
  }
}

/** The provider id in a reference that says by itself where its target is. */
export function providerIdIn(reference: unknown): string | undefined {
  const text = asText(reference);
  return text === undefined ? undefined : fullProviderId(text);
}

function googleName(
  instance: ManagedInstance,
  mapping: TypeMapping,
  id: string,
): string | undefined {
  const service =
    mapping.service ??
    (instance.type.startsWith('google_compute_') ? 'compute' : undefined);
  return service !== undefined && id.startsWith('projects/')
    ? `//${service}.googleapis.com/${id}`
    : undefined;
}

function arnFor(
  id: string,
  mapping: TypeMapping,
  where: Whereabouts,
): string | undefined {
  if (!mapping.arn) {
    return undefined;
  }
  const { service, resource, global } = mapping.arn;
  const path = resource.replace('{id}', id);
  if (global) {
    return `arn:aws:${service}:::${path}`;
  }
  return where.account && where.region
    ? `arn:${awsPartition(where.region)}:${service}:${where.region}:${
        where.account
      }:${path}`
    : undefined;
}

/** `<provider>:<type>:<account/region>:<id>`, shorter for an id that is unique. */
function scoped(
  provider: string,
  instance: ManagedInstance,
  id: string,
  mapping: TypeMapping,
  where: Whereabouts,
): string | undefined {
  if (mapping.globalId || isUnique(id)) {
    return `${provider}:${instance.type}:${id}`;
  }
  if (where.account === undefined) {
    return undefined;
  }
  const scope = [where.account, where.region].filter(Boolean).join('/');
  return `${provider}:${instance.type}:${scope}:${id}`;
}

/** Ids that no provider gives twice: UUIDs, long random ones, whole paths. */
function isUnique(id: string): boolean {
  return (
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.test(id) ||
    /^[a-z]+-[0-9a-f]{8,17}$/.test(id) ||
    /^(?=.*\d)[0-9a-f]{24,}$/i.test(id) ||
    /^projects\/[^/]+\//.test(id)
  );
}

function normalised(type: string, value: unknown): string | undefined {
  const text = asText(value);
  if (text === undefined) {
    return undefined;
  }
  return type === 'url'
    ? text
        .toLowerCase()
        .replace(/\/$/, '')
        .replace(/\.git$/, '')
    : text.toLowerCase();
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return String(value);
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}
