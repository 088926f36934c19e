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
import { EntitySummary } from '@itam/plugin-itam-common';
import { DateTime } from 'luxon';
import { SourceLink } from '../names';
import { Moment, Quiet } from '../shared';
import { useTexts } from '../translation';
import { readingHealth } from './readingHealth';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  link: { display: 'inline-block', lineHeight: '24px' },
  hint: {
    fontSize: 'var(--bui-font-size-2)',
    fontWeight: 'bold',
  },
  stale: { color: 'var(--bui-warning-fg-subdued)' },
  failing: { color: 'var(--bui-negative-fg-subdued)' },
});

/** When the sources behind these figures were last read. */
export const SourceReadings = (props: {
  readings: EntitySummary['readings'];
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <div>
      <Quiet as="h4" variant="body-small">
        {t('register.card.readings')}
      </Quiet>
      <ul className={classes.list}>
        {props.readings.map(reading => (
          <li key={reading.sourceId}>
            <SourceLink id={reading.sourceId} className={classes.link} />{' '}
            <Quiet variant="body-small">
              {reading.lastReadAt ? (
                <Moment at={reading.lastReadAt} />
              ) : (
                t('register.card.neverRead')
              )}
            </Quiet>{' '}
            <HealthHint reading={reading} />
          </li>
        ))}
      </ul>
    </div>
  );
};

function HealthHint(props: { reading: EntitySummary['readings'][number] }) {
  const classes = useStyles();
  const { t } = useTexts();
  const health = readingHealth(props.reading, DateTime.now());
  return health === 'failing' || health === 'stale' ? (
    <span className={`${classes.hint} ${classes[health]}`}>
      {t(`register.card.${health}`)}
    </span>
  ) : null;
}
