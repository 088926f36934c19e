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
  TextField,
} from '@backstage/ui';
import { AssetDetail, AssetTypeDetail } from '@itam/plugin-itam-common';
import { useMemo, useRef, useState } from 'react';
import { Problem, problemKind, Quiet, Waiting } from '../shared';
import { useTexts } from '../translation';
import { mergeOf } from './conflict';
import {
  assetPatch,
  assetValues,
  FieldGroups,
  focusFault,
  useAssetFields,
  useAssetType,
  useDraft,
} from './form';
import { MergePanel, Side } from './MergePanel';
import { useAssetNow, useUpdateAsset } from './useUpdateAsset';

interface EditProps {
  asset: AssetDetail;
  onChanged: () => void;
  onClose: () => void;
}

/** Changes what people say of an asset; overwrites nothing newer unseen. */
export const EditAssetDialog = (props: EditProps) => {
  const { t } = useTexts();
  // The page behind may show a newer version meanwhile; the form stays.
  const [opened] = useState(props.asset);
  const { value: type, error, reload } = useAssetType(opened.type);
  return (
    <Dialog
      isOpen
      width={860}
      isDismissable={false}
      onOpenChange={props.onClose}
    >
      <DialogHeader>
        {t('register.edit.title', { name: opened.name })}
      </DialogHeader>
      {type ? (
        <EditForm {...props} asset={opened} type={type} />
      ) : (
        <DialogBody>
          {error ? <Problem error={error} onRetry={reload} /> : <Waiting />}
        </DialogBody>
      )}
    </Dialog>
  );
};

function EditForm(props: EditProps & { type: AssetTypeDetail }) {
  const { t } = useTexts();
  const { asset, type, onChanged, onClose } = props;
  const body = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  const [base, setBase] = useState(asset);
  const [sides, setSides] = useState<Record<string, Side>>({});
  const groups = useAssetFields(type, asset);
  const fields = useMemo(() => groups.flatMap(at => at.fields), [groups]);
  const initial = useMemo(
    () =>
      assetValues(
        asset,
        fields.map(({ path }) => path),
      ),
    [asset, fields],
  );
  const texts = useMemo(() => ({ required: t('form.missing') }), [t]);
  const draft = useDraft({ fields, initial, texts });

  const reading = useAssetNow();
  const saving = useUpdateAsset(async error => {
    if (problemKind(error) === 'conflict') {
      const now = await reading.run(asset.id);
      if (now) {
        setBase(now);
        setSides({});
      }
    } else {
      draft.refuse(error);
      focusFault(body.current);
    }
  });

  const merge =
    base.version === asset.version
      ? undefined
      : mergeOf({
          fields,
          before: asset,
          now: base,
          changed: draft.changed,
          values: draft.values,
        });
  const undecided = merge?.conflicts.filter(
    ({ field }) => !sides[field.path],
  ).length;
  const wanted = draft.changed.filter(
    path =>
      sides[path] !== 'theirs' ||
      !merge?.conflicts.some(({ field }) => field.path === path),
  );
  const patch = assetPatch({ changed: wanted, values: draft.values, reason });

  const submit = async () => {
    if (!draft.complete()) {
      focusFault(body.current);
      return;
    }
    if (patch && (await saving.run(base, patch))) {
      onChanged();
      onClose();
    }
  };
  const conflict = saving.error && problemKind(saving.error) === 'conflict';

  return (
    <>
      <DialogBody ref={body}>
        <Flex direction="column" gap="4">
          {merge && (
            <MergePanel
              merge={merge}
              sides={sides}
              onChoose={(path, side) =>
                setSides(before => ({ ...before, [path]: side }))
              }
            />
          )}
          {conflict && !merge && (
            <Problem
              error={saving.error!}
              title={t('register.edit.conflict')}
            />
          )}
          {saving.error && !conflict && (
            <Problem error={saving.error} title={t('register.edit.failed')} />
          )}
          <Quiet as="p">{t('register.edit.lock')}</Quiet>
          <FieldGroups groups={groups} draft={draft} />
          <TextField
            label={t('register.edit.reason')}
            description={t('register.edit.reasonHint')}
            maxLength={2000}
            value={reason}
            onChange={setReason}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        {!patch && (
          <Quiet variant="body-small">{t('register.edit.nothing')}</Quiet>
        )}
        {draft.faults > 0 && (
          <Quiet variant="body-small" role="status">
            {t('form.faults', { count: draft.faults })}
          </Quiet>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('register.edit.cancel')}
        </Button>
        <Button
          isDisabled={!patch || Boolean(undecided)}
          isPending={saving.busy || reading.busy}
          onPress={submit}
        >
          {t('register.edit.save')}
        </Button>
      </DialogFooter>
    </>
  );
}
