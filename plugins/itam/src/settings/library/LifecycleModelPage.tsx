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
import { Cell, CellText, Flex, Link, Select, Table } from '@backstage/ui';
import {
  LifecycleModelDetail,
  lifecycleStageSchema,
} from '@itam/plugin-itam-common';
import { useParams, useSearchParams } from 'react-router-dom';
import { LifecycleTryPanel } from '../../lifecycle';
import { LifecycleDiagram } from '../../lifecycle/LifecycleDiagram';
import { LifecyclePicture } from '../../lifecycle/LifecyclePicture';
import { stageColumns } from '../../lifecycle/stageColumns';
import { assetsRouteRef, assetTypeRouteRef } from '../../routes';
import { FactList, Problem, Section, Waiting } from '../../shared';
import { useTexts } from '../../translation';
import { SettingsPage } from '../SettingsFrame';
import { MoveStatuses } from './MoveStatuses';
import { TransitionDetails } from './TransitionDetails';
import { useModelDetail } from './useLibrary';

/** One lifecycle model in full, in the version chosen. */
export const LifecycleModelPage = () => {
  const { id = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const version = Number(parameters.get('version')) || undefined;
  const { value, error, reload } = useModelDetail(id, version);
  if (error) return <Problem error={error} onRetry={reload} />;
  return value ? (
    <ModelOf
      model={value}
      onVersion={chosen => setParameters({ version: String(chosen) })}
      onMoved={reload}
    />
  ) : (
    <Waiting />
  );
};

function ModelOf(props: {
  model: LifecycleModelDetail;
  onVersion: (version: number) => void;
  onMoved: () => void;
}) {
  const { t } = useTexts();
  const typePath = useRouteRef(assetTypeRouteRef);
  const { model, onVersion, onMoved } = props;
  const { versions } = model;
  const newest = versions[versions.length - 1];
  const titles = new Map(model.statuses.map(({ id, title }) => [id, title]));
  return (
    <SettingsPage
      title={model.title}
      description={
        model.version === newest
          ? t('settings.model.newest', { version: String(newest) })
          : t('settings.model.older', {
              version: String(model.version),
              newest: String(newest),
            })
      }
      actions={
        versions.length > 1 && (
          <Select
            label={t('settings.model.versions')}
            size="small"
            options={versions.map(version => ({
              id: String(version),
              label: String(version),
            }))}
            value={String(model.version)}
            onChange={key => onVersion(Number(key))}
          />
        )
      }
    >
      {model.leftBehind.length > 0 && model.version === newest && (
        <MoveStatuses model={model} onMoved={onMoved} />
      )}
      <FactList
        facts={[
          {
            id: 'types',
            label: t('settings.model.types'),
            value: (
              <Flex gap="2" style={{ flexWrap: 'wrap' }}>
                {model.types.length === 0 && t('shared.answer.none')}
                {model.types.map(({ id, title }) => (
                  <Link key={id} href={typePath({ id })}>
                    {title}
                  </Link>
                ))}
              </Flex>
            ),
          },
          {
            id: 'observable',
            label: t('settings.model.observable'),
            value:
              model.observableStatuses
                .map(status => titles.get(status) ?? status)
                .join(', ') || t('shared.answer.none'),
          },
        ]}
      />
      <Section title={t('settings.model.picture')}>
        <LifecyclePicture columns={stageColumns(model, '', [])} />
        <LifecycleDiagram model={model} status="" />
      </Section>
      {model.version === newest && <LifecycleTryPanel modelId={model.id} />}
      <Section title={t('settings.model.statuses')}>
        <Statuses model={model} />
      </Section>
      <Section title={t('settings.model.transitions')}>
        <Flex direction="column" gap="2">
          {model.transitions.map(transition => (
            <TransitionDetails
              key={transition.id}
              transition={transition}
              titles={titles}
            />
          ))}
        </Flex>
      </Section>
    </SettingsPage>
  );
}

function Statuses(props: { model: LifecycleModelDetail }) {
  const { t } = useTexts();
  const assetsPath = useRouteRef(assetsRouteRef);
  const { statuses, types } = props.model;
  const stageText = (stage: string) => {
    const known = lifecycleStageSchema.safeParse(stage);
    return known.success ? t(`lifecycle.stage.${known.data}`) : stage;
  };
  const listOf = (status: string) =>
    `${assetsPath()}?${new URLSearchParams([
      ['status', status],
      ...types.map(({ id }) => ['type', id]),
    ])}`;
  return (
    <Table
      aria-label={t('settings.model.statuses')}
      columnConfig={[
        {
          id: 'status',
          label: t('settings.model.column.status'),
          isRowHeader: true,
          cell: ({ title }) => <CellText title={title} />,
        },
        {
          id: 'stage',
          label: t('settings.model.column.stage'),
          cell: ({ stage }) => <CellText title={stageText(stage)} />,
        },
        {
          id: 'assets',
          label: t('settings.model.column.assets'),
          cell: ({ id, assets }) => (
            <Cell>
              {assets > 0 ? (
                <Link href={listOf(id)}>
                  {t('settings.type.showAssets', { count: assets })}
                </Link>
              ) : (
                '0'
              )}
            </Cell>
          ),
        },
        {
          id: 'end',
          label: t('settings.model.column.end'),
          cell: ({ terminal }) => (
            <CellText
              title={terminal ? t('shared.value.yes') : t('shared.value.no')}
            />
          ),
        },
      ]}
      data={statuses}
      pagination={{ type: 'none' }}
    />
  );
}
