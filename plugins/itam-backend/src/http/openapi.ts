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

import type { RouteContract } from '@itam/plugin-itam-common';
import { createDocument } from 'zod-openapi';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';

const errorBody = z.object({
  error: z.object({ name: z.string(), message: z.string() }),
  response: z.object({ statusCode: z.number().int() }),
});

const refusals: Record<string, string> = {
  '400': 'A value is not valid; the message names the field',
  '401': 'Not signed in',
  '403': 'The permission is missing',
  '404': 'Not there, or not for the caller',
  '409': 'In conflict with another change',
};

/** The OpenAPI 3.1 document of these routes. */
export function openApiDocument(
  routes: RouteContract[],
  options: { version: string; baseUrl: string },
): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'IT asset management',
      version: options.version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: options.baseUrl }],
    security: [{ backstage: [] }],
    components: {
      securitySchemes: {
        backstage: { type: 'http', scheme: 'bearer' },
      },
    },
    paths,
  });
  return { ...document };
}

function operationOf(route: RouteContract) {
  return {
    operationId: route.operationId,
    summary: route.summary,
    description: `Needs the permission \`${route.permission.name}\`.${
      route.callers === 'service' ? ' For services of the portal only.' : ''
    }`,
    requestParams: {
      ...(Object.keys(route.params.shape).length && { path: route.params }),
      ...(Object.keys(route.query.shape).length && { query: route.query }),
      ...headersOf(route),
    },
    requestBody: requestBodyOf(route),
    responses: {
      [String(route.status)]: {
        description: route.summary,
        ...(route.status !== 204 && {
          content: route.streams
            ? Object.fromEntries(
                route.streams.map(mediaType => [
                  mediaType,
                  { schema: { type: 'string' as const } },
                ]),
              )
            : { 'application/json': { schema: route.response } },
        }),
      },
      ...Object.fromEntries(
        Object.entries(refusalsOf(route)).map(([status, description]) => [
          status,
          {
            description,
            content: { 'application/json': { schema: errorBody } },
          },
        ]),
      ),
    },
  };
}

function headersOf(route: RouteContract) {
  if (route.method === 'patch') {
    return { header: z.object({ 'If-Match': z.string() }) };
  }
  return route.rawBody
    ? { header: z.object({ 'x-file-name': z.string().optional() }) }
    : {};
}

function requestBodyOf(route: RouteContract) {
  if (route.rawBody) {
    return {
      required: false,
      content: {
        'application/octet-stream': {
          schema: { type: 'string' as const, format: 'binary' },
        },
      },
    };
  }
  return (
    route.body && {
      required: true,
      content: { 'application/json': { schema: route.body } },
    }
  );
}

function refusalsOf(route: RouteContract): Record<string, string> {
  return route.method === 'patch'
    ? { ...refusals, '412': 'Changed since it was read; read it again' }
    : refusals;
}
