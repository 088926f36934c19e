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
import { Flex, Link, Text } from '@backstage/ui';
import { MySummary } from '@itam/plugin-itam-common';
import {
  AssetLink,
  DueText,
  ListPage,
  OpenFactActions,
  useLineStyles,
  useOpenFacts,
} from '../lifecycle';
import { assetsRouteRef } from '../routes';
import { Nothing, PageList, Problem, Section, Waiting } from '../shared';
import { useTexts } from '../translation';
import { HeldList } from './HeldList';
import { TransferList } from './TransferList';
import { useMySummary } from './useCustody';

/** What the reader uses and keeps, what their teams own, what waits for them. */
export const MinePage = () => {
  const { t } = useTexts();
  const { value, error, reload } = useMySummary();
  return (
    <ListPage title={t('custody.mine.title')} hint={t('custody.mine.pageHint')}>
      <Flex direction="column" gap="4" mt="4">
        {error && <Problem error={error} onRetry={reload} />}
        {!value && !error && <Waiting lines={8} />}
        {value && <Mine summary={value} onChanged={reload} />}
      </Flex>
    </ListPage>
  );
};

function Mine(props: { summary: MySummary; onChanged: () => void }) {
  const { t } = useTexts();
  const { summary, onChanged } = props;
  return (
    <>
      {summary.transfersToAccept > 0 && (
        <Section title={t('custody.mine.transfers')}>
          <TransferList
            filter={{ state: 'open', mine: 'to-accept' }}
            empty={t('custody.mine.transfersNone')}
            heading={({ tag, name }) => <AssetLink tag={tag} name={name} />}
            onChanged={onChanged}
          />
        </Section>
      )}
      <Section title={t('custody.mine.uses')}>
        <HeldList
          kinds={['consumer', 'loan']}
          empty={
            <Nothing
              title={t('custody.mine.usesNone')}
              hint={t('custody.mine.nothingHint')}
            />
          }
          onChanged={onChanged}
        />
      </Section>
      <Section title={t('custody.mine.keeps')}>
        <HeldList
          kinds={['custodian']}
          empty={<Nothing title={t('custody.mine.keepsNone')} />}
          onChanged={onChanged}
        />
      </Section>
      <Section title={t('custody.mine.teams')}>
        <Teams owned={summary.owned} />
      </Section>
      <Section title={t('custody.mine.facts')}>
        <MyFacts refs={[summary.me, ...summary.owned.map(({ ref }) => ref)]} />
      </Section>
    </>
  );
}

/** How much each of the teams owns, leading to the list. */
function Teams(props: { owned: MySummary['owned'] }) {
  const classes = useLineStyles();
  const { t } = useTexts();
  const assetsPath = useRouteRef(assetsRouteRef);
  if (props.owned.length === 0) {
    return <Nothing title={t('custody.mine.teamsNone')} />;
  }
  return (
    <ul className={classes.lines} aria-label={t('custody.mine.teams')}>
      {props.owned.map(({ ref, title, count }) => (
        <li key={ref} className={classes.line}>
          <EntityRefLink entityRef={ref} title={title} />
          <Link
            href={`${assetsPath()}?${new URLSearchParams({ owner: ref })}`}
            aria-label={`${title ?? ref}: ${t('custody.mine.assets', {
              count,
            })}`}
          >
            {t('custody.mine.assets', { count })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function MyFacts(props: { refs: string[] }) {
  const classes = useLineStyles();
  const { t } = useTexts();
  const pages = useOpenFacts({ assignee: props.refs });
  return (
    <PageList pages={pages} empty={t('custody.mine.factsNone')}>
      {items => (
        <ul className={classes.lines} aria-label={t('custody.mine.facts')}>
          {items.map(open => (
            <li key={open.id} className={classes.line}>
              <div className={classes.words}>
                <Text weight="bold">{open.title}</Text> <DueText open={open} />
                <div>
                  <AssetLink tag={open.tag} name={open.name} />
                </div>
              </div>
              <OpenFactActions open={open} onChanged={pages.reload} />
            </li>
          ))}
        </ul>
      )}
    </PageList>
  );
}
