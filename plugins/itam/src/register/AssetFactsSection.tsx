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

import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { AssetDetail, AssetTypeItem } from '@itam/plugin-itam-common';
import { FactList, Quiet, Section } from '../shared';
import { useTexts } from '../translation';
import { AssetFact, assetFacts, FactGroup } from './assetFacts';
import { RecordName } from './form';
import { ProvenanceNote } from './ProvenanceNote';

/** The facts of an asset by group, with where they come from. */
export const AssetFactsSection = (props: {
  asset: AssetDetail;
  type?: AssetTypeItem;
  /** Which groups of facts. */
  groups: FactGroup['id'][];
}) => {
  const { t } = useTexts();
  const { asset, type } = props;
  const groups = assetFacts(asset, type, {
    yes: t('shared.value.yes'),
    no: t('shared.value.no'),
  }).filter(({ id }) => props.groups.includes(id));
  return (
    <>
      {groups.map(({ id, facts }) => (
        <Section key={id} title={t(`register.asset.group.${id}`)}>
          <FactList
            facts={facts.map(fact => ({
              id: fact.field,
              label: fact.named
                ? t(`register.field.${fact.named}`)
                : fact.label ?? fact.field,
              value: <FactValue fact={fact} />,
              note: fact.provenance && (
                <ProvenanceNote provenance={fact.provenance} />
              ),
            }))}
          />
        </Section>
      ))}
    </>
  );
};

/** The labels the provider keeps on an asset. */
export const AssetLabelsSection = (props: { asset: AssetDetail }) => {
  const { t } = useTexts();
  const labels = Object.entries(props.asset.labels);
  return (
    <Section title={t('register.asset.group.labels')}>
      {labels.length > 0 ? (
        <FactList
          facts={labels.map(([label, value]) => ({ id: label, label, value }))}
        />
      ) : (
        <Quiet>{t('register.asset.noLabels')}</Quiet>
      )}
    </Section>
  );
};

function FactValue(props: { fact: AssetFact }) {
  const { t } = useTexts();
  const { entityRefs, record, text } = props.fact;
  if (record) {
    return <RecordName record={record.kind} id={record.id} />;
  }
  if (entityRefs) {
    return (
      <Flex>
        <EntityRefLinks entityRefs={entityRefs} />
      </Flex>
    );
  }
  return <>{text ?? t('shared.answer.none')}</>;
}
