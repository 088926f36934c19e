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
import { makeStyles } from '@material-ui/core/styles';
import { Impact, ImpactTally } from '@itam/plugin-itam-common';
import { FactList, Quiet } from '../shared';
import { useTexts } from '../translation';

const FIRST_SHOWN = 8;

const useStyles = makeStyles({
  // links one below the other, far enough apart for a finger
  list: { listStyle: 'none', margin: 0, padding: 0, lineHeight: '28px' },
});

/** Whose the affected things are: teams, systems, domains. */
export const ImpactTallies = (props: { impact: Impact }) => {
  const { t } = useTexts();
  const { owners, systems, domains } = props.impact;
  const lists = { owners, systems, domains };
  const names = ['owners', 'systems', 'domains'] as const;
  return (
    <FactList
      facts={names
        .filter(name => lists[name].length > 0)
        .map(name => ({
          id: name,
          label: t(`relations.impact.${name}`),
          value: <Tallies items={lists[name]} />,
        }))}
    />
  );
};

function Tallies(props: { items: ImpactTally[] }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { items } = props;
  return (
    <>
      <ul className={classes.list}>
        {items.slice(0, FIRST_SHOWN).map(({ ref, title }) => (
          <li key={ref}>
            <EntityRefLink entityRef={ref} title={title} />
          </li>
        ))}
      </ul>
      {items.length > FIRST_SHOWN && (
        <Quiet as="div" variant="body-small">
          {t('relations.more', { count: items.length - FIRST_SHOWN })}
        </Quiet>
      )}
    </>
  );
}
