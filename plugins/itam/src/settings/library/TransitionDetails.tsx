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

import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { TransitionDetail } from '@itam/plugin-itam-common';
import { Quiet, words } from '../../shared';
import { useTexts } from '../../translation';
import { durationText } from './durationText';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: 'var(--bui-space-5)' },
});

/** One thing a transition asks for, or does. */
interface Line {
  id: string;
  text: string;
  /** How strictly, when, until when. */
  terms: string[];
  note?: string;
}

/** A transition: who, from where to where, and all it asks for. */
export const TransitionDetails = (props: {
  transition: TransitionDetail;
  titles: Map<string, string>;
}) => {
  const { t } = useTexts();
  const { transition, titles } = props;
  const lists = useLines(transition);
  const named = (ids: string[]) =>
    ids.map(id => titles.get(id) ?? id).join(', ');
  return (
    <Accordion>
      <AccordionTrigger
        title={transition.title}
        subtitle={t('settings.model.way', {
          from: named(transition.from) || t('settings.model.fromNothing'),
          to: named(transition.to),
        })}
      />
      <AccordionPanel>
        <Flex direction="column" gap="3">
          <Text as="p">
            {t('settings.model.roles')}:{' '}
            {transition.roles.map(({ title }) => title).join(', ')}
          </Text>
          {lists.every(({ lines }) => lines.length === 0) && (
            <Quiet as="p">{t('settings.model.asksNothing')}</Quiet>
          )}
          {lists
            .filter(({ lines }) => lines.length > 0)
            .map(({ title, lines }) => (
              <Lines key={title} title={title} lines={lines} />
            ))}
        </Flex>
      </AccordionPanel>
    </Accordion>
  );
};

function Lines(props: { title: string; lines: Line[] }) {
  const classes = useStyles();
  return (
    <div>
      <Text as="h3" variant="body-small" weight="bold">
        {props.title}
      </Text>
      <ul className={classes.list}>
        {props.lines.map(({ id, text, terms, note }) => (
          <li key={id}>
            <Text as="span">{text}</Text>
            {terms.length > 0 && <Quiet as="span"> ({terms.join('; ')})</Quiet>}
            {note && (
              <Quiet as="div" variant="body-small">
                {note}
              </Quiet>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a transition asks for and does, in words. */
function useLines(transition: TransitionDetail) {
  const { t } = useTexts();
  const whenText = (when: string | undefined) =>
    when ? [t('settings.model.when', { condition: when })] : [];
  const dueText = (due: string | undefined) => {
    if (!due) return [];
    const before = /^before-(.*)$/.exec(due);
    return [
      before
        ? t('settings.model.dueBefore', { transition: words(before[1]) })
        : t('settings.model.due', {
            due: t('settings.model.within', { time: durationText(due) }),
          }),
    ];
  };
  const { facts, evidence, guards, effects } = transition;
  return [
    {
      title: t('settings.model.facts'),
      lines: facts.map(
        ({ id, title, what, level, due, when }): Line => ({
          id: `${id} ${when ?? ''}`,
          text: title,
          terms: [
            t(`settings.model.level.${level}`),
            ...dueText(due),
            ...whenText(when),
          ],
          note: what,
        }),
      ),
    },
    {
      title: t('settings.model.evidence'),
      lines: evidence.map(
        ({ id, title, level, due, when }): Line => ({
          id: `${id} ${when ?? ''}`,
          text: title,
          terms: [
            t(`settings.model.level.${level}`),
            ...dueText(due),
            ...whenText(when),
          ],
        }),
      ),
    },
    {
      title: t('settings.model.guards'),
      lines: guards.map(
        ({ id, holds, wayOut, soft, when }): Line => ({
          id: `${id} ${when ?? ''}`,
          text: holds,
          terms: [
            ...(soft ? [t('settings.model.soft')] : []),
            ...whenText(when),
          ],
          note: t('settings.model.wayOut', { wayOut }),
        }),
      ),
    },
    {
      title: t('settings.model.effects'),
      lines: effects.map(
        ({ id, does }): Line => ({ id, text: does, terms: [] }),
      ),
    },
  ];
}
