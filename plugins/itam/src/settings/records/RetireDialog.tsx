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

import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Link,
  Text,
  TextField,
} from '@backstage/ui';
import { useState } from 'react';
import { assetsRouteRef } from '../../routes';
import { Problem, Quiet, Reading, toError, Waiting } from '../../shared';
import { useTexts } from '../../translation';

/** Takes a record out of use, unless assets name it. */
export const RetireDialog = (props: {
  name: string;
  use: Reading<{ assets: number }>;
  /** Narrows the list of assets down to those that name it. */
  filter?: Record<string, string>;
  onRetire: (reason: string | undefined) => Promise<void>;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const assetsPath = useRouteRef(assetsRouteRef);
  const { name, use, filter, onRetire, onClose } = props;
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const assets = use.value?.assets;

  const retire = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onRetire(reason.trim() || undefined);
      onClose();
    } catch (thrown) {
      setError(toError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog isOpen isDismissable width={520} onOpenChange={onClose}>
      <DialogHeader>{t('settings.records.retireTitle', { name })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          {error && (
            <Problem error={error} title={t('settings.records.actionFailed')} />
          )}
          {use.error && <Problem error={use.error} onRetry={use.reload} />}
          {use.loading && <Waiting lines={2} />}
          {assets !== undefined && assets > 0 && (
            <>
              <Text as="p">
                {t('settings.records.used', { count: assets })}
              </Text>
              {filter && (
                <Link href={`${assetsPath()}?${new URLSearchParams(filter)}`}>
                  {t('settings.records.showAssets')}
                </Link>
              )}
            </>
          )}
          {assets === 0 && (
            <>
              <Text as="p">{t('settings.records.unused')}</Text>
              <Quiet as="p">{t('settings.records.retireHint')}</Quiet>
              <TextField
                label={t('settings.records.reason')}
                maxLength={2000}
                value={reason}
                onChange={setReason}
              />
            </>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button
          variant="primary"
          isDisabled={assets !== 0}
          isPending={busy}
          onPress={retire}
        >
          {t('settings.records.retire')}
        </Button>
        <Button variant="secondary" onPress={onClose}>
          {t('settings.records.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
