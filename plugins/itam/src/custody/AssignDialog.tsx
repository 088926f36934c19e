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

import { Checkbox, Flex } from '@backstage/ui';
import {
  AssetCustody,
  AssetDetail,
  assetConditions,
  AssignmentKind,
} from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import { ChoiceBar } from '../lifecycle';
import { Field } from '../register/form';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { given, momentOf, useFieldKit } from './fields';
import { FormDialog, useForm } from './FormDialog';
import { useAssign } from './useCustody';

const kinds: AssignmentKind[] = ['consumer', 'loan', 'custodian'];

/** Gives an asset to somebody to use, on loan, or to keep. */
export const AssignDialog = (props: {
  asset: AssetDetail;
  custody: AssetCustody;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  // The page behind may show a newer version meanwhile; the form stays.
  const [{ asset, custody }] = useState(props);
  const [kind, setKind] = useState<AssignmentKind>('consumer');
  const [shared, setShared] = useState(false);
  const [replace, setReplace] = useState(false);
  const fields = useAssignFields(kind, shared);
  const draft = useForm(fields);
  const assigning = useAssign(asset.id, error => draft.refuse(error));
  const inTheWay = custody.open.some(
    open =>
      (open.kind === 'custodian') === (kind === 'custodian') &&
      (!shared || open.exclusive),
  );

  const submit = async () => {
    const { values } = draft;
    const done = await assigning.run({
      kind,
      holder: String(values.holder),
      ...(kind !== 'custodian' && shared && { shared }),
      ...(inTheWay && replace && { replace }),
      service: shared ? given(values.service) : undefined,
      expectedReturn: given(values.expectedReturn),
      condition: assetConditions.find(one => one === values.condition),
      policyVersion: given(values.policyVersion),
      effectiveAt: momentOf(values.day),
      note: given(values.note),
    });
    if (done) {
      props.onDone();
      props.onClose();
    }
  };
  return (
    <FormDialog
      title={t('custody.assign.title', { name: asset.name })}
      about={asset.tag}
      action={t('custody.assign.submit')}
      fields={fields}
      draft={draft}
      busy={assigning.busy}
      error={assigning.error}
      onSubmit={submit}
      onClose={props.onClose}
      before={
        <div>
          <ChoiceBar
            label={t('custody.assign.kind')}
            choices={kinds.map(id => ({ id, label: t(`custody.kind.${id}`) }))}
            value={kind}
            onChange={setKind}
          />
          <Quiet as="p" variant="body-small">
            {t(`custody.assign.kinds.${kind}`)}
          </Quiet>
        </div>
      }
    >
      <Flex direction="column" gap="2">
        {kind !== 'custodian' && (
          <Checkbox isSelected={shared} onChange={setShared}>
            {t('custody.assign.shared')}
          </Checkbox>
        )}
        {inTheWay && (
          <Checkbox isSelected={replace} onChange={setReplace}>
            {t('custody.assign.replace')}
          </Checkbox>
        )}
      </Flex>
    </FormDialog>
  );
};

function useAssignFields(kind: AssignmentKind, shared: boolean): Field[] {
  const { t } = useTexts();
  const kit = useFieldKit();
  return useMemo(
    () => [
      kit.entity(kind === 'custodian' ? ['User', 'Group'] : ['User'], {
        path: 'holder',
        label: t('custody.assign.holder'),
        help: t('custody.assign.holderHint'),
        required: true,
      }),
      ...(shared && kind !== 'custodian'
        ? [
            kit.entity(['Component', 'System', 'API', 'Resource', 'Domain'], {
              path: 'service',
              label: t('custody.assign.service'),
              help: t('custody.assign.serviceHint'),
            }),
          ]
        : []),
      ...(kind === 'custodian'
        ? []
        : [
            kit.plain('day', {
              path: 'expectedReturn',
              label: t('custody.assign.expectedReturn'),
              required: kind === 'loan',
            }),
          ]),
      kit.condition(),
      kit.plain('text', {
        path: 'policyVersion',
        label: t('custody.assign.policyVersion'),
        help: t('custody.assign.policyHint'),
        maxLength: 100,
      }),
      kit.plain('day', {
        path: 'day',
        label: t('custody.assign.day'),
        help: t('custody.assign.dayHint'),
      }),
      kit.plain('text', { path: 'note', label: t('custody.assign.note') }),
    ],
    [kind, shared, kit, t],
  );
}
