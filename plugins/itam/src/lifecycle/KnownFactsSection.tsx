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

import { useApi } from '@backstage/core-plugin-api';
import { AssetDetail, itamRoutes, KnownFact } from '@itam/plugin-itam-common';
import { itamApiRef } from '../api';
import {
  FactList,
  Nothing,
  Problem,
  Quiet,
  Section,
  useRead,
  valueText,
  Waiting,
} from '../shared';
import { useTexts } from '../translation';
import { ActorName } from './ActorName';

/** The facts transitions have brought onto the record. */
export const KnownFactsSection = (props: { asset: AssetDetail }) => {
  const { t } = useTexts();
  const { value, error, reload } = useKnownFacts(props.asset);
  // What is a field of the asset is shown among its facts already.
  const given = value?.items.filter(({ place }) => place === 'given') ?? [];
  return (
    <Section title={t('lifecycle.knownFacts.title')}>
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting lines={2} />}
      {value && given.length === 0 && (
        <Nothing title={t('lifecycle.knownFacts.none')} />
      )}
      {given.length > 0 && (
        <FactList
          facts={given.map(fact => ({
            id: fact.fact,
            label: fact.title,
            value: <FactText fact={fact} />,
            note: fact.givenAt && (
              <Quiet variant="body-x-small">
                {t('lifecycle.knownFacts.given', {
                  at: fact.givenAt.slice(0, 10),
                })}{' '}
                {fact.givenBy && <ActorName actor={fact.givenBy} />}
              </Quiet>
            ),
          }))}
        />
      )}
    </Section>
  );
};

function useKnownFacts(asset: { id: string; version: number }) {
  const api = useApi(itamApiRef);
  return useRead([asset.id, asset.version], signal =>
    api.call(itamRoutes.assetKnownFacts, { params: { id: asset.id }, signal }),
  );
}

/** A fact in words: a record line by line. */
function FactText(props: { fact: KnownFact }) {
  const { t } = useTexts();
  const { value } = props.fact;
  const texts = { yes: t('shared.value.yes'), no: t('shared.value.no') };
  if (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('amount' in value)
  ) {
    return (
      <>
        {Object.entries(value).map(([name, one]) => (
          <div key={name}>
            {name}: {valueText(one, texts)}
          </div>
        ))}
      </>
    );
  }
  return <>{valueText(value, texts) ?? t('shared.answer.none')}</>;
}
