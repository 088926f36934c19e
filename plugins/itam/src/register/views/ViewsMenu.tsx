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
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import BookmarkIcon from '@material-ui/icons/BookmarkBorder';
import { SavedView } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { useTexts } from '../../translation';
import { AssetsQueryState } from '../useAssetsQuery';
import { RemoveViewDialog } from './RemoveViewDialog';
import { SaveViewDialog } from './SaveViewDialog';
import { useUpdateView, useViews } from './useViews';
import { contentOf, isShown, parametersOf } from './viewQuery';

/** The views people keep of the list: chosen, saved, updated and deleted. */
export const ViewsMenu = (props: { state: AssetsQueryState }) => {
  const { t } = useTexts();
  const { state } = props;
  const views = useViews();
  const update = useUpdateView();
  const [dialog, setDialog] = useState<'save' | SavedView>();
  const [opened, setOpened] = useState<string>();
  const items = views.value ?? [];
  const shown = items.find(view => isShown(view, state.query));
  // the view that was chosen last can be updated with what was changed since
  const last = items.find(({ id }) => id === (shown?.id ?? opened));
  const isChanged = last !== undefined && shown === undefined;

  const choose = (view: SavedView) => {
    setOpened(view.id);
    state.show(parametersOf(view));
  };
  const save = async (view: SavedView) => {
    if (await update.run(view, contentOf(state.query))) {
      views.reload();
    }
  };

  return (
    <>
      <MenuTrigger>
        <Button variant="secondary" size="small" iconStart={<BookmarkIcon />}>
          {last
            ? t('views.menu.chosen', {
                name: isChanged ? `${last.name} *` : last.name,
              })
            : t('views.menu.label')}
        </Button>
        <Menu aria-label={t('views.menu.label')}>
          {items.length === 0 && (
            <MenuItem isDisabled>{t('views.menu.none')}</MenuItem>
          )}
          {[false, true].map(shared => {
            const these = items.filter(view => view.shared === shared);
            return these.length > 0 ? (
              <MenuSection
                key={String(shared)}
                title={t(shared ? 'views.menu.shared' : 'views.menu.mine')}
              >
                {these.map(view => (
                  <MenuItem key={view.id} onAction={() => choose(view)}>
                    {view.name}
                  </MenuItem>
                ))}
              </MenuSection>
            ) : null;
          })}
          <MenuSeparator />
          <MenuItem onAction={() => setDialog('save')}>
            {t('views.menu.save')}
          </MenuItem>
          {last?.mine && isChanged && (
            <MenuItem onAction={() => save(last)}>
              {t('views.menu.update', { name: last.name })}
            </MenuItem>
          )}
          {last?.mine && (
            <MenuItem color="danger" onAction={() => setDialog(last)}>
              {t('views.menu.remove', { name: last.name })}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {dialog === 'save' && (
        <SaveViewDialog
          content={contentOf(state.query)}
          onSaved={view => {
            setOpened(view.id);
            setDialog(undefined);
            views.reload();
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog && dialog !== 'save' && (
        <RemoveViewDialog
          view={dialog}
          onRemoved={() => {
            setOpened(undefined);
            setDialog(undefined);
            views.reload();
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
};
