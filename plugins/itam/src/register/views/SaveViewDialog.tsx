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

import { usePermission } from '@backstage/plugin-permission-react';
import { Switch, TextField } from '@backstage/ui';
import {
  itamSettingsUpdatePermission,
  SavedView,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { ActionDialog } from '../../lifecycle';
import { Quiet } from '../../shared';
import { useTexts } from '../../translation';
import { useSaveView } from './useViews';

/** Asks for the name of a view, and whom it is for. */
export const SaveViewDialog = (props: {
  content: SavedView['content'];
  onSaved: (view: SavedView) => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useSaveView();
  const mayShare = usePermission({
    permission: itamSettingsUpdatePermission,
  }).allowed;
  return (
    <ActionDialog
      title={t('views.save.title')}
      action={t('views.save.submit')}
      busy={save.busy}
      error={save.error}
      isDisabled={name.trim() === ''}
      onSubmit={async () => {
        const view = await save.run({
          name: name.trim(),
          shared,
          content: props.content,
        });
        if (view) {
          props.onSaved(view);
        }
      }}
      onClose={props.onClose}
    >
      <TextField
        label={t('views.save.name')}
        description={t('views.save.nameHint')}
        value={name}
        maxLength={100}
        isRequired
        onChange={setName}
      />
      <Switch
        label={t('views.save.shared')}
        isSelected={shared}
        isDisabled={!mayShare}
        onChange={setShared}
      />
      {!mayShare && <Quiet>{t('views.save.sharedHint')}</Quiet>}
    </ActionDialog>
  );
};
