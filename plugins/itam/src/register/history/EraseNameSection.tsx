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
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextField,
} from '@backstage/ui';
import { useState } from 'react';
import { Problem, Quiet, Section } from '../../shared';
import { useTexts } from '../../translation';
import { useEraseName } from './useEraseName';

/** Erases the name of a person, after asking twice. */
export const EraseNameSection = () => {
  const { t } = useTexts();
  const erasure = useEraseName();
  const [ref, setRef] = useState('');
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const [records, setRecords] = useState<number>();

  async function erase() {
    setAsking(false);
    const done = await erasure.run({ ref: ref.trim(), reason: reason.trim() });
    if (done) {
      setRecords(done.records);
      setRef('');
      setReason('');
    }
  }

  return (
    <Section title={t('history.erase.title')}>
      <Flex direction="column" gap="3" align="start">
        <Quiet as="p">{t('history.erase.hint')}</Quiet>
        <TextField
          label={t('history.erase.ref')}
          description={t('history.erase.refHint')}
          value={ref}
          onChange={setRef}
        />
        <TextField
          label={t('history.erase.reason')}
          description={t('history.erase.reasonHint')}
          maxLength={2000}
          value={reason}
          onChange={setReason}
        />
        <Button
          variant="secondary"
          isDisabled={!ref.trim() || !reason.trim()}
          isPending={erasure.busy}
          onPress={() => {
            setRecords(undefined);
            erasure.clear();
            setAsking(true);
          }}
        >
          {t('history.erase.submit')}
        </Button>
        {erasure.error && (
          <Problem error={erasure.error} title={t('history.erase.failed')} />
        )}
        {records !== undefined && (
          <Text role="status">
            {t('history.erase.done', { count: records })}
          </Text>
        )}
      </Flex>
      <Dialog isOpen={asking} onOpenChange={setAsking} width={480}>
        <DialogHeader>
          {t('history.erase.confirmTitle', { ref: ref.trim() })}
        </DialogHeader>
        <DialogBody>
          <Text>{t('history.erase.hint')}</Text>
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" onPress={erase}>
            {t('history.erase.confirm')}
          </Button>
          <Button variant="secondary" onPress={() => setAsking(false)}>
            {t('history.erase.cancel')}
          </Button>
        </DialogFooter>
      </Dialog>
    </Section>
  );
};
