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

import { Button, Text } from '@backstage/ui';
import { Hold } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { momentText, Quiet } from '../shared';
import { useTexts } from '../translation';
import { ActorName } from './ActorName';
import { ReasonDialog } from './ReasonDialog';
import { useReleaseHold } from './useHolds';

/** A legal hold: its matter, who placed it, how far its release is. */
export const HoldWords = (props: { hold: Hold }) => {
  const { t } = useTexts();
  const { hold } = props;
  return (
    <>
      <Text weight="bold">
        {t('lifecycle.hold.matter', { matter: hold.matter })}
      </Text>
      {hold.reason && (
        <Text as="div" variant="body-small">
          {hold.reason}
        </Text>
      )}
      <Quiet as="div" variant="body-small">
        {t('lifecycle.hold.placed', { at: momentText(hold.placedAt) })}{' '}
        <ActorName actor={hold.placedBy} />
      </Quiet>
      {hold.releaseAskedAt && (
        <Quiet as="div" variant="body-small">
          {t('lifecycle.hold.asked', { at: momentText(hold.releaseAskedAt) })}{' '}
          {hold.releaseAskedBy && <ActorName actor={hold.releaseAskedBy} />}
          {hold.releaseReason && `: ${hold.releaseReason}`}
        </Quiet>
      )}
      {hold.releasedAt && (
        <Quiet as="div" variant="body-small">
          {t('lifecycle.hold.released', { at: momentText(hold.releasedAt) })}{' '}
          {hold.releasedBy && <ActorName actor={hold.releasedBy} />}
        </Quiet>
      )}
    </>
  );
};

/** Asks for the release of a hold, or releases it after somebody asked. */
export const ReleaseHoldButton = (props: {
  hold: Hold;
  onChanged: () => void;
}) => {
  const { t } = useTexts();
  const { hold, onChanged } = props;
  const [asking, setAsking] = useState(false);
  const releasing = useReleaseHold();
  if (hold.releasedAt) {
    return null;
  }
  const step = hold.releaseAskedAt ? 'release' : 'ask';
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        aria-label={t(`lifecycle.hold.${step}Title`, { matter: hold.matter })}
        onPress={() => setAsking(true)}
      >
        {t(`lifecycle.hold.${step}`)}
      </Button>
      {asking && (
        <ReasonDialog
          title={t(`lifecycle.hold.${step}Title`, { matter: hold.matter })}
          hint={t(`lifecycle.hold.${step}Hint`)}
          action={t(`lifecycle.hold.${step}`)}
          busy={releasing.busy}
          error={releasing.error}
          onClose={() => setAsking(false)}
          onSubmit={async reason => {
            if (await releasing.run(hold.id, reason)) {
              setAsking(false);
              onChanged();
            }
          }}
        />
      )}
    </>
  );
};
