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

import { useApi } from '@backstage/core-plugin-api';
import {
  BulkRun,
  ImportColumn,
  ImportOptions,
  ImportPreview,
  itamRoutes,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { toError, useRead } from '../shared';

/** So much of a file is looked at before it is sent whole. */
const HEAD_BYTES = 200_000;

/** What a person says of a file before it is imported. */
export type ImportChoices = Pick<
  ImportOptions,
  'mode' | 'blank' | 'onError' | 'type' | 'currency' | 'reason'
>;

const usual: ImportChoices = {
  mode: 'upsert',
  blank: 'leave',
  onError: 'keep-good',
};

/** An import step by step: file, columns, trial, import. */
export function useImport() {
  const api = useApi(itamApiRef);
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [mapping, setMapping] = useState<string>();
  const [columns, setColumns] = useState<Record<string, ImportColumn>>({});
  const [choices, setChoices] = useState(usual);
  const [trial, setTrial] = useState<BulkRun>();
  const [run, setRun] = useState<BulkRun>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  const mappings = useRead(['mappings', String(run?.id)], async signal => {
    const { items } = await api.call(itamRoutes.listImportMappings, {
      query: {},
      signal,
    });
    return items;
  });

  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (thrown) {
      setError(toError(thrown));
    } finally {
      setBusy(false);
    }
  };

  const look = (chosen: File, named: string | undefined) =>
    act(async () => {
      setTrial(undefined);
      setRun(undefined);
      setPreview(undefined);
      const seen = await api.call(itamRoutes.previewImport, {
        query: { mapping: named },
        file: {
          name: chosen.name,
          content: new File([chosen.slice(0, HEAD_BYTES)], chosen.name),
        },
      });
      setFile(chosen);
      setMapping(named);
      setPreview(seen);
      setColumns(
        Object.fromEntries(
          seen.columns.map(({ header, to }) => [header, { to }]),
        ),
      );
    });

  const send = (dryRun: boolean, chosen: File) =>
    act(async () => {
      const started = await api.call(itamRoutes.importAssets, {
        query: {
          ...choices,
          dryRun: dryRun ? 'true' : 'false',
          mapping,
          unmapped: 'ignore',
          columns: JSON.stringify(columns),
        },
        file: { name: chosen.name, content: chosen },
      });
      if (dryRun) {
        setTrial(started);
        setRun(undefined);
      } else {
        setRun(started);
      }
    });

  const changed = () => {
    setTrial(undefined);
    setRun(undefined);
  };

  return {
    file,
    preview,
    mapping,
    mappings: mappings.value ?? [],
    columns,
    choices,
    trial,
    run,
    busy,
    error,
    choose: (chosen: File) => look(chosen, undefined),
    chooseMapping: (name: string | undefined) => file && look(file, name),
    setColumn: (header: string, column: ImportColumn) => {
      changed();
      setColumns(before => ({ ...before, [header]: column }));
    },
    setChoices: (next: Partial<ImportChoices>) => {
      changed();
      setChoices(before => ({ ...before, ...next }));
    },
    check: () => file && send(true, file),
    apply: () => file && send(false, file),
    saveMapping: async (name: string) => {
      await act(async () => {
        await api.call(itamRoutes.saveImportMapping, {
          params: { name },
          body: {
            columns,
            ...(choices.type && { type: choices.type }),
            ...(choices.currency && { currency: choices.currency }),
          },
        });
        mappings.reload();
      });
    },
    again: () => {
      changed();
      setFile(undefined);
      setPreview(undefined);
      setError(undefined);
    },
  };
}

/** What {@link useImport} answers. */
export type Importer = ReturnType<typeof useImport>;
