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

import { Button, Flex, Select, TextField } from '@backstage/ui';
import { useTexts } from '../translation';
import { useAssetTypes } from './useAssetTypes';
import { Importer } from './useImport';

const modes = ['upsert', 'create', 'update'] as const;
const blanks = ['leave', 'clear'] as const;
const onErrors = ['keep-good', 'all-or-nothing'] as const;

const NO_TYPE = '-';

/** What is done with the rows, and the way to try it out. */
export const ImportOptionsForm = (props: { importer: Importer }) => {
  const { t } = useTexts();
  const types = useAssetTypes();
  const { choices, setChoices, check, busy } = props.importer;
  return (
    <Flex direction="column" gap="4">
      <Select
        label={t('bulk.import.mode')}
        options={modes.map(id => ({ id, label: t(`bulk.import.modes.${id}`) }))}
        value={choices.mode}
        onChange={key =>
          setChoices({ mode: modes.find(id => id === key) ?? 'upsert' })
        }
      />
      <Select
        label={t('bulk.import.blank')}
        options={blanks.map(id => ({
          id,
          label: t(`bulk.import.blanks.${id}`),
        }))}
        value={choices.blank}
        onChange={key =>
          setChoices({ blank: blanks.find(id => id === key) ?? 'leave' })
        }
      />
      <Select
        label={t('bulk.import.onError')}
        options={onErrors.map(id => ({
          id,
          label: t(`bulk.import.onErrors.${id}`),
        }))}
        value={choices.onError}
        onChange={key =>
          setChoices({
            onError: onErrors.find(id => id === key) ?? 'keep-good',
          })
        }
      />
      <Select
        label={t('bulk.import.type')}
        searchable
        options={[
          { id: NO_TYPE, label: t('bulk.import.noType') },
          ...types.map(({ id, title }) => ({ id, label: title })),
        ]}
        value={choices.type ?? NO_TYPE}
        onChange={key =>
          setChoices({ type: key === NO_TYPE ? undefined : String(key) })
        }
      />
      <TextField
        label={t('bulk.import.currency')}
        maxLength={3}
        value={choices.currency ?? ''}
        onChange={text =>
          setChoices({ currency: text.toUpperCase() || undefined })
        }
      />
      <TextField
        label={t('bulk.import.reason')}
        maxLength={2000}
        value={choices.reason ?? ''}
        onChange={text => setChoices({ reason: text || undefined })}
      />
      <div>
        <Button isPending={busy} onPress={check}>
          {t('bulk.import.check')}
        </Button>
      </div>
    </Flex>
  );
};
