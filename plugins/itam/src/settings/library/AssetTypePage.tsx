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

import { useRouteRef } from '@backstage/core-plugin-api';
import { Cell, CellText, Link, Table } from '@backstage/ui';
import { AssetTypeDetail } from '@itam/plugin-itam-common';
import { useParams } from 'react-router-dom';
import { assetsRouteRef, lifecycleModelRouteRef } from '../../routes';
import {
  FactLine,
  FactList,
  Problem,
  Quiet,
  Section,
  Waiting,
  words,
} from '../../shared';
import { useTexts } from '../../translation';
import { SettingsPage } from '../SettingsFrame';
import { durationText } from './durationText';
import { useTypeDetail } from './useLibrary';

/** One asset type in full. */
export const AssetTypePage = () => {
  const { id = '' } = useParams();
  const { value, error, reload } = useTypeDetail(id);
  if (error) return <Problem error={error} onRetry={reload} />;
  return value ? <TypeOf type={value} /> : <Waiting />;
};

function TypeOf(props: { type: AssetTypeDetail }) {
  const { t } = useTexts();
  const { type } = props;
  return (
    <SettingsPage title={type.title}>
      <FactList facts={useTypeFacts(type)} />
      <Section title={t('settings.type.attributes')}>
        {type.attributes.length === 0 ? (
          <Quiet as="p">{t('settings.type.noAttributes')}</Quiet>
        ) : (
          <Attributes type={type} />
        )}
      </Section>
      <Section title={t('settings.type.keyDates')}>
        {type.keyDates.length === 0 ? (
          <Quiet as="p">{t('settings.type.noKeyDates')}</Quiet>
        ) : (
          <KeyDates type={type} />
        )}
      </Section>
    </SettingsPage>
  );
}

function useTypeFacts(type: AssetTypeDetail): FactLine[] {
  const { t } = useTexts();
  const modelPath = useRouteRef(lifecycleModelRouteRef);
  const assetsPath = useRouteRef(assetsRouteRef);
  const { lifecycleModel, depreciation, verify } = type;
  const checks = (['seen', 'count', 'attest'] as const).flatMap(kind => {
    const every = verify[kind];
    return every
      ? [t(`settings.type.verify.${kind}`, { time: durationText(every) })]
      : [];
  });
  return [
    { id: 'id', label: t('settings.type.id'), value: type.id },
    {
      id: 'category',
      label: t('settings.type.category'),
      value: words(type.category),
    },
    {
      id: 'unit',
      label: t('settings.type.unit'),
      value: t(`settings.types.unit.${type.unit}`),
    },
    {
      id: 'model',
      label: t('settings.type.model'),
      value: (
        <Link href={modelPath({ id: lifecycleModel.id })}>
          {t('settings.type.modelVersion', {
            title: lifecycleModel.title,
            version: String(lifecycleModel.version),
          })}
        </Link>
      ),
    },
    {
      id: 'assets',
      label: t('settings.type.assets'),
      value: (
        <Link href={`${assetsPath()}?type=${encodeURIComponent(type.id)}`}>
          {t('settings.type.showAssets', { count: type.assets })}
        </Link>
      ),
    },
    {
      id: 'depreciation',
      label: t('settings.type.depreciation'),
      value:
        'method' in depreciation
          ? t('settings.type.straightLine', {
              months: String(depreciation.months),
              residual: String(depreciation.residualPercent),
            })
          : t(`settings.type.treatment.${depreciation.treatment}`),
    },
    {
      id: 'verify',
      label: t('settings.type.verification'),
      value: checks.join(', ') || t('settings.type.never'),
    },
    {
      id: 'keys',
      label: t('settings.type.keys'),
      value: type.keys.map(words).join(', ') || t('shared.answer.none'),
    },
    ...(type.metricInputs.length > 0
      ? [
          {
            id: 'metrics',
            label: t('settings.type.metricInputs'),
            value: type.metricInputs.map(words).join(', '),
          },
        ]
      : []),
  ];
}

function Attributes(props: { type: AssetTypeDetail }) {
  const { t } = useTexts();
  const kindText = (attribute: AssetTypeDetail['attributes'][number]) => {
    const { kind, unit, values, entityKind, multi } = attribute;
    const text = unit
      ? t('settings.type.numberIn', { unit })
      : t(`settings.type.kind.${kind}`, {
          values: (values ?? []).join(', '),
          kind: entityKind ?? '',
        });
    return multi ? t('settings.type.several', { kind: text }) : text;
  };
  return (
    <Table
      aria-label={t('settings.type.attributes')}
      columnConfig={[
        {
          id: 'attribute',
          label: t('settings.type.column.attribute'),
          isRowHeader: true,
          cell: ({ name }) => (
            <Cell>
              {words(name)}
              <Quiet as="div" variant="body-x-small">
                {name}
              </Quiet>
            </Cell>
          ),
        },
        {
          id: 'kind',
          label: t('settings.type.column.kind'),
          cell: attribute => (
            <Cell style={{ overflowWrap: 'anywhere' }}>
              {kindText(attribute)}
            </Cell>
          ),
        },
        {
          id: 'needed',
          label: t('settings.type.column.needed'),
          cell: ({ required }) => (
            <CellText
              title={required ? t('shared.value.yes') : t('shared.value.no')}
            />
          ),
        },
      ]}
      data={props.type.attributes.map(attribute => ({
        id: attribute.name,
        ...attribute,
      }))}
      pagination={{ type: 'none' }}
    />
  );
}

function KeyDates(props: { type: AssetTypeDetail }) {
  const { t } = useTexts();
  return (
    <Table
      aria-label={t('settings.type.keyDates')}
      columnConfig={[
        {
          id: 'date',
          label: t('settings.type.keyDateColumn.date'),
          isRowHeader: true,
          cell: ({ title }) => <CellText title={title} />,
        },
        {
          id: 'reminder',
          label: t('settings.type.keyDateColumn.reminder'),
          cell: ({ lead }) => (
            <CellText title={lead.map(durationText).join(', ')} />
          ),
        },
        {
          id: 'to',
          label: t('settings.type.keyDateColumn.to'),
          cell: ({ to }) => <CellText title={words(to)} />,
        },
        {
          id: 'hard',
          label: t('settings.type.keyDateColumn.hard'),
          cell: ({ hard }) => (
            <CellText
              title={hard ? t('shared.value.yes') : t('shared.value.no')}
            />
          ),
        },
      ]}
      data={props.type.keyDates}
      pagination={{ type: 'none' }}
    />
  );
}
