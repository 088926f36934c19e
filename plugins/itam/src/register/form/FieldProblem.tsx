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

import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';

const useStyles = makeStyles({
  problem: {
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    marginTop: 4,
    fontSize: 'var(--bui-font-size-2)',
    color: 'var(--bui-negative-fg-subdued)',
  },
});

/** What is wrong with a field, in words; the field points to it by its id. */
export const FieldProblem = (props: { id: string; text: string }) => {
  const classes = useStyles();
  return (
    <div id={props.id} className={classes.problem}>
      <ErrorIcon fontSize="inherit" aria-hidden />
      <span>{props.text}</span>
    </div>
  );
};
