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

import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { RouteContract } from '../http';

/** What is needed of a discovery API. @public */
export interface ItamDiscovery {
  getBaseUrl(pluginId: string): Promise<string>;
}

/** What is needed of a fetch API. @public */
export interface ItamFetch {
  fetch: typeof fetch;
}

/** A call of a route: what the contract asks for. @public */
export interface ItamRequest<C extends RouteContract> {
  params?: z.input<C['params']>;
  query?: z.input<C['query']>;
  body?: z.input<NonNullable<C['body']>>;
  /** A file instead of a JSON body. */
  file?: { name: string; content: Blob | ArrayBuffer | string };
  /** The version the change was made on. */
  ifMatch?: number;
  token?: string;
  signal?: AbortSignal;
}

/**
 * Calls the HTTP API by its contracts. The answer is parsed with the schema of
 * the contract.
 *
 * @public
 */
export class ItamClient {
  readonly #discoveryApi: ItamDiscovery;
  readonly #fetchApi: ItamFetch;

  constructor(options: { discoveryApi: ItamDiscovery; fetchApi: ItamFetch }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /**
   * Calls a route.
   *
   * @throws ResponseError if the API refuses the call.
   */
  async call<C extends RouteContract>(
    contract: C,
    request: ItamRequest<C> = {},
  ): Promise<z.output<C['response']>> {
    const response = await this.#send(contract, request);
    return contract.response.parse(
      response.status === 204 ? undefined : await response.json(),
      // the schema of the contract gives the type
    ) as z.output<C['response']>;
  }

  /**
   * Calls a route that streams its answer, and gives the answer whole.
   *
   * @throws ResponseError if the API refuses the call.
   */
  async download<C extends RouteContract>(
    contract: C,
    request: ItamRequest<C> = {},
  ): Promise<Blob> {
    return (await this.#send(contract, request)).blob();
  }

  async #send<C extends RouteContract>(
    contract: C,
    request: ItamRequest<C>,
  ): Promise<Response> {
    const base = await this.#discoveryApi.getBaseUrl('itam');
    const response = await this.#fetchApi.fetch(
      `${base}${pathOf(contract, request.params)}${queryOf(request.query)}`,
      {
        method: contract.method.toUpperCase(),
        headers: headersOf(request),
        body: bodyOf(request),
        signal: request.signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function pathOf(contract: RouteContract, params: object = {}): string {
  const values = new Map(Object.entries(params));
  return contract.path.replace(/:([A-Za-z]+)/g, (_, name) =>
    encodeURIComponent(String(values.get(name) ?? '')),
  );
}

function queryOf(query: object = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== '') {
        search.append(name, String(item));
      }
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

function headersOf(request: ItamRequest<RouteContract>) {
  return {
    ...(request.file
      ? {
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(request.file.name),
        }
      : { 'content-type': 'application/json' }),
    ...(request.ifMatch === undefined
      ? {}
      : { 'if-match': `"${request.ifMatch}"` }),
    ...(request.token ? { authorization: `Bearer ${request.token}` } : {}),
  };
}

function bodyOf(request: ItamRequest<RouteContract>): BodyInit | undefined {
  if (request.file) {
    return request.file.content;
  }
  return request.body === undefined ? undefined : JSON.stringify(request.body);
}
