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

import { useApi } from '@backstage/core-plugin-api';
import { CatalogueModelItem } from '@itam/plugin-itam-common';
import { useEffect, useMemo, useState } from 'react';
import { itamApiRef } from '../../api';
import {
  attributeFields,
  useAssetFormTexts,
  useAssetType,
} from '../../register/form';
import { useTexts } from '../../translation';
import { useAssetTypes } from '../library/useLibrary';
import { factsOf, patchOf } from './facts';
import { catalogueModelCalls } from './recordCalls';
import { RecordDialog } from './RecordDialog';
import { catalogueModelGroups } from './recordFields';
import { useRecordDraft, valuesOf } from './useRecordDraft';

/** Adds a catalogue model, or changes one. */
export const CatalogueModelDialog = (props: {
  model?: CatalogueModelItem;
  onSaved: (model: CatalogueModelItem) => void;
  onReload?: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const calls = catalogueModelCalls(useApi(itamApiRef));
  const { model, onSaved, onReload, onClose } = props;
  const [type, setType] = useState(model?.type);
  const groups = useModelGroups(type);
  const [initial] = useState(() =>
    model
      ? valuesOf({
          ...model,
          substitutes: model.substitutes.map(({ id }) => id),
        })
      : { approved: false },
  );
  const draft = useRecordDraft(groups, initial);
  const chosen = draft.values.type;
  useEffect(() => {
    // the fields of the type chosen follow
    setType(typeof chosen === 'string' ? chosen : undefined);
  }, [chosen]);
  return (
    <RecordDialog
      title={
        model
          ? t('settings.records.editTitle', { name: model.name })
          : t('settings.records.add.model')
      }
      groups={groups}
      draft={draft}
      withReason={model !== undefined}
      onSave={async reason => {
        const values = { approved: false, ...draft.values };
        onSaved(
          model
            ? await calls.update(model.id, model.version, {
                ...patchOf(values, draft.changed),
                reason,
              })
            : await calls.create(factsOf(values)),
        );
      }}
      onReload={onReload}
      onClose={onClose}
    />
  );
};

/** The fields of a model, with those of its type once known. */
function useModelGroups(type: string | undefined) {
  const { t } = useTexts();
  const texts = useAssetFormTexts();
  const types = useAssetTypes().value;
  const detail = useAssetType(type).value;
  return useMemo(
    () =>
      catalogueModelGroups(t, {
        types: (types ?? [])
          .filter(({ unit }) => unit !== 'fold')
          .map(({ id, title }) => ({ value: id, label: title }))
          .sort((one, other) => one.label.localeCompare(other.label)),
        attributes: detail
          ? attributeFields(
              detail,
              { ...texts, neededBeforeUse: '' },
              'attributes',
            )
          : [],
      }),
    [t, texts, types, detail],
  );
}
