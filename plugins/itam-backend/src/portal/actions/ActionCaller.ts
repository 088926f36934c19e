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

import type {
  AuditorService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import type { RouteContract } from '@itam/plugin-itam-common';
import type { z } from 'zod';
import type {
  Authoriser,
  Caller,
  CallerCredentials,
  RouteHandler,
} from '../../http';
import { parsePart, parseQuery } from '../../http/parse';

/** What a route is called with. */
export interface ActionRequest<C extends RouteContract> {
  /** Name of the action, for the audit. */
  action: string;
  credentials: BackstageCredentials;
  params?: z.input<C['params']>;
  query?: z.input<C['query']>;
  body?: z.input<NonNullable<C['body']>>;
}

/**
 * Calls routes from within, in the name of whoever invokes an action: with
 * their permissions, the schemas of the contract and the audit of writes, as
 * if the call came over HTTP.
 */
export class ActionCaller {
  readonly #authoriser: Authoriser;
  readonly #auditor: AuditorService;

  constructor(options: { authoriser: Authoriser; auditor: AuditorService }) {
    this.#authoriser = options.authoriser;
    this.#auditor = options.auditor;
  }

  /** @throws whatever the route answers a request like this with. */
  async call<C extends RouteContract>(
    contract: C,
    handler: RouteHandler<C>,
    request: ActionRequest<C>,
  ): Promise<z.output<C['response']>> {
    const caller = callerOf(request.credentials);
    const rights = this.#authoriser.rightsOf(caller.credentials);
    const access = await rights.require(contract.permission);
    const answer = await this.#audited(contract, request, () =>
      handler({
        // the schemas of the contract give the types; the generic hides them
        params: parsePart(
          contract.params,
          request.params ?? {},
          'path',
        ) as z.output<C['params']>,
        query: parseQuery(contract.query, request.query ?? {}) as z.output<
          C['query']
        >,
        body: (contract.body
          ? parsePart(contract.body, request.body, 'body')
          : undefined) as z.output<NonNullable<C['body']>>,
        caller,
        access,
        accessTo: permission => rights.accessTo(permission),
        accessToEach: permissions => rights.accessToEach(permissions),
      }),
    );
    // nothing leaves that the contract does not name
    return contract.response.parse(answer) as z.output<C['response']>;
  }

  async #audited<C extends RouteContract, T>(
    contract: C,
    { action, params }: ActionRequest<C>,
    act: () => Promise<T>,
  ): Promise<T> {
    if (contract.method === 'get') {
      return act();
    }
    const event = await this.#auditor.createEvent({
      eventId: action,
      severityLevel: 'medium',
      meta: { params: namesIn(params) },
    });
    try {
      const answer = await act();
      await event.success();
      return answer;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }
}

function callerOf(credentials: BackstageCredentials): Caller {
  if (!isOfSomebody(credentials)) {
    throw new NotAllowedError(
      'actions on IT assets are for people who signed in, and for services',
    );
  }
  const { principal } = credentials;
  return principal.type === 'user'
    ? { kind: 'user', ref: principal.userEntityRef, credentials }
    : { kind: 'service', ref: principal.subject, credentials };
}

function isOfSomebody(
  credentials: BackstageCredentials,
): credentials is CallerCredentials {
  // the type of a principal is open; the two named here carry it
  const { type } = credentials.principal as Partial<
    BackstageUserPrincipal | BackstageServicePrincipal
  >;
  return type === 'user' || type === 'service';
}

/** Path parameters are names: ids, tags, kinds. */
function namesIn(params: object = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, String(value)]),
  );
}
