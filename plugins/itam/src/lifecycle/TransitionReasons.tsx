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
import { TransitionItem } from '@itam/plugin-itam-common';
import { Quiet } from '../shared';
import { useTexts } from '../translation';

const useStyles = makeStyles({
  reasons: { margin: 0, paddingLeft: 'var(--bui-space-4)' },
});

/** What stands in the way, each with what to do about it. */
export const TransitionReasons = (props: {
  reasons: TransitionItem['reasons'];
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <ul className={classes.reasons}>
      {props.reasons.map(reason => (
        <li key={`${reason.kind} ${reason.id}`}>
          <Text variant="body-small">{reason.message}</Text>{' '}
          {reason.wayOut && (
            <Quiet variant="body-small">
              {t('lifecycle.transitions.wayOut', { wayOut: reason.wayOut })}
            </Quiet>
          )}
        </li>
      ))}
    </ul>
  );
};
