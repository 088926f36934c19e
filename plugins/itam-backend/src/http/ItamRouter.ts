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

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Permission } from '@backstage/plugin-permission-common';
import type { RouteContract, StreamedAnswer } from '@itam/plugin-itam-common';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { z } from 'zod';
import type { AssetAccess } from '../register/access';
import { Authoriser, CallerCredentials, Granted } from './authorise';
import {
  bodyReader,
  DEFAULT_MAX_UPLOAD_BYTES,
  IncomingFile,
  incomingFile,
  UploadedFile,
  uploadedFile,
} from './body';
import { etagOf, isFresh, parseIfMatch } from './etag';
import { parsePart, parseQuery } from './parse';

/** Who calls a route. */
export interface Caller {
  kind: 'user' | 'service';
  /** A user entity ref, or the subject of a service. */
  ref: string;
  credentials: CallerCredentials;
}

/** A call of a route: authenticated, authorised and parsed. */
export interface RouteCall<C extends RouteContract> {
  params: z.output<C['params']>;
  query: z.output<C['query']>;
  body: z.output<NonNullable<C['body']>>;
  /** Contracts with `rawBody`: the file handed in, if any. */
  file?: UploadedFile;
  /** Contracts with `rawBody: 'stream'`: the file while it comes in. */
  incoming?: IncomingFile;
  caller: Caller;
  /** The assets the caller may use the permission of the route on. */
  access: AssetAccess;
  /**
   * The assets the caller may use another permission on; all or none for one
   * that is not about assets.
   */
  accessTo(permission: Permission): Promise<Granted>;
  /**
   * The same of several permissions by name, asked of the policy in one go, for
   * example which lifecycle roles the caller acts in.
   */
  accessToEach(permissions: Permission[]): Promise<Map<string, Granted>>;
  /** The version named in If-Match: always there for PATCH, if given for other writes. */
  expectedVersion?: number;
}

/** Answers a call with what the contract promises. */
export type RouteHandler<C extends RouteContract> = (
  call: RouteCall<C>,
) => Promise<z.input<C['response']>>;

/**
 * Mounts contracts. Authentication, permission, schemas, ETag, If-Match and the
 * audit of writes are not up to the handler, so no route can leave them out.
 */
export class ItamRouter {
  readonly #httpAuth: HttpAuthService;
  readonly #auditor: AuditorService;
  readonly #authoriser: Authoriser;
  readonly #maxUploadBytes: number;
  readonly #router = PromiseRouter();

  constructor(options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    authoriser: Authoriser;
    maxUploadBytes?: number;
  }) {
    this.#httpAuth = options.httpAuth;
    this.#auditor = options.auditor;
    this.#authoriser = options.authoriser;
    this.#maxUploadBytes = options.maxUploadBytes ?? DEFAULT_MAX_UPLOAD_BYTES;
  }

  /** The router with what was mounted so far. */
  get router(): Router {
    return this.#router;
  }

  /** Mounts one route. */
  mount<C extends RouteContract>(contract: C, handler: RouteHandler<C>): this {
    this.#router[contract.method](
      contract.path,
      async (request: Request, response: Response) => {
        const caller = await this.#authenticate(contract, request);
        const rights = this.#authoriser.rightsOf(caller.credentials);
        const access = await rights.require(contract.permission);
        await readBody(request, response, contract, this.#maxUploadBytes);
        const answer = await this.#audited(contract, request, async () =>
          handler({
            ...parseRequest(contract, request),
            ...(contract.rawBody === 'stream' && {
              incoming: incomingFile(request, this.#maxUploadBytes),
            }),
            caller,
            access,
            accessTo: permission => rights.accessTo(permission),
            accessToEach: permissions => rights.accessToEach(permissions),
          }),
        );
        await send(contract, request, response, answer);
      },
    );
    return this;
  }

  /** Mounts a slice: each of its contracts with the handler of that name. */
  mountAll<T extends Record<string, RouteContract>>(
    contracts: T,
    handlers: { [Operation in keyof T]: RouteHandler<T[Operation]> },
  ): this {
    for (const operation of Object.keys(contracts)) {
      this.mount(contracts[operation], handlers[operation]);
    }
    return this;
  }

  async #authenticate(
    contract: RouteContract,
    request: Request,
  ): Promise<Caller> {
    const credentials = await this.#httpAuth.credentials(request, {
      allow: contract.callers === 'service' ? ['service'] : ['user', 'service'],
    });
    const { principal } = credentials;
    return principal.type === 'user'
      ? { kind: 'user', ref: principal.userEntityRef, credentials }
      : { kind: 'service', ref: principal.subject, credentials };
  }

  /** Writes of people and outside services leave an audit event. */
  async #audited<T>(
    contract: RouteContract,
    request: Request,
    act: () => Promise<T>,
  ): Promise<T> {
    if (contract.method === 'get' || contract.callers === 'service') {
      return act();
    }
    const event = await this.#auditor.createEvent({
      eventId: kebab(contract.operationId),
      severityLevel: 'medium',
      request,
      meta: { params: { ...request.params } },
    });
    try {
      const answer = await act();
      await event.success();
      return answer;
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  }
}

function readBody(
  request: Request,
  response: Response,
  contract: RouteContract,
  maxUploadBytes: number,
): Promise<void> {
  if (!contract.body && contract.rawBody !== true) {
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    bodyReader(contract, maxUploadBytes)(request, response, error =>
      error ? reject(error) : resolve(),
    );
  });
}

function parseRequest<C extends RouteContract>(contract: C, request: Request) {
  return {
    expectedVersion:
      contract.method === 'patch' ||
      (contract.method !== 'get' && request.header('if-match') !== undefined)
        ? parseIfMatch(request.header('if-match'))
        : undefined,
    // the schemas of the contract give the types; the generic hides them
    params: parsePart(contract.params, request.params, 'path') as z.output<
      C['params']
    >,
    query: parseQuery(contract.query, request.query) as z.output<C['query']>,
    body: (contract.body
      ? parsePart(contract.body, request.body, 'body')
      : undefined) as z.output<NonNullable<C['body']>>,
    file: contract.rawBody === true ? uploadedFile(request) : undefined,
  };
}

/** Nothing leaves that the contract does not name. */
async function send(
  contract: RouteContract,
  request: Request,
  response: Response,
  answer: unknown,
): Promise<void> {
  response.status(contract.status);
  if (contract.status === 204) {
    response.end();
    return;
  }
  const parsed = contract.response.safeParse(answer);
  if (!parsed.success) {
    throw new Error(
      `${contract.operationId} answered against its contract: ${parsed.error.message}`,
    );
  }
  if (contract.streams) {
    // streamedAnswerSchema has just told so
    await sendStream(response, parsed.data as StreamedAnswer);
    return;
  }
  const json = JSON.stringify(parsed.data);
  const etag = etagOf(parsed.data, json);
  response.set('ETag', etag);
  response.set('Cache-Control', 'private, no-cache');
  if (
    contract.method === 'get' &&
    isFresh(request.header('if-none-match'), etag)
  ) {
    response.status(304).end();
    return;
  }
  response.type('application/json').send(json);
}

/** Sent as fast as the caller takes it; a failure on the way breaks it off. */
async function sendStream(
  response: Response,
  { mediaType, fileName, content }: StreamedAnswer,
): Promise<void> {
  response.type(mediaType).set('Cache-Control', 'private, no-store');
  response.attachment(fileName);
  try {
    await pipeline(Readable.from(content), response);
  } catch (error) {
    if (!response.headersSent) {
      throw error;
    }
    response.destroy();
  }
}

function kebab(operationId: string): string {
  return operationId.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
