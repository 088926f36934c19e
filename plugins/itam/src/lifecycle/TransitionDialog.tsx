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
  Select,
  Text,
} from '@backstage/ui';
import {
  AssetDetail,
  TransitionItem,
  TransitionResult,
} from '@itam/plugin-itam-common';
import { useEffect, useRef, useState } from 'react';
import {
  FieldGroups,
  focusFault,
  isSame,
  useAssetType,
} from '../register/form';
import { Problem, Quiet, Waiting } from '../shared';
import { useTexts } from '../translation';
import { EvidenceFields } from './EvidenceFields';
import { TransitionOutcome } from './TransitionOutcome';
import { TransitionReasons } from './TransitionReasons';
import { TransitionTerms } from './TransitionTerms';
import { useTransition } from './useTransition';
import { useTransitionForm } from './useTransitionForm';
import { Transitions } from './useTransitions';

/** What a transition dialog is about. */
export interface WantedTransition {
  item: TransitionItem;
  /** Begins as a forced one. */
  force?: boolean;
}

interface DialogProps {
  asset: AssetDetail;
  transitions: Pick<Transitions, 'model' | 'mayForce' | 'status'>;
  wanted: WantedTransition;
  onDone: (result: TransitionResult) => void;
  onClose: () => void;
}

/**
 * Moves an asset on: asks for what the transition wants to know, says what
 * would happen before it does, and what has to follow.
 */
export const TransitionDialog = (props: DialogProps) => {
  const { t } = useTexts();
  // The page behind may meanwhile show a newer version; the form stays.
  const [opened] = useState(props);
  const { asset, wanted } = opened;
  const type = useAssetType(asset.type);
  return (
    <Dialog
      isOpen
      isDismissable={false}
      width={720}
      onOpenChange={props.onClose}
    >
      <DialogHeader>
        {t('lifecycle.dialog.title', {
          transition: wanted.item.title,
          asset: asset.name,
        })}
      </DialogHeader>
      {type.loading ? (
        <DialogBody>
          <Waiting />
        </DialogBody>
      ) : (
        <TransitionFormBody
          {...opened}
          type={type.value}
          onDone={props.onDone}
          onClose={props.onClose}
        />
      )}
    </Dialog>
  );
};

function TransitionFormBody(
  props: DialogProps & { type: ReturnType<typeof useAssetType>['value'] },
) {
  const { t } = useTexts();
  const { asset, transitions, wanted, type, onDone, onClose } = props;
  const { item } = wanted;
  const body = useRef<HTMLDivElement>(null);
  const form = useTransitionForm({
    item,
    type,
    attributes: asset.attributes,
    force: wanted.force,
  });
  const moving = useTransition(asset.id, error => {
    form.draft.refuse(error);
    focusFault(body.current);
  });
  const [checked, setChecked] = useState<{
    request: unknown;
    result: TransitionResult;
  }>();
  const [done, setDone] = useState<TransitionResult>();
  const titleOf = (id: string) =>
    transitions.model.statuses.find(status => status.id === id)?.title ?? id;
  const { request } = form;
  const shown =
    checked && isSame(checked.request, request) ? checked.result : undefined;

  const answer = useRef<HTMLDivElement>(null);
  const answered = shown ?? moving.error;
  useEffect(() => {
    if (answered) {
      answer.current?.scrollIntoView?.({ block: 'nearest' });
    }
  }, [answered]);

  /** Asks what would happen; answers it if nothing stands in the way. */
  const check = async () => {
    if (!form.complete()) {
      focusFault(body.current);
      return undefined;
    }
    const result = await moving.run({ ...request, dryRun: true });
    if (result) {
      setChecked({ request, result });
    }
    return result;
  };

  const submit = async () => {
    // What has to follow is shown before, and taken by the second press.
    const would = shown ?? (await check());
    if (!would || (!shown && would.warnings.length > 0)) {
      return;
    }
    const result = await moving.run(request);
    if (result) {
      setDone(result);
      onDone(result);
    }
  };

  if (done) {
    return (
      <>
        <DialogBody>
          <TransitionOutcome result={done} titleOf={titleOf} />
        </DialogBody>
        <DialogFooter>
          <CloseButton onClose={onClose} />
        </DialogFooter>
      </>
    );
  }
  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="5" ref={body}>
          <Text as="p">
            {t('lifecycle.dialog.from', {
              from: titleOf(transitions.status),
              to: item.to.map(titleOf).join(', '),
            })}
          </Text>
          {item.effects.length > 0 && <Effects effects={item.effects} />}
          {item.reasons.length > 0 && !item.completable && (
            <TransitionReasons reasons={item.reasons} />
          )}
          {item.to.length > 1 && (
            <Select
              label={t('lifecycle.dialog.to')}
              options={item.to.map(id => ({ id, label: titleOf(id) }))}
              value={form.to}
              onChange={key => form.setTo(String(key))}
            />
          )}
          <FieldGroups groups={form.groups} draft={form.draft} />
          {item.evidence.length > 0 && (
            <Flex direction="column" gap="3">
              <Text as="h3" variant="body-medium" weight="bold">
                {t('lifecycle.document.title')}
              </Text>
              <EvidenceFields
                assetId={asset.id}
                wanted={item.evidence}
                entries={form.documents}
                onChange={form.setDocument}
                strict={form.strict && !form.forced}
              />
            </Flex>
          )}
          <TransitionTerms
            form={form}
            mayForce={transitions.mayForce && !item.allowed}
          />
          <div aria-live="polite" ref={answer}>
            {moving.error && (
              <Problem
                error={moving.error}
                title={t('lifecycle.dialog.refused')}
              />
            )}
            {shown && <TransitionOutcome result={shown} titleOf={titleOf} />}
          </div>
        </Flex>
      </DialogBody>
      <DialogFooter>
        {form.strict && form.faults > 0 && (
          <Quiet variant="body-small" role="status">
            {t('form.faults', { count: form.faults })}
          </Quiet>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('lifecycle.dialog.leave')}
        </Button>
        <Button
          variant="secondary"
          isPending={moving.busy}
          onPress={async () => {
            await check();
          }}
        >
          {t('lifecycle.dialog.check')}
        </Button>
        <Button isPending={moving.busy} onPress={submit}>
          {shown && shown.warnings.length > 0
            ? t('lifecycle.dialog.confirm', { transition: item.title })
            : item.title}
        </Button>
      </DialogFooter>
    </>
  );
}

/** The way out of a finished dialog; takes the keyboard from what is gone. */
function CloseButton(props: { onClose: () => void }) {
  const { t } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => button.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return (
    <Button ref={button} onPress={props.onClose}>
      {t('lifecycle.dialog.close')}
    </Button>
  );
}

/** What it causes beside the new status, in words. */
function Effects(props: { effects: string[] }) {
  const { t } = useTexts();
  return (
    <div>
      <Text weight="bold">{t('lifecycle.dialog.effects')}</Text>
      <ul>
        {props.effects.map(effect => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </div>
  );
}
