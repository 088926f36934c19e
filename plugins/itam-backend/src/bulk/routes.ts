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

import { InputError } from '@backstage/errors';
import {
  bulkRoutes,
  importColumnsSchema,
  ImportOptions,
  importOptionsSchema,
  itamAssetCreatePermission,
  itamAssetOverridePermission,
  itamAssetReadPermission,
  itamAssetTransitionPermission,
  itamAssetUpdatePermission,
  itamCostReadPermission,
  itamSettingsUpdatePermission,
  lifecycleRolePermissions,
  RouteContract,
} from '@itam/plugin-itam-common';
import type { IncomingFile, RouteCall, RouteHandler } from '../http';
import { parsePart } from '../http/parse';
import { pageOfLibrary } from '../register/libraryItems';
import type { BulkCaller, BulkService } from './BulkService';
import type { MappingService } from './mappings/MappingService';
import type { AssetExport } from './exporting/AssetExport';

/** The handler of each route of the bulk slice. */
export type BulkHandlers = {
  [Operation in keyof typeof bulkRoutes]: RouteHandler<
    (typeof bulkRoutes)[Operation]
  >;
};

/** Serves bulk changes, imports and exports. */
export function createBulkHandlers(options: {
  service: BulkService;
  mappings: MappingService;
  exporter: AssetExport;
}): BulkHandlers {
  const { service, mappings, exporter } = options;
  return {
    bulkChangeAssets: async call =>
      service.change(call.body, await callerOf(call)),
    previewImport: async call => service.preview(fileOf(call), call.query),
    importAssets: async call =>
      service.import(
        fileOf(call),
        importOptions(call.query),
        await callerOf(call),
      ),
    exportAssets: async call => {
      const { format, columns, ...filter } = call.query;
      return exporter.write({
        format,
        filter,
        columns: columns
          ?.split(',')
          .map(name => name.trim())
          .filter(Boolean),
        access: call.access,
        mayReadCosts: (await call.accessTo(itamCostReadPermission)) !== 'none',
      });
    },
    listBulkRuns: async call => service.list(call.query, await callerOf(call)),
    getBulkRun: async call => service.get(call.params.id, await callerOf(call)),
    listBulkRows: async call =>
      service.rows(call.params.id, call.query, await callerOf(call)),
    cancelBulkRun: async call =>
      service.cancel(call.params.id, await callerOf(call)),
    undoBulkRun: async call =>
      service.undo(call.params.id, call.body, await callerOf(call)),
    listImportMappings: async ({ query }) => {
      const { items, nextCursor } = pageOfLibrary(
        (await mappings.list()).map(mapping => ({ id: mapping.name, mapping })),
        query,
      );
      return { items: items.map(({ mapping }) => mapping), nextCursor };
    },
    saveImportMapping: async call =>
      mappings.save(call.params.name, call.body, call.caller.ref),
    deleteImportMapping: async call => {
      await mappings.delete(call.params.name);
      return undefined;
    },
  };
}

/** Options come as query parameters, the columns among them as JSON. */
function importOptions(
  query: Record<string, unknown> & { columns?: string },
): ImportOptions {
  const given = Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined),
  );
  return parsePart(
    importOptionsSchema,
    {
      ...given,
      ...(query.columns !== undefined && {
        columns: parsePart(importColumnsSchema, jsonOf(query.columns), 'query'),
      }),
    },
    'query',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `query.columns: no JSON (${error}); write {"<header>":"<field>"}`,
    );
  }
}

function fileOf({ incoming }: { incoming?: IncomingFile }): IncomingFile {
  if (!incoming) {
    throw new InputError('body: send the file');
  }
  return incoming;
}

/** What the caller may do, asked of the policy in one go. */
async function callerOf<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<BulkCaller> {
  const roles = Object.entries(lifecycleRolePermissions);
  const granted = await call.accessToEach([
    itamAssetReadPermission,
    itamAssetUpdatePermission,
    itamAssetTransitionPermission,
    itamAssetOverridePermission,
    itamAssetCreatePermission,
    itamCostReadPermission,
    itamSettingsUpdatePermission,
    ...roles.map(([, permission]) => permission),
  ]);
  const of = ({ name }: { name: string }) => granted.get(name) ?? 'none';
  return {
    ref: call.caller.ref,
    rights: {
      read: of(itamAssetReadPermission),
      update: of(itamAssetUpdatePermission),
      transition: of(itamAssetTransitionPermission),
      override: of(itamAssetOverridePermission),
      create: of(itamAssetCreatePermission) !== 'none',
      costs: of(itamCostReadPermission) !== 'none',
      settings: of(itamSettingsUpdatePermission) !== 'none',
      roles: Object.fromEntries(
        roles.map(([role, permission]) => [role, of(permission)]),
      ),
    },
  };
}
