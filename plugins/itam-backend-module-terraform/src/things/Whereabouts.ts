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

import { TypeMapping } from '../mapping/definition';
import { ManagedInstance, TerraformState } from '../state/types';

/** Where a thing is: account, subscription or project; region. */
export interface Whereabouts {
  account?: string;
  region?: string;
}

/** Parts of an Amazon Resource Name. */
export function parseArn(
  value: unknown,
): { region?: string; account?: string } | undefined {
  const found =
    typeof value === 'string'
      ? /^arn:[\w-]+:[\w-]+:([\w-]*):(\d{12})?[\w-]*:/.exec(value)
      : null;
  return found
    ? { region: found[1] || undefined, account: found[2] }
    : undefined;
}

/**
 * Tells where things are: by what they say themselves, and where they do not
 * by the others of their provider configuration, if these agree.
 */
export class WhereaboutsOfState {
  readonly #byConfig: Map<string, Whereabouts>;

  static create(state: TerraformState): WhereaboutsOfState {
    const told = new Map<string, Whereabouts[]>();
    const tell = (config: string, where: Whereabouts) => {
      const before = told.get(config);
      if (before) {
        before.push(where);
      } else {
        told.set(config, [where]);
      }
    };

    state.contexts.forEach(({ providerConfig, ...where }) =>
      tell(providerConfig, where),
    );
    for (const instance of state.instances) {
      const { attributes, providerConfig } = instance;
      if (instance.provider === 'aws') {
        tell(providerConfig, parseArn(attributes.get('arn')) ?? {});
        const owner = attributes.get('owner_id');
        tell(providerConfig, {
          account:
            typeof owner === 'string' && /^\d{12}$/.test(owner)
              ? owner
              : undefined,
        });
      }
    }
    return new WhereaboutsOfState(
      new Map(
        [...told].map(([config, all]) => [
          config,
          {
            account: onlyOne(all.map(where => where.account)),
            region: onlyOne(all.map(where => where.region)),
          },
        ]),
      ),
    );
  }

  private constructor(byConfig: Map<string, Whereabouts>) {
    this.#byConfig = byConfig;
  }

  of(instance: ManagedInstance, mapping: TypeMapping): Whereabouts {
    const { attributes, provider, providerConfig } = instance;
    const text = (paths: string[]) =>
      paths
        .map(path => attributes.get(path))
        .find((value): value is string => typeof value === 'string');
    const arn = parseArn(attributes.get('arn') ?? attributes.get('id'));
    const around = this.#byConfig.get(providerConfig);
    const told = text(mapping.account ?? []);

    switch (provider) {
      case 'aws': {
        const owner = text(['owner_id', 'account_id']);
        return {
          account:
            told ??
            arn?.account ??
            (owner && /^\d{12}$/.test(owner) ? owner : around?.account),
          region:
            text(mapping.region ?? []) ??
            arn?.region ??
            text(['region']) ??
            text(['availability_zone'])?.replace(/[a-z]$/, '') ??
            (isGlobal(instance.type) ? undefined : around?.region),
        };
      }
      case 'google':
      case 'google-beta':
        return {
          account:
            told ?? text(['project']) ?? inPath('projects', text(['id'])),
          region: (
            text(mapping.region ?? []) ??
            lastSegment(text(['region'])) ??
            withoutZone(
              lastSegment(text(['zone', 'location'])) ??
                inPath('locations', text(['id'])),
            )
          )?.toLowerCase(),
        };
      default:
        return {
          account:
            told ?? /^\/subscriptions\/([^/]+)/i.exec(text(['id']) ?? '')?.[1],
          region: regionName(
            text([...(mapping.region ?? []), 'location', 'region']),
          ),
        };
    }
  }
}

/** Services of AWS that are in no region. */
function isGlobal(type: string): boolean {
  return /^aws_(?:iam|route53|cloudfront|organizations|waf|globalaccelerator|shield|budgets|ce)_/.test(
    type,
  );
}

/** `West Europe` is `westeurope`; of other providers it may be anything. */
function regionName(value: string = ''): string | undefined {
  const name = value.replace(/\s/g, '').toLowerCase();
  return /^[a-z0-9-]{1,40}$/.test(name) ? name : undefined;
}

/** `projects/p/locations/l/…` is in project p. */
function inPath(collection: string, id: string = ''): string | undefined {
  return new RegExp(`(?:^|/)${collection}/([^/]+)/`).exec(id)?.[1];
}

function lastSegment(value: string | undefined): string | undefined {
  return value?.slice(value.lastIndexOf('/') + 1);
}

/** `europe-west1-b` is in `europe-west1`. */
function withoutZone(value: string | undefined): string | undefined {
  return value?.replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/i, '$1');
}

function onlyOne(values: Array<string | undefined>): string | undefined {
  const distinct = [...new Set(values.filter(value => value !== undefined))];
  return distinct.length === 1 ? distinct[0] : undefined;
}
