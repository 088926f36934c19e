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
import { Transfer } from '@itam/plugin-itam-common';
import { ReactNode, useState } from 'react';
import { ActorName, ReasonDialog } from '../lifecycle';
import { momentText, Problem, Quiet } from '../shared';
import { useTexts } from '../translation';
import { useAnswer } from './useTransfers';

/** A transfer in words, with what the reader may do with it. */
export const TransferLine = (props: {
  transfer: Transfer;
  /** Names the asset, where the page does not. */
  heading?: ReactNode;
  onChanged: () => void;
}) => {
  const { t } = useTexts();
  const { transfer, heading } = props;
  const { fromOwner, fromTitle, toOwner, toTitle } = transfer;
  return (
    <>
      <div style={{ flex: '1 1 240px', minWidth: 0 }}>
        {heading && <div>{heading}</div>}
        <Text>
          {t('custody.transfer.line', {
            from: fromTitle ?? fromOwner ?? t('custody.nobody'),
            to: toTitle ?? toOwner,
          })}
        </Text>
        {transfer.state !== 'open' && (
          <Text weight="bold">
            {' · '}
            {t(`custody.transfer.state.${transfer.state}`)}
          </Text>
        )}
        <Text as="div" variant="body-small">
          {transfer.reason}
        </Text>
        <Quiet as="div" variant="body-small">
          {t('custody.transfer.asked', { at: momentText(transfer.askedAt) })}{' '}
          {t('custody.by')} <ActorName actor={transfer.askedBy} />
          {transfer.answeredBy && (
            <>
              {' · '}
              {t(`custody.transfer.state.${transfer.state}`)} {t('custody.by')}{' '}
              <ActorName actor={transfer.answeredBy} />
              {transfer.answerNote && `: ${transfer.answerNote}`}
            </>
          )}
        </Quiet>
      </div>
      <TransferActions transfer={transfer} onChanged={props.onChanged} />
    </>
  );
};

/** Accepts, declines or withdraws. */
function TransferActions(props: { transfer: Transfer; onChanged: () => void }) {
  const { t } = useTexts();
  const { transfer, onChanged } = props;
  const { id, name, allowed } = transfer;
  const answering = useAnswer();
  const [declining, setDeclining] = useState(false);
  const answer = async (reply: Transfer['allowed'][number], note?: string) => {
    if (await answering.run(id, reply, note)) {
      setDeclining(false);
      onChanged();
    }
  };
  return (
    <div>
      <Flex gap="1">
        {allowed.map(one => (
          <Button
            key={one}
            size="small"
            variant={one === 'accept' ? 'primary' : 'secondary'}
            isDisabled={answering.busy}
            aria-label={t(`custody.transfer.${one}Of`, { name })}
            onPress={() =>
              one === 'decline' ? setDeclining(true) : answer(one)
            }
          >
            {t(`custody.transfer.${one}`)}
          </Button>
        ))}
      </Flex>
      <div aria-live="polite">
        {answering.error && !declining && (
          <Problem
            error={answering.error}
            title={t('custody.transfer.refused')}
          />
        )}
      </div>
      {declining && (
        <ReasonDialog
          title={t('custody.transfer.declineOf', { name })}
          hint={t('custody.transfer.declineHint')}
          action={t('custody.transfer.decline')}
          busy={answering.busy}
          error={answering.error}
          onClose={() => setDeclining(false)}
          onSubmit={note => answer('decline', note)}
        />
      )}
    </div>
  );
}
