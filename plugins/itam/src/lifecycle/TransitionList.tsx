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

import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import BlockIcon from '@material-ui/icons/Block';
import CheckIcon from '@material-ui/icons/CheckCircleOutline';
import { Quiet } from '../shared';
import { itamTranslationRef } from '../translation';
import { Transitions } from './useTransitions';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
    gap: 'var(--bui-space-4)',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  reasons: { margin: 0, paddingLeft: 'var(--bui-space-4)' },
});

/** The moves that leave the present status: which are possible, why others not. */
export const TransitionList = (props: { transitions: Transitions }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(itamTranslationRef);
  const { items, model } = props.transitions;
  const titles = new Map(model.statuses.map(({ id, title }) => [id, title]));

  if (items.length === 0) {
    return <Text as="p">{t('lifecycle.transitions.none')}</Text>;
  }
  return (
    <ul className={classes.list} aria-label={t('lifecycle.transitions.title')}>
      {items.map(item => (
        <li key={`${item.id} ${item.to}`}>
          <Flex align="center" gap="2">
            {item.allowed ? (
              <CheckIcon fontSize="small" aria-hidden />
            ) : (
              <BlockIcon fontSize="small" aria-hidden />
            )}
            <div>
              <Text weight="bold">{item.title}</Text>{' '}
              <Text>
                {t('lifecycle.transitions.to', {
                  status: titles.get(item.to) ?? item.to,
                })}
              </Text>
              <Quiet as="div" variant="body-small">
                {item.allowed
                  ? t('lifecycle.transitions.possible')
                  : t('lifecycle.transitions.notPossible')}
              </Quiet>
            </div>
          </Flex>
          {item.reasons.length > 0 && (
            <ul className={classes.reasons}>
              {item.reasons.map(reason => (
                <li key={`${reason.kind} ${reason.id}`}>
                  <Text variant="body-small">{reason.message}</Text>{' '}
                  {reason.wayOut && (
                    <Quiet variant="body-small">
                      {t('lifecycle.transitions.wayOut', {
                        wayOut: reason.wayOut,
                      })}
                    </Quiet>
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
};
