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
import { BulkChange, BulkRun } from '@itam/plugin-itam-common';
import { ReactNode, Ref, useState } from 'react';
import { Problem } from '../shared';
import { useTexts } from '../translation';
import { FollowedBulkRun } from './FollowedBulkRun';
import { useStartBulk } from './useBulkActions';
import { Selection } from './useSelection';

/**
 * Asks what is to become of the assets taken, shows what it would do row by
 * row, and does it.
 */
export const BulkDialog = (props: {
  title: string;
  selection: Selection;
  /** What is asked for; none: something is missing, which was just shown. */
  changeOf: () => BulkChange | undefined;
  onClose: (changed: boolean) => void;
  bodyRef?: Ref<HTMLDivElement>;
  children: ReactNode;
}) => {
  const { t } = useTexts();
  const { title, selection, changeOf, onClose } = props;
  const { busy, error, start } = useStartBulk();
  const [reason, setReason] = useState('');
  const [change, setChange] = useState<BulkChange>();
  const [trial, setTrial] = useState<BulkRun>();
  const [tried, setTried] = useState<BulkRun>();
  const [run, setRun] = useState<BulkRun>();

  const send = (asked: BulkChange, dryRun: boolean) =>
    start({
      selection: selection.selection,
      change: asked,
      dryRun,
      ...(reason.trim() && { reason: reason.trim() }),
    });
  const preview = async () => {
    const asked = changeOf();
    const started = asked && (await send(asked, true));
    if (started) {
      setChange(asked);
      setTried(undefined);
      setTrial(started);
    }
  };
  const apply = async () => {
    const started = change && (await send(change, false));
    if (started) {
      setRun(started);
    }
  };
  const updates = tried?.counts.updated ?? 0;
  const following = run ?? trial;
  return (
    <Dialog isOpen width={760} onOpenChange={() => onClose(Boolean(run))}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody ref={props.bodyRef}>
        <Flex direction="column" gap="4">
          {/* What was filled in stays while the preview is looked at. */}
          <div hidden={Boolean(following)}>
            <Flex direction="column" gap="4">
              {props.children}
              <TextField
                label={t('bulk.edit.reason')}
                maxLength={2000}
                value={reason}
                onChange={setReason}
              />
            </Flex>
          </div>
          {following && (
            <>
              {!run && (
                <Text as="h3" weight="bold">
                  {t('bulk.preview.title')}
                </Text>
              )}
              <FollowedBulkRun
                key={following.id}
                runId={following.id}
                onEnded={run ? undefined : setTried}
              />
            </>
          )}
          <div aria-live="polite">{error && <Problem error={error} />}</div>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={() => onClose(Boolean(run))}>
          {run ? t('bulk.bar.leave') : t('bulk.edit.cancel')}
        </Button>
        {!following && (
          <Button isPending={busy} onPress={preview}>
            {t('bulk.edit.preview')}
          </Button>
        )}
        {trial && !run && (
          <>
            <Button variant="secondary" onPress={() => setTrial(undefined)}>
              {t('bulk.edit.again')}
            </Button>
            <Button
              isPending={busy || !tried}
              isDisabled={updates === 0}
              onPress={apply}
            >
              {t('bulk.edit.apply', { count: updates })}
            </Button>
          </>
        )}
      </DialogFooter>
    </Dialog>
  );
};
