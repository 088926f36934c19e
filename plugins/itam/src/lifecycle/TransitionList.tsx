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

import { Button, Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { TransitionItem } from '@itam/plugin-itam-common';
import { ReactNode, useId } from 'react';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { WantedTransition } from './TransitionDialog';
import { sortTransitions } from './sortTransitions';
import { TransitionReasons } from './TransitionReasons';
import { Transitions } from './useTransitions';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    gap: 'var(--bui-space-4)',
    listStyle: 'none',
    margin: 'var(--bui-space-2) 0 0',
    padding: 0,
  },
});

/**
 * The moves that leave the present status: those possible now, those that need
 * something to be given, and those refused, with the reason and the way out.
 */
export const TransitionList = (props: {
  transitions: Transitions;
  /** Whether the reader may move the asset at all. */
  mayMove: boolean;
  onWant: (wanted: WantedTransition) => void;
}) => {
  const { t } = useTexts();
  const { transitions, mayMove, onWant } = props;
  const { items, mayForce } = transitions;
  const { possible, completable, refused } = sortTransitions(items);

  if (items.length === 0) {
    return <Text as="p">{t('lifecycle.transitions.none')}</Text>;
  }
  return (
    <Flex direction="column" gap="5">
      {possible.length > 0 && (
        <Moves title={t('lifecycle.transitions.possible')}>
          {possible.map(item => (
            <Move
              key={item.id}
              item={item}
              transitions={transitions}
              button={mayMove ? 'primary' : undefined}
              onWant={onWant}
            />
          ))}
        </Moves>
      )}
      {completable.length > 0 && (
        <Moves title={t('lifecycle.transitions.completable')}>
          {completable.map(item => (
            <Move
              key={item.id}
              item={item}
              transitions={transitions}
              button={mayMove ? 'secondary' : undefined}
              onWant={onWant}
            >
              <Needs item={item} />
            </Move>
          ))}
        </Moves>
      )}
      {refused.length > 0 && (
        <Moves title={t('lifecycle.transitions.notPossible')}>
          {refused.map(item => (
            <Move
              key={item.id}
              item={item}
              transitions={transitions}
              onWant={onWant}
            >
              <TransitionReasons reasons={item.reasons} />
              {mayMove && mayForce && (
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() => onWant({ item, force: true })}
                >
                  {t('lifecycle.transitions.force', { title: item.title })}
                </Button>
              )}
            </Move>
          ))}
        </Moves>
      )}
    </Flex>
  );
};

function Moves(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const id = useId();
  return (
    <div>
      <Text as="h4" id={id} variant="body-medium">
        {props.title}
      </Text>
      <ul className={classes.list} aria-labelledby={id}>
        {props.children}
      </ul>
    </div>
  );
}

function Move(props: {
  item: TransitionItem;
  transitions: Transitions;
  /** The name is a button that begins it. */
  button?: 'primary' | 'secondary';
  onWant: (wanted: WantedTransition) => void;
  children?: ReactNode;
}) {
  const { t } = useTexts();
  const { item, transitions, button, onWant } = props;
  const titles = item.to.map(
    id =>
      transitions.model.statuses.find(status => status.id === id)?.title ?? id,
  );
  return (
    <li>
      <Flex direction="column" align="start" gap="1">
        <Flex align="center" gap="2">
          {button ? (
            <Button
              size="small"
              variant={button}
              onPress={() => onWant({ item })}
            >
              {item.title}
            </Button>
          ) : (
            <Text weight="bold">{item.title}</Text>
          )}
          <Text>
            {t('lifecycle.transitions.to', {
              status: titles.join(t('lifecycle.transitions.or')),
            })}
          </Text>
        </Flex>
        {props.children}
      </Flex>
    </li>
  );
}

/** How much has to be given for a transition. */
function Needs(props: { item: TransitionItem }) {
  const { t } = useTexts();
  const missing = ({ level, known }: { level: string; known: boolean }) =>
    level === 'block' && !known;
  const facts = props.item.facts.filter(missing).length;
  const documents = props.item.evidence.filter(missing).length;
  return (
    <Quiet as="div" variant="body-small">
      {t('lifecycle.transitions.needs', {
        what: [
          facts > 0 && t('lifecycle.transitions.facts', { count: facts }),
          documents > 0 &&
            t('lifecycle.transitions.documents', { count: documents }),
        ]
          .filter(Boolean)
          .join(', '),
      })}
    </Quiet>
  );
}
