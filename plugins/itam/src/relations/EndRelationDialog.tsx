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
import { EndedRelation, RelationItem } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { Problem, Quiet } from '../shared';
import { useTexts } from '../translation';
import { targetName } from './relationName';
import { useChangeRelation } from './useChangeRelation';

/** Asks once more before a relation is taken away. */
export const EndRelationDialog = (props: {
  asset: { id: string; name: string };
  item: RelationItem;
  label: string;
  onEnded: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const { asset, item, label, onEnded, onClose } = props;
  const { end, saving, error } = useChangeRelation();
  const [reason, setReason] = useState('');

  const submit = async () => {
    if (await end(asset.id, endOf(item, reason.trim()))) {
      onEnded();
      onClose();
    }
  };
  return (
    <Dialog isOpen isDismissable width={480} onOpenChange={onClose}>
      <DialogHeader>{t('relations.end.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {error && <Problem error={error} title={t('relations.end.failed')} />}
          <Text as="p">
            {t('relations.end.question', {
              asset: asset.name,
              relation: label,
              name: targetName(item),
            })}
          </Text>
          {item.rollUp.length > 0 && (
            <Quiet as="p">{t('relations.end.rollUp')}</Quiet>
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
        <Button destructive isPending={saving} onPress={submit}>
          {t('relations.end.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};

function endOf(item: RelationItem, reason: string): EndedRelation {
  const { type, asset, entityRef } = item;
  return {
    type,
    ...(asset ? { to: asset.id } : { toEntityRef: entityRef }),
    ...(reason && { reason }),
  };
}
