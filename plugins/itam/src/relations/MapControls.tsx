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

import { Select } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { MAX_MAP_DEPTH } from '@itam/plugin-itam-common';
import { useTexts } from '../translation';
import type { RelationKinds } from './useRelationKinds';
import type { MapView } from './useRelationMap';

const useStyles = makeStyles({
  controls: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 280px))',
    gap: 'var(--bui-space-3)',
    alignItems: 'end',
  },
});

/** How far a map reaches, and along which relations. */
export const MapControls = (props: {
  view: MapView;
  kinds: RelationKinds;
  onChange: (view: MapView) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { view, kinds, onChange } = props;
  return (
    <div
      role="group"
      aria-label={t('relations.map.controls')}
      className={classes.controls}
    >
      <Select
        label={t('relations.map.depth')}
        size="small"
        options={Array.from({ length: MAX_MAP_DEPTH }, (_, step) => ({
          id: String(step + 1),
          label: t('relations.map.steps', { count: step + 1 }),
        }))}
        value={String(view.depth)}
        onChange={key => onChange({ ...view, depth: Number(key) })}
      />
      {kinds.rules.length > 0 && (
        <Select
          label={t('relations.map.kinds')}
          placeholder={t('relations.map.allKinds')}
          size="small"
          selectionMode="multiple"
          options={kinds.rules.map(({ type }) => ({
            id: type,
            label: kinds.labelOf({ type, direction: 'out' }),
          }))}
          value={view.types}
          onChange={keys => onChange({ ...view, types: keys.map(String) })}
        />
      )}
    </div>
  );
};
