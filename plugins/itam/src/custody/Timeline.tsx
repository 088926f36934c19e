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

import { AssetDetail } from '@itam/plugin-itam-common';
import { useLineStyles } from '../lifecycle';
import { PageList, Section } from '../shared';
import { useTexts } from '../translation';
import { AssignmentLine } from './AssignmentLine';
import { useAssignments } from './useCustody';

const FEW = 5;

/** Who kept and who used an asset over time, newest first. */
export const Timeline = (props: { asset: AssetDetail }) => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const pages = useAssignments(props.asset);
  return (
    <Section title={t('custody.timeline.title')}>
      <PageList pages={pages} empty={t('custody.timeline.none')} few={FEW}>
        {items => (
          <ol
            className={classes.lines}
            aria-label={t('custody.timeline.title')}
          >
            {items.map(assignment => (
              <li key={assignment.id} className={classes.line}>
                <div className={classes.words}>
                  <AssignmentLine assignment={assignment} />
                </div>
              </li>
            ))}
          </ol>
        )}
      </PageList>
    </Section>
  );
};
