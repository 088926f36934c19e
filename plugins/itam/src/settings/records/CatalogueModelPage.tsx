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

import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { CatalogueModelItem } from '@itam/plugin-itam-common';
import { useParams } from 'react-router-dom';
import { itamApiRef } from '../../api';
import { useNames } from '../../names';
import { assetTypeRouteRef, catalogueModelRouteRef } from '../../routes';
import {
  FactLine,
  FactList,
  Problem,
  Reading,
  Section,
  useRead,
  valueText,
  Waiting,
  words,
} from '../../shared';
import { useTexts } from '../../translation';
import { CatalogueModelDialog } from './CatalogueModelDialog';
import { catalogueModelCalls } from './recordCalls';
import { RecordPage } from './RecordPage';

/** One entry of the model catalogue. */
export const CatalogueModelPage = () => {
  const { id = '' } = useParams();
  const calls = catalogueModelCalls(useApi(itamApiRef));
  const reading = useRead([id], signal => calls.get(id, signal));
  const { value, error, reload } = reading;
  if (error) return <Problem error={error} onRetry={reload} />;
  return value ? <ModelOf model={value} reading={reading} /> : <Waiting />;
};

function ModelOf(props: {
  model: CatalogueModelItem;
  reading: Reading<CatalogueModelItem>;
}) {
  const { t } = useTexts();
  const calls = catalogueModelCalls(useApi(itamApiRef));
  const { type } = useNames();
  const { model, reading } = props;
  const answers = { yes: t('shared.value.yes'), no: t('shared.value.no') };
  const units = new Map(
    type(model.type)?.attributes.map(({ name, unit }) => [name, unit]),
  );
  const attributes = Object.entries(model.attributes).map(
    ([name, value]): FactLine => ({
      id: name,
      label: words(name),
      value: valueText(value, { ...answers, unit: units.get(name) }),
    }),
  );
  return (
    <RecordPage
      record={model}
      reading={reading}
      calls={calls}
      facts={useModelFacts(model)}
      dialog={handlers => (
        <CatalogueModelDialog
          model={model}
          onReload={() => {
            handlers.onClose();
            reading.reload();
          }}
          {...handlers}
        />
      )}
    >
      {attributes.length > 0 && (
        <Section title={t('settings.records.group.attributes')}>
          <FactList facts={attributes} />
        </Section>
      )}
    </RecordPage>
  );
}

const plainFacts = [
  'manufacturer',
  'edition',
  'partNumber',
  'approved',
  'approvalConditions',
  'listPrice',
  'listPriceOn',
  'endOfSale',
  'endOfSupport',
  'endOfPatches',
] as const;

function useModelFacts(model: CatalogueModelItem): FactLine[] {
  const { t } = useTexts();
  const typePath = useRouteRef(assetTypeRouteRef);
  const modelPath = useRouteRef(catalogueModelRouteRef);
  const { typeTitle } = useNames();
  const answers = { yes: t('shared.value.yes'), no: t('shared.value.no') };
  return [
    {
      id: 'type',
      label: t('settings.records.field.type'),
      value: (
        <Link href={typePath({ id: model.type })}>{typeTitle(model.type)}</Link>
      ),
    },
    ...plainFacts.flatMap((name): FactLine[] => {
      const value = valueText(model[name], answers);
      return value
        ? [{ id: name, label: t(`settings.records.field.${name}`), value }]
        : [];
    }),
    ...(model.substitutes.length > 0
      ? [
          {
            id: 'substitutes',
            label: t('settings.records.field.substitutes'),
            value: model.substitutes.map(({ id, name }) => (
              <div key={id}>
                <Link href={modelPath({ id })}>{name}</Link>
              </div>
            )),
          },
        ]
      : []),
  ];
}
