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

import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  bar: { margin: 'var(--bui-space-3) 0' },
});

/** One of a few views of a list. */
export function ChoiceBar<T extends string>(props: {
  label: string;
  choices: Array<{ id: T; label: string }>;
  value: T;
  onChange: (value: T) => void;
}) {
  const classes = useStyles();
  return (
    <div className={classes.bar}>
      <ToggleButtonGroup
        aria-label={props.label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[props.value]}
        onSelectionChange={keys => {
          const next = props.choices.find(({ id }) => keys.has(id));
          if (next) {
            props.onChange(next.id);
          }
        }}
      >
        {props.choices.map(({ id, label }) => (
          <ToggleButton key={id} id={id} size="small">
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
