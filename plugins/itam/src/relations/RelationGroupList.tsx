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

import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button, ButtonIcon, Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { RelationItem } from '@itam/plugin-itam-common';
import { useId, useState } from 'react';
import { StatusChip } from '../lifecycle';
import { useNames } from '../names';
import { assetRouteRef } from '../routes';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { targetName } from './relationName';
import { commonOrigin, RelationGroup } from './relationGroups';

const FIRST_SHOWN = 12;
/** From here on a group takes the whole width. */
const MANY = 3;

const useStyles = makeStyles({
  many: { gridColumn: '1 / -1' },
  heading: { marginBottom: 'var(--bui-space-2)' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: 'var(--bui-space-3) var(--bui-space-4)',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: 'var(--bui-space-1)',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  target: { minWidth: 0, flexGrow: 1 },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--bui-space-1) var(--bui-space-2)',
    marginTop: 2,
  },
  all: { marginTop: 'var(--bui-space-3)' },
});

/** The relations of one kind, the first dozen until all are asked for. */
export const RelationGroupList = (props: {
  group: RelationGroup;
  /** What the relations are called. */
  label: string;
  /** Asks to take one away; none if the reader may not. */
  onEnd?: (item: RelationItem) => void;
}) => {
  const classes = useStyles();
  const headingId = useId();
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  const { group, label, onEnd } = props;
  const { items } = group;
  const origin = commonOrigin(group);
  return (
    <div className={items.length >= MANY ? classes.many : undefined}>
      <div className={classes.heading}>
        <Text as="h3" variant="body-medium" weight="bold" id={headingId}>
          {label}
          {items.length > 1 && ` (${items.length})`}
        </Text>
        {origin && <Origin origin={origin} />}
      </div>
      <ul className={classes.list} aria-labelledby={headingId}>
        {(all ? items : items.slice(0, FIRST_SHOWN)).map(item => (
          <li key={item.id} className={classes.item}>
            <div className={classes.target}>
              <RelationTarget item={item} />
              {!origin && <Origin origin={item.origin} />}
              <RollUpNote item={item} />
            </div>
            {onEnd && mayEnd(item) && (
              <ButtonIcon
                size="small"
                variant="tertiary"
                icon={<CloseIcon fontSize="small" />}
                aria-label={t('relations.end.open', {
                  relation: label,
                  name: targetName(item),
                })}
                onPress={() => onEnd(item)}
              />
            )}
          </li>
        ))}
      </ul>
      {items.length > FIRST_SHOWN && (
        <Button
          className={classes.all}
          variant="secondary"
          size="small"
          onPress={() => setAll(!all)}
        >
          {all
            ? t('relations.showFewer')
            : t('relations.showAll', { total: String(items.length) })}
        </Button>
      )}
    </div>
  );
};

/** What a person stated, from the side it was stated on. */
function mayEnd({ origin, direction, asset, entityRef }: RelationItem) {
  const isKnown = asset !== undefined || entityRef !== undefined;
  return origin === 'person' && direction === 'out' && isKnown;
}

function RelationTarget(props: { item: RelationItem }) {
  const classes = useStyles();
  const { t } = useTexts();
  const assetPath = useRouteRef(assetRouteRef);
  const names = useNames();
  const { asset, entityRef } = props.item;
  if (!asset) {
    return entityRef ? (
      <EntityRefLink entityRef={entityRef} />
    ) : (
      <Quiet>{t('relations.hiddenEnd')}</Quiet>
    );
  }
  const status = names.status(asset.type, asset.status);
  return (
    <>
      <Link href={assetPath({ tag: asset.tag })}>{asset.name}</Link>
      <div className={classes.facts}>
        <Quiet variant="body-small">{names.typeTitle(asset.type)}</Quiet>
        <StatusChip status={asset.status} {...status} />
      </div>
    </>
  );
}

function Origin(props: { origin: string }) {
  const { t } = useTexts();
  const { sourceTitle } = useNames();
  const { origin } = props;
  return (
    <Quiet as="div" variant="body-small">
      {origin.startsWith('source:')
        ? t('relations.source', {
            source: sourceTitle(origin.slice('source:'.length)),
          })
        : t('relations.person')}
    </Quiet>
  );
}

/** What the part takes over from its container. */
function RollUpNote(props: { item: RelationItem }) {
  const { t } = useTexts();
  const { rollUp, direction } = props.item;
  return rollUp.length === 0 ? null : (
    <Quiet as="div" variant="body-small">
      {t(`relations.rollUp.${direction}`, {
        fields: rollUp.map(field => t(`relations.rollUp.${field}`)).join(', '),
      })}
    </Quiet>
  );
}
