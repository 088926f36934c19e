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

import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import MoreIcon from '@material-ui/icons/MoreVert';
import {
  AssetDetail,
  AssetItem,
  itamRoutes,
  TransitionItem,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import {
  sortTransitions,
  TransitionDialog,
  Transitions,
  useAction,
} from '../../lifecycle';
import { assetRouteRef } from '../../routes';
import { useTexts } from '../../translation';

/** What can be done with an asset without leaving the list. */
export const RowActions = (props: {
  asset: AssetItem;
  onChanged: () => void;
}) => {
  const { t } = useTexts();
  const assetPath = useRouteRef(assetRouteRef);
  const { asset, onChanged } = props;
  const read = useReadPossible(asset);
  const [known, setKnown] = useState<Possible>();
  const [wanted, setWanted] = useState<TransitionItem>();
  const moves = known ? movesOf(known) : [];

  return (
    <>
      <MenuTrigger
        onOpenChange={async isOpen => {
          if (isOpen) {
            setKnown(undefined);
            setKnown(await read.run());
          }
        }}
      >
        <ButtonIcon
          icon={<MoreIcon />}
          size="small"
          variant="tertiary"
          aria-label={t('views.row.label', { name: asset.name })}
        />
        <Menu aria-label={t('views.row.label', { name: asset.name })}>
          <MenuItem href={assetPath({ tag: asset.tag })}>
            {t('views.row.open')}
          </MenuItem>
          {read.error && (
            <MenuItem isDisabled>{t('views.row.failed')}</MenuItem>
          )}
          {read.busy && (
            <MenuItem isDisabled>{t('views.row.waiting')}</MenuItem>
          )}
          {known && moves.length === 0 && (
            <MenuItem isDisabled>{t('views.row.none')}</MenuItem>
          )}
          {moves.map(item => (
            <MenuItem key={item.id} onAction={() => setWanted(item)}>
              {item.title}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      {wanted && known && (
        <TransitionDialog
          asset={known.asset}
          transitions={known.transitions}
          wanted={{ item: wanted }}
          onDone={onChanged}
          onClose={() => setWanted(undefined)}
        />
      )}
    </>
  );
};

interface Possible {
  asset: AssetDetail;
  transitions: Transitions;
}

function useReadPossible({ id }: AssetItem) {
  const api = useApi(itamApiRef);
  return useAction(async (): Promise<Possible> => {
    const [asset, transitions] = await Promise.all([
      api.call(itamRoutes.getAsset, { params: { id } }),
      api.call(itamRoutes.assetTransitions, { params: { id } }),
    ]);
    return { asset, transitions };
  });
}

/** Those possible now, then those that only need something to be given. */
function movesOf({ asset, transitions }: Possible): TransitionItem[] {
  if (!asset.allowed.includes('transition')) {
    return [];
  }
  const { possible, completable } = sortTransitions(transitions.items);
  return [...possible, ...completable];
}
