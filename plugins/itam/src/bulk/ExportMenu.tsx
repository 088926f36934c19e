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
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import DownloadIcon from '@material-ui/icons/GetApp';
import { itamRoutes } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { filterOf } from '../register/useAssets';
import { AssetsQuery } from '../register/useAssetsQuery';
import { Problem, toError } from '../shared';
import { useTexts } from '../translation';
import { saveFile } from './saveFile';

/** Saves what a list shows as a table that imports unchanged. */
export const ExportMenu = (props: { query: AssetsQuery }) => {
  const { t } = useTexts();
  const { busy, error, save } = useExport(props.query);
  return (
    <>
      <MenuTrigger>
        <Button
          size="small"
          variant="secondary"
          iconStart={<DownloadIcon fontSize="small" aria-hidden />}
          isPending={busy}
        >
          {t('bulk.bar.export')}
        </Button>
        <Menu>
          <MenuItem onAction={() => save('csv')}>
            {t('bulk.bar.exportCsv')}
          </MenuItem>
          <MenuItem onAction={() => save('json')}>
            {t('bulk.bar.exportJson')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {error && <Problem error={error} title={t('bulk.bar.exportFailed')} />}
    </>
  );
};

function useExport(query: AssetsQuery) {
  const api = useApi(itamApiRef);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  return {
    busy,
    error,
    save: async (format: 'csv' | 'json') => {
      setBusy(true);
      setError(undefined);
      try {
        saveFile(
          `assets.${format}`,
          await api.download(itamRoutes.exportAssets, {
            query: { ...filterOf(query), format },
          }),
        );
      } catch (thrown) {
        setError(toError(thrown));
      } finally {
        setBusy(false);
      }
    },
  };
}
