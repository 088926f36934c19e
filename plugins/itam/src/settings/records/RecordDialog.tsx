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

import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextField,
} from '@backstage/ui';
import { ReactNode, useRef, useState } from 'react';
import {
  Draft,
  FieldGroup,
  FieldGroups,
  focusFault,
} from '../../register/form';
import { problemKind, toError } from '../../shared';
import { useTexts } from '../../translation';

/**
 * A form of a shared record. What is wrong is said at the fields; a record
 * somebody else changed meanwhile is not overwritten.
 */
export const RecordDialog = (props: {
  title: string;
  groups: FieldGroup[];
  draft: Draft;
  /** Given for a record that is there: why it is changed. */
  withReason?: boolean;
  more?: ReactNode;
  onSave: (reason: string | undefined) => Promise<void>;
  onReload?: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const { title, groups, draft, withReason, more, onSave } = props;
  const { onReload, onClose } = props;
  const form = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<{ lines: string[]; stale: boolean }>();

  const save = async () => {
    if (!draft.complete()) {
      focusFault(form.current);
      return;
    }
    setSaving(true);
    setRefusal(undefined);
    try {
      await onSave(reason.trim() || undefined);
      onClose();
    } catch (thrown) {
      const error = toError(thrown);
      const stale = problemKind(error) === 'conflict' && onReload !== undefined;
      const lines = draft.refuse(error);
      setRefusal(lines.length > 0 ? { lines, stale } : undefined);
      focusFault(form.current);
    } finally {
      setSaving(false);
    }
  };

  return (
    <Dialog isOpen isDismissable width={760} onOpenChange={onClose}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4" ref={form}>
          {refusal && (
            <Alert
              role="alert"
              status={refusal.stale ? 'warning' : 'danger'}
              icon
              title={
                refusal.stale
                  ? t('settings.records.conflict')
                  : t('settings.records.failed')
              }
              description={
                refusal.stale
                  ? t('settings.records.conflictHint')
                  : refusal.lines.join('; ')
              }
              customActions={
                refusal.stale && (
                  <Button size="small" variant="secondary" onPress={onReload}>
                    {t('settings.records.reload')}
                  </Button>
                )
              }
            />
          )}
          <FieldGroups groups={groups} draft={draft} />
          {more}
          {withReason && (
            <TextField
              label={t('settings.records.reason')}
              maxLength={2000}
              value={reason}
              onChange={setReason}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isPending={saving}
          isDisabled={draft.changed.length === 0}
          onPress={save}
        >
          {t('settings.records.save')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('settings.records.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
