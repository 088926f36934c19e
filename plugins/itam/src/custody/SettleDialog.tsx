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
  Checkbox,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { SettleInput, SettleResult } from '@itam/plugin-itam-common';
import { useMemo, useRef, useState } from 'react';
import { FieldGroups, focusFault, isSame } from '../register/form';
import { Problem } from '../shared';
import { useTexts } from '../translation';
import { given, useFieldKit } from './fields';
import { useForm } from './FormDialog';
import { OutcomeList } from './OutcomeList';
import { LeaverPath, useSettle } from './useLeavers';

const parts = ['owner', 'custodian', 'consumer'] as const;

/** Hands on, or takes back, everything somebody holds: checked, then done. */
export const SettleDialog = (props: {
  path: LeaverPath;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const { path, onDone, onClose } = props;
  const body = useRef<HTMLDivElement>(null);
  const kit = useFieldKit();
  const [recall, setRecall] = useState(false);
  const fields = useMemo(
    () => [
      ...parts
        .filter(part => part !== 'consumer' || !recall)
        .map(part =>
          kit.entity(part === 'consumer' ? ['User'] : ['Group', 'User'], {
            path: `reassign.${part}`,
            label: t(`custody.leavers.${part}`),
          }),
        ),
      kit.plain('long', {
        path: 'reason',
        label: t('register.edit.reason'),
        required: true,
      }),
    ],
    [kit, recall, t],
  );
  const draft = useForm(fields);
  const settling = useSettle(path);
  const [checked, setChecked] = useState<{
    request: unknown;
    result: SettleResult;
  }>();
  const [done, setDone] = useState<SettleResult>();
  const { values } = draft;
  const request: SettleInput = {
    reassign: {
      owner: given(values['reassign.owner']),
      custodian: given(values['reassign.custodian']),
      consumer: given(values['reassign.consumer']),
    },
    recall,
    reason: given(values.reason) ?? '',
  };
  const shown =
    checked && isSame(checked.request, request) ? checked.result : undefined;

  const run = async (dryRun: boolean) => {
    if (!draft.complete()) {
      focusFault(body.current);
      return;
    }
    const result = await settling.run({ ...request, dryRun });
    if (result && dryRun) {
      setChecked({ request, result });
    } else if (result) {
      setDone(result);
      onDone();
    }
  };
  return (
    <Dialog isOpen width={680} onOpenChange={onClose}>
      <DialogHeader>
        {t('custody.leavers.settleTitle', { name: path.name })}
      </DialogHeader>
      <DialogBody ref={body}>
        <Flex direction="column" gap="4">
          {!done && (
            <>
              <Text as="p">{t('custody.leavers.settleHint')}</Text>
              <FieldGroups
                groups={[{ id: 'settle', title: path.name, fields }]}
                draft={draft}
              />
              <Checkbox isSelected={recall} onChange={setRecall}>
                {t('custody.leavers.recall')}
              </Checkbox>
            </>
          )}
          <div aria-live="polite">
            {settling.error && (
              <Problem
                error={settling.error}
                title={t('lifecycle.dialog.refused')}
              />
            )}
            {(done ?? shown) && (
              <OutcomeList result={done ?? shown} isDone={Boolean(done)} />
            )}
          </div>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {done ? t('custody.leavers.close') : t('register.edit.cancel')}
        </Button>
        {!done && (
          <>
            <Button
              variant="secondary"
              isPending={settling.busy}
              onPress={() => run(true)}
            >
              {t('custody.leavers.check')}
            </Button>
            <Button
              isPending={settling.busy}
              isDisabled={!shown}
              onPress={() => run(false)}
            >
              {t('custody.leavers.submit')}
            </Button>
          </>
        )}
      </DialogFooter>
    </Dialog>
  );
};
