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
import { Button, Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Impact, ImpactStep } from '@itam/plugin-itam-common';
import { ReactNode, useId, useState } from 'react';
import { CostAmounts } from '../costs';
import { useNames } from '../names';
import { assetRouteRef } from '../routes';
import { Quiet, words } from '../shared';
import { useTexts } from '../translation';
import type { RelationKinds } from './useRelationKinds';

const FIRST_SHOWN = 6;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: 'var(--bui-space-3)',
    listStyle: 'none',
    margin: 'var(--bui-space-2) 0',
    padding: 0,
  },
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 'var(--bui-space-3)',
    overflowWrap: 'anywhere',
  },
  name: { minWidth: 0 },
});

/** The services that stop too, with owner, cost and why. */
export const AffectedServices = (props: {
  impact: Impact;
  kinds: RelationKinds;
}) => {
  const { t } = useTexts();
  const { kinds, impact } = props;
  const { items, total } = impact.entities;
  return (
    <AffectedList
      title={t('relations.impact.servicesTitle')}
      total={total}
      lines={items.map(({ ref, title, kind, owner, path, costs }) => ({
        id: ref,
        name: (
          <>
            <EntityRefLink entityRef={ref} title={title} />
            <Quiet as="div" variant="body-small" style={{ lineHeight: '28px' }}>
              {words(kind)}
              {owner && ' · '}
              {owner && <EntityRefLink entityRef={owner} defaultKind="group" />}
            </Quiet>
            <Path path={path} kinds={kinds} />
          </>
        ),
        figure: costs && <CostAmounts costs={costs} view="effective" />,
      }))}
    />
  );
};

/** The assets that stop too, and why. */
export const AffectedAssets = (props: {
  impact: Impact;
  kinds: RelationKinds;
}) => {
  const { t } = useTexts();
  const assetPath = useRouteRef(assetRouteRef);
  const { typeTitle } = useNames();
  const { kinds, impact } = props;
  const { items, total } = impact.assets;
  return (
    <AffectedList
      title={t('relations.impact.assetsTitle')}
      total={total}
      lines={items.map(({ id, tag, name, type, path }) => ({
        id,
        name: (
          <>
            <Link href={assetPath({ tag })}>{name}</Link>
            <Quiet as="div" variant="body-small">
              {typeTitle(type)}
            </Quiet>
            <Path path={path} kinds={kinds} />
          </>
        ),
      }))}
    />
  );
};

/** Affected things, the first few until all are asked for. */
function AffectedList(props: {
  title: string;
  total: number;
  lines: Array<{ id: string; name: ReactNode; figure?: ReactNode }>;
}) {
  const classes = useStyles();
  const headingId = useId();
  const { t } = useTexts();
  const [all, setAll] = useState(false);
  const { title, total, lines } = props;
  if (lines.length === 0) {
    return null;
  }
  return (
    <div>
      <Text as="h3" id={headingId} variant="body-medium" weight="bold">
        {title}
      </Text>
      <ul className={classes.list} aria-labelledby={headingId}>
        {(all ? lines : lines.slice(0, FIRST_SHOWN)).map(line => (
          <li key={line.id} className={classes.item}>
            <div className={classes.name}>{line.name}</div>
            {line.figure && <div>{line.figure}</div>}
          </li>
        ))}
      </ul>
      {all && total > lines.length && (
        <Quiet as="p" variant="body-small">
          {t('relations.more', { count: total - lines.length })}
        </Quiet>
      )}
      {lines.length > FIRST_SHOWN && (
        <Button variant="secondary" size="small" onPress={() => setAll(!all)}>
          {all
            ? t('relations.showFewer')
            : t('relations.showAll', { total: String(lines.length) })}
        </Button>
      )}
    </div>
  );
}

/** The way failure comes here, in words. */
function Path(props: { path: ImpactStep[]; kinds: RelationKinds }) {
  const { t } = useTexts();
  const { path, kinds } = props;
  const text = path
    .map(({ type, direction, title }) => {
      const label = kinds.labelOf({ type, direction });
      return `${label.toLocaleLowerCase('en-GB')} ${title}`;
    })
    .join(' → ');
  return (
    <Quiet as="div" variant="body-small">
      {t('relations.impact.why', { path: text })}
    </Quiet>
  );
}
