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
  MenuListBox,
  MenuListBoxItem,
  MenuTrigger,
} from '@backstage/ui';
import ColumnsIcon from '@material-ui/icons/ViewColumn';
import { useTexts } from '../../translation';

/** A column that can be shown or not. */
export interface ColumnChoice {
  id: string;
  label: string;
}

/** Chooses the columns of a list; the name always stays. */
export const ColumnsMenu = (props: {
  choices: ColumnChoice[];
  shown: string[];
  onChange: (shown: string[]) => void;
}) => {
  const { t } = useTexts();
  const { choices, shown, onChange } = props;
  return (
    <MenuTrigger>
      <Button variant="secondary" size="small" iconStart={<ColumnsIcon />}>
        {t('views.columns.label')}
      </Button>
      <MenuListBox
        aria-label={t('views.columns.label')}
        selectionMode="multiple"
        // Escape leaves the menu, not the choice
        escapeKeyBehavior="none"
        disallowEmptySelection
        selectedKeys={shown}
        onSelectionChange={keys =>
          onChange(
            choices
              .map(({ id }) => id)
              .filter(id => keys === 'all' || keys.has(id)),
          )
        }
      >
        {choices.map(({ id, label }) => (
          <MenuListBoxItem key={id} id={id}>
            {label}
          </MenuListBoxItem>
        ))}
      </MenuListBox>
    </MenuTrigger>
  );
};
