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
import { holdings, Leaver } from '@itam/plugin-itam-common';
import { ChoiceBar, ListPage, useChoice, useLineStyles } from '../lifecycle';
import { leaverRouteRef } from '../routes';
import { momentText, PageList, Quiet } from '../shared';
import { useTexts } from '../translation';
import { leaverPath } from './leaverPath';
import { useLeavers } from './useLeavers';

const views = ['all', 'overdue'] as const;

/** People and teams that leave and still hold assets. */
export const LeaversPage = () => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const [view, setView] = useChoice('show', views);
  const pages = useLeavers(view === 'overdue');
  return (
    <ListPage
      title={t('custody.leavers.title')}
      hint={t('custody.leavers.pageHint')}
      filters={
        <ChoiceBar
          label={t('custody.leavers.show')}
          choices={views.map(id => ({
            id,
            label: t(`custody.leavers.view.${id}`),
          }))}
          value={view}
          onChange={setView}
        />
      }
    >
      <PageList pages={pages} empty={t('custody.leavers.none')}>
        {items => (
          <ul className={classes.lines} aria-label={t('custody.leavers.title')}>
            {items.map(leaver => (
              <li key={leaver.ref} className={classes.line}>
                <LeaverLine leaver={leaver} />
              </li>
            ))}
          </ul>
        )}
      </PageList>
    </ListPage>
  );
};

function LeaverLine(props: { leaver: Leaver }) {
  const classes = useLineStyles();
  const { t } = useTexts();
  const toLeaver = useRouteRef(leaverRouteRef);
  const { ref, title, state, endsOn, goneSince, counts } = props.leaver;
  const gone = goneSince
    ? t('custody.leavers.goneSince', { at: momentText(goneSince) })
    : t('custody.leavers.gone');
  const when =
    state === 'gone'
      ? gone
      : t(`custody.leavers.${state}`, { day: endsOn ?? '' });
  return (
    <>
      <div className={classes.words}>
        <Link href={toLeaver(leaverPath(ref))}>{title ?? ref}</Link>
        <Quiet as="div" variant="body-small">
          {title ? `${ref} · ${when}` : when}
        </Quiet>
      </div>
      <Text>
        {holdings
          .filter(part => counts[part] > 0)
          .map(part =>
            t(`custody.leavers.counts.${part}`, { count: counts[part] }),
          )
          .join(' · ')}
      </Text>
    </>
  );
}
