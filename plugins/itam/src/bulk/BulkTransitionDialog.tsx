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

import { Flex, Select, Text } from '@backstage/ui';
import {
  AssetItem,
  BulkChange,
  TransitionItem,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { EvidenceFields } from '../lifecycle/EvidenceFields';
import { useTransitionForm } from '../lifecycle/useTransitionForm';
import { useTransitions } from '../lifecycle/useTransitions';
import { FieldGroups, useAssetType } from '../register/form';
import { Problem, Quiet, Waiting } from '../shared';
import { useTexts } from '../translation';
import { BulkDialog } from './BulkDialog';
import { Selection } from './useSelection';

const NO_ATTRIBUTES = {};

/** Moves many assets on; the transitions are those of one of them. */
export const BulkTransitionDialog = (props: {
  selection: Selection;
  sample: AssetItem;
  onClose: (changed: boolean) => void;
}) => {
  const { t } = useTexts();
  const { selection, sample, onClose } = props;
  const { value, error, reload } = useTransitions(sample);
  const [chosen, setChosen] = useState<string>();
  const items = value?.items ?? [];
  const item = items.find(({ id }) => id === chosen);
  const choice = (
    <>
      <Quiet as="p">
        {value && items.length === 0
          ? t('bulk.transition.none', { name: sample.name })
          : t('bulk.transition.hint', { name: sample.name })}
      </Quiet>
      {error && <Problem error={error} onRetry={reload} />}
      {!value && !error && <Waiting lines={2} />}
      {items.length > 0 && (
        <Select
          label={t('bulk.transition.which')}
          options={items.map(({ id, title }) => ({ id, label: title }))}
          value={chosen ?? null}
          onChange={key => setChosen(String(key))}
        />
      )}
    </>
  );
  const title = t('bulk.transition.title', { count: selection.count });
  return item ? (
    <FilledTransition
      key={item.id}
      title={title}
      item={item}
      sample={sample}
      selection={selection}
      onClose={onClose}
    >
      {choice}
    </FilledTransition>
  ) : (
    <BulkDialog
      title={title}
      selection={selection}
      changeOf={() => undefined}
      onClose={onClose}
    >
      {choice}
    </BulkDialog>
  );
};

function FilledTransition(props: {
  title: string;
  item: TransitionItem;
  sample: AssetItem;
  selection: Selection;
  onClose: (changed: boolean) => void;
  children: React.ReactNode;
}) {
  const { t } = useTexts();
  const { item, sample, selection } = props;
  const type = useAssetType(sample.type).value;
  const form = useTransitionForm({ item, type, attributes: NO_ATTRIBUTES });
  const changeOf = (): BulkChange | undefined => {
    if (!form.complete()) {
      return undefined;
    }
    const { reason: _, dryRun: __, ...transition } = form.request;
    return { transition };
  };
  return (
    <BulkDialog
      title={props.title}
      selection={selection}
      changeOf={changeOf}
      onClose={props.onClose}
    >
      {props.children}
      {item.to.length > 1 && (
        <Select
          label={t('lifecycle.dialog.to')}
          options={item.to.map(id => ({ id, label: id }))}
          value={form.to}
          onChange={key => form.setTo(String(key))}
        />
      )}
      <Flex direction="column" gap="4">
        <FieldGroups groups={form.groups} draft={form.draft} />
        {item.evidence.length > 0 && (
          <EvidenceFields
            wanted={item.evidence}
            entries={form.documents}
            onChange={form.setDocument}
            strict={form.strict}
          />
        )}
      </Flex>
      {item.effects.length > 0 && (
        <Text as="p" variant="body-small">
          {item.effects.join(' · ')}
        </Text>
      )}
    </BulkDialog>
  );
}
