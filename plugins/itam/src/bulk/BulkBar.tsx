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

import { Button, Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { AssetItem } from '@itam/plugin-itam-common';
import { useId, useState } from 'react';
import { useTexts } from '../translation';
import { BulkEditDialog } from './BulkEditDialog';
import { BulkTransitionDialog } from './BulkTransitionDialog';
import { Selection } from './useSelection';

const useStyles = makeStyles({
  bar: {
    border: '1px solid var(--bui-border-2)',
    borderRadius: 'var(--bui-radius-2)',
    padding: 'var(--bui-space-2) var(--bui-space-3)',
  },
});

/** What can be done with the assets a person took from a list. */
export const BulkBar = (props: {
  selection: Selection;
  /** The assets of the page shown. */
  assets: AssetItem[];
  total: number | undefined;
  onChanged: () => void;
}) => {
  const classes = useStyles();
  const id = useId();
  const { t } = useTexts();
  const { selection, assets, total = 0, onChanged } = props;
  const [dialog, setDialog] = useState<'edit' | 'transition'>();
  if (selection.count === 0) {
    return null;
  }
  const close = (changed: boolean) => {
    setDialog(undefined);
    if (changed) {
      selection.leave();
      onChanged();
    }
  };
  const chosen = assets.filter(
    asset => selection.all || selection.ids.includes(asset.id),
  );
  const sample = chosen[0];
  return (
    <div role="group" aria-labelledby={id} className={classes.bar}>
      <span id={id} hidden>
        {t('bulk.bar.label')}
      </span>
      <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
        <Text aria-live="polite">
          {t(selection.all ? 'bulk.bar.all' : 'bulk.bar.selected', {
            count: selection.count,
          })}
        </Text>
        {selection.mayTakeAll && (
          <Button size="small" variant="tertiary" onPress={selection.takeAll}>
            {t('bulk.bar.takeAll', { count: total })}
          </Button>
        )}
        <Button size="small" onPress={() => setDialog('edit')}>
          {t('bulk.bar.edit')}
        </Button>
        {sample && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setDialog('transition')}
          >
            {t('bulk.bar.transition')}
          </Button>
        )}
        <Button size="small" variant="tertiary" onPress={selection.leave}>
          {t('bulk.bar.leave')}
        </Button>
      </Flex>
      {dialog === 'edit' && (
        <BulkEditDialog selection={selection} onClose={close} />
      )}
      {dialog === 'transition' && sample && (
        <BulkTransitionDialog
          selection={selection}
          sample={sample}
          onClose={close}
        />
      )}
    </div>
  );
};
