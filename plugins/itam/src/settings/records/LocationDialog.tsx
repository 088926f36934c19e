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
import { Button, Flex } from '@backstage/ui';
import { LocationItem } from '@itam/plugin-itam-common';
import { useMemo, useState } from 'react';
import { itamApiRef } from '../../api';
import { useTexts } from '../../translation';
import { factsOf, patchOf } from './facts';
import { locationCalls } from './recordCalls';
import { RecordDialog } from './RecordDialog';
import { locationGroups } from './recordFields';
import { useRecordDraft, valuesOf } from './useRecordDraft';

/** Adds a location, perhaps inside another, or changes one. */
export const LocationDialog = (props: {
  location?: LocationItem;
  parent?: string;
  onSaved: (location: LocationItem) => void;
  onReload?: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const calls = locationCalls(useApi(itamApiRef));
  const { location, parent, onSaved, onReload, onClose } = props;
  const [contacts, setContacts] = useState(location?.contacts.length ?? 0);
  const groups = useMemo(() => locationGroups(t, contacts), [t, contacts]);
  const [initial] = useState(() =>
    location ? valuesOf(location) : { parent, kind: parent ? 'room' : 'site' },
  );
  const draft = useRecordDraft(groups, initial);
  return (
    <RecordDialog
      title={
        location
          ? t('settings.records.editTitle', { name: location.name })
          : t('settings.records.add.location')
      }
      groups={groups}
      draft={draft}
      withReason={location !== undefined}
      more={
        <Flex>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setContacts(number => number + 1)}
          >
            {t('settings.records.addContact')}
          </Button>
        </Flex>
      }
      onSave={async reason =>
        onSaved(
          location
            ? await calls.update(location.id, location.version, {
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
