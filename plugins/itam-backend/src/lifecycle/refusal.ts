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

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { TransitionReason } from '@itam/plugin-itam-common';

/**
 * The error for a transition that cannot be made now: 403 when only the role
 * is wrong, 400 when facts or documents are missing, 409 when something else
 * stands in the way. It says each reason with its way out.
 */
export function refusal(
  transition: string,
  reasons: TransitionReason[],
): Error {
  const text = reasons
    .map(({ kind, id, message, wayOut }) =>
      kind === 'fact' || kind === 'evidence'
        ? `${
            kind === 'fact' ? `facts.${id}` : `evidence: ${id}`
          }: ${message} ${wayOut}`
        : `${message} ${wayOut}`,
    )
    .join('; ');
  const message = `${transition} is not possible now: ${text}`;
  if (reasons.some(({ kind }) => kind === 'guard' || kind === 'flag')) {
    return new ConflictError(message);
  }
  return reasons.some(({ kind }) => kind === 'role')
    ? new NotAllowedError(message)
    : new InputError(message);
}
