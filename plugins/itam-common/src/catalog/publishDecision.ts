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

import type { AssetState } from '../register';
import type { PublishRule } from './publishRules';

/** What the decision to publish an asset looks at. @public */
export type PublishableAsset = Pick<
  AssetState,
  'category' | 'type' | 'stage' | 'entityRef' | 'relations'
>;

/**
 * Whether an asset becomes a catalog entity, and why.
 *
 * @public
 */
export type PublishDecision =
  | {
      publish: true;
      /** Place of the rule that matched, from 0. */
      rule: number;
    }
  | {
      publish: false;
      /**
       * `code` and `linked`: an entity for it exists or should; `unit`: no
       * single thing; `no-rule`: no rule matches.
       */
      because: 'code' | 'linked' | 'unit' | 'no-rule';
      reason: string;
    };

/**
 * Decides whether an asset becomes a catalog entity. Code, and whatever is
 * linked to an entity, never gets a second one, whatever the rules say; the
 * same goes for types counted in quantities or folded under another asset.
 *
 * @public
 */
export function publishDecision(options: {
  asset: PublishableAsset;
  /** The unit of management of its type; none for a type unknown here. */
  unit: string | undefined;
  rules: PublishRule[];
}): PublishDecision {
  const { asset, unit, rules } = options;
  if (asset.category === 'code') {
    return no('code', 'code is linked to the entity that describes it');
  }
  if (asset.entityRef) {
    return no('linked', `it is linked to ${asset.entityRef}`);
  }
  if (unit !== 'asset' && unit !== 'group') {
    return no('unit', `${asset.type} is no single thing or group`);
  }
  const rule = rules.findIndex(candidate => matches(asset, candidate));
  return rule < 0
    ? no('no-rule', 'no rule of itam.catalog.publish matches')
    : { publish: true, rule };
}

function no(
  because: Extract<PublishDecision, { publish: false }>['because'],
  reason: string,
): PublishDecision {
  return { publish: false, because, reason };
}

function matches(asset: PublishableAsset, rule: PublishRule): boolean {
  return (
    admits(rule.category, [asset.category]) &&
    admits(rule.type, [asset.type]) &&
    admits(rule.stage, [asset.stage]) &&
    admits(
      rule.relation,
      asset.relations.map(({ type }) => type),
    )
  );
}

/** No condition admits everything; a condition needs one value in common. */
function admits(
  condition: string | string[] | undefined,
  values: string[],
): boolean {
  return (
    condition === undefined ||
    [condition].flat().some(wanted => values.includes(wanted))
  );
}
