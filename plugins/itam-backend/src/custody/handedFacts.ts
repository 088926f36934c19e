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

import { ConflictError, InputError } from '@backstage/errors';
import type {
  AssetChange,
  AssetState,
  AssignmentRequest,
} from '@itam/plugin-itam-common';
import type { OpenAssignment } from './AssignmentBook';

/** What handing an asset out makes of its record. */
export function factsOfAssignment(
  state: AssetState,
  wanted: {
    kind: AssignmentRequest['kind'];
    holder: string;
    condition?: AssetState['condition'];
    expectedReturn?: string;
  },
  joins: boolean,
): AssetChange['facts'] {
  const condition = wanted.condition && { condition: wanted.condition };
  switch (wanted.kind) {
    case 'custodian':
      return { custodian: wanted.holder, ...condition };
    case 'loan':
      return {
        ...(joins ? {} : { consumer: wanted.holder }),
        ...condition,
        flags: [...new Set([...(state.flags ?? []), 'loan' as const])],
        dates: { 'loan-end': wanted.expectedReturn ?? null },
      };
    default:
      return {
        ...(joins ? {} : { consumer: wanted.holder }),
        ...condition,
        ...(joins ? {} : withoutLoan(state)),
      };
  }
}

/** What a loan left on the record, taken off. */
export function withoutLoan(state: AssetState): AssetChange['facts'] {
  return state.flags?.includes('loan')
    ? {
        flags: state.flags.filter(flag => flag !== 'loan'),
        dates: { 'loan-end': null },
      }
    : {};
}

/** @throws InputError when it is not clear who gives it back. */
export function giverOf(
  state: AssetState,
  uses: OpenAssignment[],
  named: string | undefined,
): string {
  const users = new Set([
    ...uses.map(({ holder }) => holder),
    ...(state.consumer ? [state.consumer] : []),
  ]);
  if (named !== undefined && !users.has(named)) {
    throw new InputError(`body.holder: ${named} does not have ${state.tag}`);
  }
  if (named === undefined && users.size > 1) {
    throw new InputError(
      `body.holder: ${[...users].join(', ')} share ${
        state.tag
      }; say who gives it back`,
    );
  }
  const [user] = named === undefined ? [...users] : [named];
  if (!user) {
    throw new ConflictError(`nobody has ${state.tag}; it is back already`);
  }
  return user;
}

/** An assignment as the history tells it. */
export function told(wanted: {
  kind: string;
  holder: string;
  service?: string;
  shared: boolean;
  expectedReturn?: string;
  condition?: string;
  policyVersion?: string;
}) {
  const { kind, holder, service, shared, ...others } = wanted;
  const { expectedReturn, condition, policyVersion } = others;
  return {
    kind,
    holder,
    ...(service && { service }),
    ...(shared && { shared }),
    ...(expectedReturn && { expectedReturn }),
    ...(condition && { condition }),
    ...(policyVersion && { policyVersion }),
  };
}
