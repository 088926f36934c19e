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
import { LegalEntityItem } from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import { itamApiRef } from '../../api';
import { useTexts } from '../../translation';
import { factsOf, patchOf } from './facts';
import { legalEntityCalls } from './recordCalls';
import { RecordDialog } from './RecordDialog';
import { legalEntityGroups } from './recordFields';
import { useRecordDraft, valuesOf } from './useRecordDraft';

/** Adds a legal entity, or changes one. */
export const LegalEntityDialog = (props: {
  entity?: LegalEntityItem;
  onSaved: (entity: LegalEntityItem) => void;
  onReload?: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const calls = legalEntityCalls(useApi(itamApiRef));
  const { entity, onSaved, onReload, onClose } = props;
  const groups = useMemo(() => legalEntityGroups(t), [t]);
  const [initial] = useState(() => (entity ? valuesOf(entity) : {}));
  const draft = useRecordDraft(groups, initial);
  return (
    <RecordDialog
      title={
        entity
          ? t('settings.records.editTitle', { name: entity.name })
          : t('settings.records.add.legal-entity')
      }
      groups={groups}
      draft={draft}
      withReason={entity !== undefined}
      onSave={async reason =>
        onSaved(
          entity
            ? await calls.update(entity.id, entity.version, {
                ...patchOf(draft.values, draft.changed),
                reason,
              })
            : await calls.create(factsOf(draft.values)),
        )
      }
      onReload={onReload}
      onClose={onClose}
    />
  );
};
