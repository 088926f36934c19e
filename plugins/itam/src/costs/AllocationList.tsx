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

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { Allocation } from '@itam/plugin-itam-common';
import { Fragment } from 'react';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { monthText } from './text';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& li + li': { marginTop: 'var(--bui-space-2)' },
  },
});

/** Who the costs of an asset go to, and why, in words. */
export const AllocationList = (props: {
  allocations: Allocation[];
  closedThrough?: string;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { allocations, closedThrough } = props;
  return (
    <div>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('costs.asset.allocation')}
      </Text>
      <ul className={classes.list}>
        {allocations.map(allocation => (
          <li key={allocation.from ?? ''}>
            <Text as="div">
              <Rule allocation={allocation} />
            </Text>
            <Text as="div" variant="body-small">
              {t('costs.asset.owner')}:{' '}
              {allocation.owner ? (
                <EntityRefLink
                  entityRef={allocation.owner}
                  defaultKind="group"
                />
              ) : (
                t('costs.asset.noOwner')
              )}
            </Text>
            <Quiet as="div" variant="body-small">
              <Period allocation={allocation} />
            </Quiet>
          </li>
        ))}
      </ul>
      {closedThrough && (
        <Quiet as="p" variant="body-small">
          {t('costs.asset.closed', { month: monthText(closedThrough) })}
        </Quiet>
      )}
    </div>
  );
};

function Rule(props: { allocation: Allocation }) {
  const { t } = useTexts();
  const { rule, entities } = props.allocation;
  if (rule === 'none') {
    return <>{t('costs.asset.rule.none')}</>;
  }
  const last = entities.length - 1;
  const because =
    entities.length === 2
      ? t('costs.asset.rule.evenBoth')
      : t('costs.asset.rule.evenAll', { entities: String(entities.length) });
  return (
    <>
      {rule === 'whole'
        ? t('costs.asset.rule.whole')
        : t('costs.asset.rule.even')}{' '}
      {entities.map((entity, place) => (
        <Fragment key={entity}>
          {place > 0 && (place === last ? t('costs.asset.and') : ', ')}
          <EntityRefLink entityRef={entity} defaultKind="component" />
        </Fragment>
      ))}
      {entities.length > 1 && because}
    </>
  );
}

function Period(props: { allocation: Allocation }) {
  const { t } = useTexts();
  const from = props.allocation.from && monthText(props.allocation.from);
  const to = props.allocation.to && monthText(props.allocation.to);
  if (from && to) return <>{t('costs.asset.between', { from, to })}</>;
  if (from) return <>{t('costs.asset.since', { from })}</>;
  if (to) return <>{t('costs.asset.until', { to })}</>;
  return <>{t('costs.asset.always')}</>;
}
