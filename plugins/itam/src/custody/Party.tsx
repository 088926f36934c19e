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

import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { CustodyParty } from '@itam/plugin-itam-common';
import { momentText, Quiet } from '../shared';
import { useTexts } from '../translation';

/** The name of somebody, leading to their page if there is one. */
export const PartyName = (props: {
  of: string;
  title?: string;
  gone: boolean;
}) => {
  const { t } = useTexts();
  return props.gone ? (
    <>
      {props.of}{' '}
      <Text variant="body-small" color="danger">
        ({t('custody.gone')})
      </Text>
    </>
  ) : (
    <EntityRefLink entityRef={props.of} title={props.title} />
  );
};

/** A person or team that has a part in an asset, and since when. */
export const Party = (props: { party?: CustodyParty }) => {
  const { t } = useTexts();
  const { party } = props;
  if (!party) {
    return <Quiet>{t('custody.nobody')}</Quiet>;
  }
  return (
    <>
      <PartyName of={party.ref} title={party.title} gone={party.gone} />
      {party.endsOn && (
        <Text as="div" variant="body-small" color="warning">
          {t('custody.leaves', { day: party.endsOn })}
        </Text>
      )}
      {party.since && (
        <Quiet as="div" variant="body-small">
          <time dateTime={party.since}>
            {t('custody.since', { since: momentText(party.since) })}
          </time>
        </Quiet>
      )}
    </>
  );
};
