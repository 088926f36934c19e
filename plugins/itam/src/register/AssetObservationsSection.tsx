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
import { AssetDetail } from '@itam/plugin-itam-common';
import { SourceLink } from '../names';
import { momentText, Quiet, Section } from '../shared';
import { useTexts } from '../translation';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  place: { overflowWrap: 'anywhere' },
});

/** Which sources have seen an asset, where and when. */
export const AssetObservationsSection = (props: { asset: AssetDetail }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { observations } = props.asset;
  return (
    <Section title={t('register.observations.title')}>
      {observations.length === 0 && (
        <Quiet>{t('register.observations.empty')}</Quiet>
      )}
      <ul className={classes.list}>
        {observations.map(seen => (
          <li key={`${seen.sourceId} ${seen.place}`}>
            <SourceLink id={seen.sourceId} />{' '}
            <Text variant="body-small">
              {t(`register.observations.state.${seen.state}`)}
            </Text>
            <Text as="div" variant="body-small" className={classes.place}>
              {seen.place}
            </Text>
            <Quiet as="div" variant="body-small">
              {t('register.observations.seen', {
                first: momentText(seen.firstSeenAt),
                last: momentText(seen.lastSeenAt),
              })}
            </Quiet>
          </li>
        ))}
      </ul>
    </Section>
  );
};
