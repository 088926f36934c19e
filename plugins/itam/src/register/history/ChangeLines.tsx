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
import { useTexts } from '../../translation';
import { HistoryLine } from './historyLines';

const useStyles = makeStyles({
  changes: {
    margin: 0,
    paddingLeft: 'var(--bui-space-4)',
    overflowWrap: 'anywhere',
  },
});

/** Changed fields, each from what to what. */
export const ChangeLines = (props: { lines: HistoryLine[] }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const nothing = t('history.nothing');
  const textOf = ({ field, from, to, hidden }: HistoryLine) => {
    if (hidden) {
      return t('history.hidden', { field });
    }
    return from === undefined
      ? t('history.set', { field, to: to ?? nothing })
      : t('history.change', { field, from, to: to ?? nothing });
  };
  return (
    <ul className={classes.changes}>
      {props.lines.map(line => (
        <li key={line.id}>
          <Text variant="body-small">{textOf(line)}</Text>
        </li>
      ))}
    </ul>
  );
};
