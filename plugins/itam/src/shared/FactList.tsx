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

import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Quiet } from './Quiet';

/** A named value, with what there is to say about it. */
export interface FactLine {
  id: string;
  label: string;
  value: ReactNode;
  note?: ReactNode;
}

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: 'var(--bui-space-3) var(--bui-space-4)',
    margin: 0,
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** Facts as a definition list. */
export const FactList = (props: { facts: FactLine[] }) => {
  const classes = useStyles();
  return (
    <dl className={classes.list}>
      {props.facts.map(fact => (
        <div key={fact.id}>
          <dt>
            <Quiet variant="body-small">{fact.label}</Quiet>
          </dt>
          <dd className={classes.value}>
            <Text as="div">{fact.value}</Text>
            {fact.note}
          </dd>
        </div>
      ))}
    </dl>
  );
};
