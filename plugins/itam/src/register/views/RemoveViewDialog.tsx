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

import { Text } from '@backstage/ui';
import { SavedView } from '@itam/plugin-itam-common';
import { ActionDialog } from '../../lifecycle';
import { useTexts } from '../../translation';
import { useRemoveView } from './useViews';

/** Asks before a view is forgotten. */
export const RemoveViewDialog = (props: {
  view: SavedView;
  onRemoved: () => void;
  onClose: () => void;
}) => {
  const { t } = useTexts();
  const remove = useRemoveView();
  const { view } = props;
  return (
    <ActionDialog
      title={t('views.remove.title', { name: view.name })}
      action={t('views.remove.submit')}
      busy={remove.busy}
      error={remove.error}
      onSubmit={async () => {
        if (await remove.run(view)) {
          props.onRemoved();
        }
      }}
      onClose={props.onClose}
    >
      <Text>{t('views.remove.hint')}</Text>
    </ActionDialog>
  );
};
