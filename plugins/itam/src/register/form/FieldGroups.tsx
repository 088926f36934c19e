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
import { useId } from 'react';
import { Quiet } from '../../shared';
import { FieldGroup } from './field';
import { FormField } from './FormField';
import { Draft } from './useDraft';

const useStyles = makeStyles({
  group: {
    border: 0,
    margin: 0,
    padding: 0,
    minWidth: 0,
    '& + &': { marginTop: 'var(--bui-space-6)' },
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    gap: 'var(--bui-space-4)',
    marginTop: 'var(--bui-space-3)',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1' },
});

const wideKinds = ['long', 'record'];

/** Generated fields by group, one below the other on a narrow screen. */
export const FieldGroups = (props: { groups: FieldGroup[]; draft: Draft }) => {
  const classes = useStyles();
  const id = useId();
  const { groups, draft } = props;
  return (
    <>
      {groups.map(group => (
        <div
          key={group.id}
          role="group"
          aria-labelledby={`${id}-${group.id}`}
          className={classes.group}
        >
          <Text
            as="h3"
            id={`${id}-${group.id}`}
            variant="body-medium"
            weight="bold"
          >
            {group.title}
          </Text>
          {group.hint && <Quiet variant="body-small">{group.hint}</Quiet>}
          <div className={classes.fields}>
            {group.fields.map(field => (
              <div
                key={field.path}
                className={
                  wideKinds.includes(field.kind) ? classes.wide : undefined
                }
              >
                <FormField field={field} draft={draft} />
              </div>
            ))}
          </div>
        </div>
      ))}
    </>
  );
};
