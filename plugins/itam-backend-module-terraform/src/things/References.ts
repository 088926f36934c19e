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

import { References as ReferencesOf, TypeMapping } from '../mapping/definition';
import { ManagedInstance } from '../state/types';
import { providerIdIn } from './keys';

interface Entry {
  instance: ManagedInstance;
  mapping: TypeMapping;
}

const identifying = ['id', 'arn', 'self_link', 'name', 'metadata.0.uid'];

/** Finds the instances of a state that others of it refer to. */
export class References {
  readonly #mappings = new Map<ManagedInstance, TypeMapping>();
  readonly #byIdentifier = new Map<string, ManagedInstance[]>();
  readonly #mappingOf: (type: string) => TypeMapping;
  readonly #byConfigAddress = new Map<string, ManagedInstance[]>();

  static create(
    entries: Entry[],
    mappingOf: (type: string) => TypeMapping,
  ): References {
    const references = new References(mappingOf);
    entries.forEach(entry => references.#add(entry));
    return references;
  }

  private constructor(mappingOf: (type: string) => TypeMapping) {
    this.#mappingOf = mappingOf;
  }

  #add({ instance, mapping }: Entry) {
    this.#mappings.set(instance, mapping);
    push(this.#byConfigAddress, instance.configAddress, instance);
    const values = [
      ...identifying,
      ...(mapping.id ?? []),
      ...(mapping.name ?? []),
      ...(mapping.aliases ?? []),
    ]
      .map(path => instance.attributes.get(path))
      .filter(value => typeof value === 'string' || typeof value === 'number')
      .map(value => normalised(String(value)));
    for (const value of new Set(values)) {
      push(this.#byIdentifier, `${instance.type} ${value}`, instance);
    }
  }

  /** The first instance that one of the attributes refers to. */
  find(
    from: ManagedInstance,
    references: ReferencesOf = {},
  ): ManagedInstance | undefined {
    for (const [path, types] of Object.entries(references)) {
      const value = from.attributes.get(path);
      if (typeof value === 'string' || typeof value === 'number') {
        const whole = normalised(String(value));
        const found =
          this.#pick(from, [types].flat(), whole) ??
          this.#pick(from, [types].flat(), lastSegment(whole));
        if (found) {
          return found;
        }
      }
    }
    return undefined;
  }

  /**
   * The provider id of an asset in another state that one of the attributes
   * refers to, where it names its target in full.
   */
  findElsewhere(
    from: ManagedInstance,
    references: ReferencesOf = {},
  ): string | undefined {
    return Object.entries(references)
      .filter(([, types]) =>
        [types].flat().some(type => this.#mappingOf(type).unit !== 'fold'),
      )
      .map(([path]) => providerIdIn(from.attributes.get(path)))
      .find(id => id !== undefined);
  }

  /** The assets an instance depends on; of plumbing, what it belongs to. */
  dependencies(from: ManagedInstance): ManagedInstance[] {
    const found = from.dependencies
      .flatMap(address => this.#resolve(from, address))
      .map(instance => this.assetOf(instance))
      .filter(instance => instance !== undefined);
    return [...new Set(found)].filter(instance => instance !== from);
  }

  /**
   * The instance itself if it is an asset; for plumbing the asset of this
   * state it belongs to.
   */
  assetOf(instance: ManagedInstance): ManagedInstance | undefined {
    const home = this.homeOf(instance);
    return typeof home === 'string' ? undefined : home;
  }

  /**
   * What plumbing belongs to, over as many steps as it takes: an asset of this
   * state, the provider id of one in another, or undefined for the stack.
   */
  homeOf(
    instance: ManagedInstance,
    seen: ManagedInstance[] = [],
  ): ManagedInstance | string | undefined {
    const mapping = this.#mappings.get(instance);
    if (!mapping || seen.includes(instance)) {
      return undefined;
    }
    if (mapping.unit !== 'fold') {
      return instance;
    }
    const parent = this.find(instance, mapping.under);
    return parent
      ? this.homeOf(parent, [...seen, instance])
      : this.findElsewhere(instance, mapping.under) ??
          this.#onlyDependency(instance);
  }

  /** Plumbing that names no parent belongs to the one asset it depends on. */
  #onlyDependency(instance: ManagedInstance): ManagedInstance | undefined {
    const assets = instance.dependencies
      .flatMap(address => this.#resolve(instance, address))
      .filter(found => this.#mappings.get(found)?.unit !== 'fold');
    const distinct = [...new Set(assets)];
    return distinct.length === 1 ? distinct[0] : undefined;
  }

  #pick(
    from: ManagedInstance,
    types: string[],
    value: string,
  ): ManagedInstance | undefined {
    const found = types.flatMap(
      type => this.#byIdentifier.get(`${type} ${value}`) ?? [],
    );
    const others = found.filter(instance => instance !== from);
    const near = others.filter(instance => instance.module === from.module);
    const choice = near.length > 0 ? near : others;
    return choice.length === 1 ? choice[0] : undefined;
  }

  /**
   * The instances a dependency means. It is written without indices: of an
   * indexed module the instances beside it are meant, of an indexed resource
   * the one with the same index if there is one.
   */
  #resolve(from: ManagedInstance, address: string): ManagedInstance[] {
    const all = this.#byConfigAddress.get(address) ?? [];
    const sharedModule = all.filter(
      instance =>
        from.module === instance.module ||
        from.module.startsWith(`${instance.module}.`) ||
        instance.module.startsWith(`${from.module}.`) ||
        instance.module === '',
    );
    const near = sharedModule.length > 0 ? sharedModule : all;
    const sameIndex = near.filter(
      instance =>
        from.indexKey !== undefined && instance.indexKey === from.indexKey,
    );
    return sameIndex.length > 0 ? sameIndex : near;
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const present = map.get(key);
  if (present) {
    present.push(value);
  } else {
    map.set(key, [value]);
  }
}

/** Google writes links and paths for the same thing, Azure any case. */
function normalised(value: string): string {
  const path = value.replace(
    /^https:\/\/[\w.-]+\.googleapis\.com\/(?:[\w-]+\/)*?(?=projects\/)/,
    '',
  );
  return /^\/subscriptions\//i.test(path) ? path.toLowerCase() : path;
}

function lastSegment(value: string): string {
  return value.slice(value.lastIndexOf('/') + 1);
}
