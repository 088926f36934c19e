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

import { Alert, Button } from '@backstage/ui';
import { RecordBase } from '@itam/plugin-itam-common';
import { ReactNode, useState } from 'react';
import {
  FactLine,
  FactList,
  Problem,
  Reading,
  Section,
  toError,
  usePages,
  useRead,
} from '../../shared';
import { useTexts } from '../../translation';
import { SettingsPage } from '../SettingsFrame';
import type { RecordCalls } from './recordCalls';
import { RecordHistory } from './RecordHistory';
import { RecordMarks } from './RecordMarks';
import { RetireDialog } from './RetireDialog';
import { useMayChange } from './useMayChange';

/** A shared record: its facts, what can be done with it, and its history. */
export function RecordPage<T extends RecordBase & { name: string }>(props: {
  record: T;
  reading: Reading<T>;
  calls: RecordCalls<T>;
  facts: FactLine[];
  /** Narrows the list of assets down to those that name it. */
  filter?: Record<string, string>;
  actions?: ReactNode;
  dialog: (handlers: { onSaved: () => void; onClose: () => void }) => ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTexts();
  const { record, reading, calls, facts, filter, dialog } = props;
  const [open, setOpen] = useState<'edit' | 'retire'>();
  const [error, setError] = useState<Error>();
  const mayChange = useMayChange() && !record.configured;
  const history = usePages([record.id, record.version], (cursor, signal) =>
    calls.history(record.id, { limit: 50, cursor }, signal),
  );
  const close = () => setOpen(undefined);

  const reinstate = async () => {
    setError(undefined);
    try {
      await calls.reinstate(record.id, { version: record.version });
      reading.reload();
    } catch (thrown) {
      setError(toError(thrown));
    }
  };

  return (
    <SettingsPage
      title={record.name}
      description={<RecordMarks record={record} />}
      actions={
        mayChange && (
          <>
            {props.actions}
            <Button variant="secondary" onPress={() => setOpen('edit')}>
              {t('settings.records.edit')}
            </Button>
            {record.retiredAt ? (
              <Button variant="secondary" onPress={reinstate}>
                {t('settings.records.reinstate')}
              </Button>
            ) : (
              <Button variant="secondary" onPress={() => setOpen('retire')}>
                {t('settings.records.retire')}
              </Button>
            )}
          </>
        )
      }
    >
      {record.configured && (
        <Alert
          status="info"
          icon
          title={t('settings.records.configured')}
          description={t('settings.records.configuredHint')}
        />
      )}
      {error && (
        <Problem error={error} title={t('settings.records.actionFailed')} />
      )}
      <Section title={t('settings.records.facts')}>
        <FactList facts={facts} />
      </Section>
      {props.children}
      <RecordHistory pages={history} />
      {open === 'edit' && dialog({ onSaved: reading.reload, onClose: close })}
      {open === 'retire' && (
        <Retirement
          record={record}
          calls={calls}
          filter={filter}
          onRetired={reading.reload}
          onClose={close}
        />
      )}
    </SettingsPage>
  );
}

function Retirement<T extends RecordBase & { name: string }>(props: {
  record: T;
  calls: RecordCalls<T>;
  filter?: Record<string, string>;
  onRetired: () => void;
  onClose: () => void;
}) {
  const { record, calls, filter, onRetired, onClose } = props;
  const use = useRead([record.id], signal => calls.use(record.id, signal));
  return (
    <RetireDialog
      name={record.name}
      use={use}
      filter={filter}
      onRetire={async reason => {
        await calls.retire(record.id, { version: record.version, reason });
        onRetired();
      }}
      onClose={onClose}
    />
  );
}
