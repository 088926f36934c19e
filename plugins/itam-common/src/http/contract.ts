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

import type { Permission } from '@backstage/plugin-permission-common';
import { z } from 'zod';

/**
 * One route of the HTTP API: what it is called, who may call it, what goes in
 * and what comes out. The backend mounts contracts, the client calls them and
 * the OpenAPI document is generated from them, so the three cannot differ.
 *
 * @public
 */
export interface RouteContract<
  TParams extends z.ZodObject = z.ZodObject,
  TQuery extends z.ZodObject = z.ZodObject,
  TBody extends z.ZodType = z.ZodType,
  TResponse extends z.ZodType = z.ZodType,
> {
  /** The name of the operation, unique in the API (`listAssets`). */
  operationId: string;
  method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Express path below `/api/itam`, for example `/assets/:id`. */
  path: string;
  /** One sentence for the API document. */
  summary: string;
  /** The permission every call is authorised against. */
  permission: Permission;
  /** Who may call: people and services, or services of this portal only. */
  callers: 'any' | 'service';
  params: TParams;
  query: TQuery;
  /**
   * JSON body; `rawBody` says that the body is a file handed to the handler as
   * it is, `stream` that it is handed over while it comes in.
   */
  body?: TBody;
  rawBody?: boolean | 'stream';
  /**
   * Media types of an answer that is sent while it is made, instead of JSON;
   * its response is {@link streamedAnswerSchema}.
   */
  streams?: string[];
  /** Status of a successful answer. */
  status: 200 | 201 | 202 | 204;
  response: TResponse;
}

/** An answer that is sent while it is made. @public */
export interface StreamedAnswer {
  mediaType: string;
  /** Name to save it under. */
  fileName: string;
  content: AsyncIterable<string | Uint8Array>;
}

/** The response of a route with `streams`. @public */
export const streamedAnswerSchema = z.custom<StreamedAnswer>(
  value =>
    typeof value === 'object' &&
    value !== null &&
    Symbol.asyncIterator in Object(Reflect.get(value, 'content')),
);

/**
 * Declares a route; see {@link RouteContract}.
 *
 * @public
 */
export function defineRoute<
  TParams extends z.ZodObject,
  TQuery extends z.ZodObject,
  TBody extends z.ZodType,
  TResponse extends z.ZodType,
>(
  contract: RouteContract<TParams, TQuery, TBody, TResponse>,
): RouteContract<TParams, TQuery, TBody, TResponse> {
  return contract;
}
