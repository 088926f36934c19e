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
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { CostReport, UnattributedReason } from '@itam/plugin-itam-common';
import { assetsRouteRef, discoveryRouteRef } from '../routes';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { Amount } from './Amount';
import { amountOfCosts, Lens } from './lens';
import { CostLinkTo, useCostLinks } from './useCostLinks';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: 'var(--bui-space-3) var(--bui-space-4)',
    listStyle: 'none',
    margin: 'var(--bui-space-2) 0 0',
    padding: 0,
  },
  link: { display: 'inline-block', lineHeight: '24px' },
});

/** Why amounts are attributed to nothing, and what to do about each reason. */
export const UnattributedReasons = (props: {
  reasons: CostReport['unattributed']['reasons'];
  lens: Lens;
  /** What the lines of everything shown are. */
  chosen: CostLinkTo;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const links = useCostLinks();
  const { reasons, lens, chosen } = props;
  const shown = reasons.filter(at => amountOfCosts(at, lens) !== undefined);
  if (shown.length === 0) {
    return null;
  }
  return (
    <div>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('costs.unattributed.title')}
      </Text>
      <ul className={classes.list}>
        {shown.map(at => {
          const title = t(`costs.unattributed.reason.${at.reason}`);
          const lines = links.lines({ ...chosen, reason: at.reason });
          return (
            <li key={at.reason}>
              <Text as="div" weight="bold">
                {title}:{' '}
                <Amount
                  amount={amountOfCosts(at, lens)}
                  currency={lens.currency}
                  lines={{ href: lines, what: title }}
                />
              </Text>
              <Quiet as="div" variant="body-small">
                {t(`costs.unattributed.hint.${at.reason}`)}
              </Quiet>
              <NextStep reason={at.reason} lines={lines} />
            </li>
          );
        })}
      </ul>
    </div>
  );
};

function NextStep(props: { reason: UnattributedReason; lines: string }) {
  const classes = useStyles();
  const { t } = useTexts();
  const assetsPath = useRouteRef(assetsRouteRef)();
  const discoveryPath = useRouteRef(discoveryRouteRef)();
  const { reason, lines } = props;
  if (reason === 'no-resource' || reason === 'rounding') {
    return null;
  }
  const href = {
    'unknown-resource': discoveryPath,
    'no-entity': lines,
    'no-owner': `${assetsPath}?owner=none&sort=-cost`,
  }[reason];
  return (
    <Link href={href} className={classes.link}>
      {t(`costs.unattributed.action.${reason}`)}
    </Link>
  );
}
