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
  TextField,
} from '@backstage/ui';
import {
  endWords,
  NewRelation,
  oneOf,
  RolledUpField,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { EntityFinder } from '../register/form/EntityFinder';
import { Problem } from '../shared';
import { useTexts } from '../translation';
import { OtherEndFinder } from './OtherEndFinder';
import {
  otherEnd,
  otherEntities,
  RelationChoice,
  relationChoices,
} from './relationChoices';
import type { RelatingAsset } from './RelationsSection';
import { RollUpFields } from './RollUpFields';
import { useChangeRelation } from './useChangeRelation';
import type { RelationKinds } from './useRelationKinds';

/** Adds a relation: which kind, what to, and what follows from it. */
export const AddRelationDialog = (props: {
  asset: RelatingAsset;
  kinds: RelationKinds;
  onAdded: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const { asset, kinds, onAdded, onClose } = props;
  const { add, saving, error } = useChangeRelation();
  const choices = relationChoices(asset, kinds.rules);
  const [chosen, setChosen] = useState<string>();
  const [tag, setTag] = useState('');
  const [entityRef, setEntityRef] = useState('');
  const [rollUp, setRollUp] = useState<RolledUpField[]>([]);
  const [reason, setReason] = useState('');
  const choice = choices.find(({ id }) => id === chosen);
  const ready = choice !== undefined && (tag !== '' || entityRef !== '');

  const choose = (id: string) => {
    setChosen(id);
    setTag('');
    setEntityRef('');
    setRollUp([]);
  };
  const submit = async () => {
    if (!choice) return;
    const change = changeOf({ asset, choice, tag, entityRef, rollUp, reason });
    if (await add(change.from, change.body)) {
      onAdded();
      onClose();
    }
  };

  return (
    <Dialog isOpen isDismissable={false} width={560} onOpenChange={onClose}>
      <DialogHeader>
        {t('relations.add.title', { name: asset.name })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {error && <Problem error={error} title={t('relations.add.failed')} />}
          <Select
            label={t('relations.add.kind')}
            placeholder={t('relations.add.kindPlaceholder')}
            options={choices.map(({ id, rule, direction }) => ({
              id,
              label: kinds.labelOf({ type: rule.type, direction }),
            }))}
            value={chosen ?? null}
            onChange={key => choose(String(key))}
          />
          {choice && (
            <Targets
              asset={asset}
              choice={choice}
              tag={tag}
              entityRef={entityRef}
              onTag={setTag}
              onEntityRef={setEntityRef}
            />
          )}
          {choice?.rule.rollUp && (
            <RollUpFields value={rollUp} onChange={setRollUp} />
          )}
          <TextField
            label={t('relations.reason')}
            description={t('relations.reasonHint')}
            maxLength={2000}
            value={reason}
            onChange={setReason}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('relations.cancel')}
        </Button>
        <Button isDisabled={!ready} isPending={saving} onPress={submit}>
          {t('relations.add.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};

/** An asset or an entity, whichever the kind leads to; one empties the other. */
function Targets(props: {
  asset: RelatingAsset;
  choice: RelationChoice;
  tag: string;
  entityRef: string;
  onTag: (tag: string) => void;
  onEntityRef: (ref: string) => void;
}) {
  const { t } = useTexts();
  const { asset, choice, tag, entityRef, onTag, onEntityRef } = props;
  const end = otherEnd(choice);
  const kinds = otherEntities(choice);
  return (
    <>
      {end && (
        <OtherEndFinder
          key={`asset ${choice.id}`}
          label={t('relations.add.asset')}
          description={t('relations.add.assetHint', { ends: endWords(end) })}
          end={end}
          exceptTag={asset.tag}
          value={tag}
          onChange={next => {
            onTag(next);
            if (next) onEntityRef('');
          }}
        />
      )}
      {kinds.length > 0 && (
        <EntityFinder
          key={`entity ${choice.id}`}
          label={t('relations.add.entity')}
          description={t('relations.add.entityHint', { kinds: oneOf(kinds) })}
          isRequired
          isInvalid={false}
          onBlur={() => undefined}
          kinds={kinds}
          value={entityRef}
          onChange={next => {
            onEntityRef(next);
            if (next) onTag('');
          }}
        />
      )}
    </>
  );
}

/** Which asset gets the relation: this one, or the other one to this. */
function changeOf(form: {
  asset: RelatingAsset;
  choice: RelationChoice;
  tag: string;
  entityRef: string;
  rollUp: RolledUpField[];
  reason: string;
}): { from: string; body: NewRelation } {
  const { asset, choice, tag, entityRef, rollUp, reason } = form;
  const isOut = choice.direction === 'out';
  const target = isOut ? tag : asset.tag;
  return {
    from: isOut ? asset.id : tag,
    body: {
      type: choice.rule.type,
      ...(entityRef ? { toEntityRef: entityRef } : { to: target }),
      ...(rollUp.length > 0 && { rollUp }),
      ...(reason.trim() && { reason: reason.trim() }),
    },
  };
}
