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
import { Cell, CellText, ColumnConfig, Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ChargeLine } from '@itam/plugin-itam-common';
import { useMemo } from 'react';
import { SourceLink } from '../names';
import { assetRouteRef } from '../routes';
import { Quiet } from '../shared';
import { useTexts } from '../translation';
import { Amount } from './Amount';
import { amountColumn } from './amountColumn';
import { CostView, costViews } from './lens';
import { fileName } from './statementFile';
import { moneyText, monthText } from './text';

const useStyles = makeStyles({
  correction: {
    display: 'inline-block',
    padding: '0 6px',
    border: '1px dashed currentColor',
    borderRadius: 'var(--bui-radius-2)',
  },
  // An id is long and its end tells most; the whole of it is in its title.
  resource: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    direction: 'rtl',
    textAlign: 'left',
    '& > bdi': { unicodeBidi: 'isolate' },
  },
});

/** The columns of a list of charge lines. */
export function useChargeColumns(): ColumnConfig<ChargeLine>[] {
  const { t } = useTexts();
  return useMemo(
    () => [
      {
        id: 'what',
        label: t('costs.lines.column.what'),
        isRowHeader: true,
        defaultWidth: '1.6fr',
        minWidth: 200,
        cell: line => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            <WhatItIs line={line} />
          </Cell>
        ),
      },
      {
        id: 'month',
        label: t('costs.lines.column.month'),
        defaultWidth: '0.6fr',
        minWidth: 98,
        cell: line => <CellText title={monthText(line.month, 'short')} />,
      },
      {
        id: 'service',
        label: t('costs.lines.column.service'),
        defaultWidth: '1.5fr',
        minWidth: 190,
        cell: line => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            <ServiceOfLine line={line} />
          </Cell>
        ),
      },
      {
        id: 'file',
        label: t('costs.lines.column.file'),
        defaultWidth: '1fr',
        minWidth: 160,
        cell: line => (
          <Cell style={{ overflowWrap: 'anywhere' }}>
            <FileOfLine line={line} />
          </Cell>
        ),
      },
      ...costViews.map(view =>
        amountColumn<ChargeLine>({
          id: view,
          label: t(`costs.lines.column.${view}`),
          isSortable: true,
          defaultWidth: '1fr',
          minWidth: 172,
          value: line => <AmountOfLine line={line} view={view} />,
        }),
      ),
    ],
    [t],
  );
}

function WhatItIs(props: { line: ChargeLine }) {
  const { t } = useTexts();
  const assetPath = useRouteRef(assetRouteRef);
  const { asset, hidden, resourceId, resourceName } = props.line;
  if (asset) {
    return (
      <div style={{ minWidth: 0 }}>
        <Link href={assetPath({ tag: asset.tag })}>{asset.name}</Link>
        <ResourceId id={resourceId ?? asset.tag} />
      </div>
    );
  }
  if (hidden) {
    return <Text>{t('costs.lines.hidden')}</Text>;
  }
  return (
    <div style={{ minWidth: 0 }}>
      {resourceName ?? resourceId ?? t('costs.lines.noResource')}
      {resourceName && resourceId && <ResourceId id={resourceId} />}
    </div>
  );
}

function ResourceId(props: { id: string }) {
  const classes = useStyles();
  return (
    <Quiet variant="body-x-small" className={classes.resource} title={props.id}>
      <bdi>{props.id}</bdi>
    </Quiet>
  );
}

function ServiceOfLine(props: { line: ChargeLine }) {
  const { t } = useTexts();
  const { category, correction, provider, account, region, service } =
    props.line;
  return (
    <div>
      {service}
      <Quiet as="div" variant="body-x-small">
        {[t(`costs.category.${category}`), provider, account, region]
          .filter(Boolean)
          .join(' · ')}
      </Quiet>
      {correction && <CorrectionMark />}
    </div>
  );
}

function FileOfLine(props: { line: ChargeLine }) {
  const { t } = useTexts();
  const { documents, rows, sourceId } = props.line;
  return (
    <div>
      {documents.map(fileName).join(', ') || t('costs.lines.noFile')}
      <Quiet as="div" variant="body-x-small">
        {documents.length > 0 && (
          <>{t('costs.lines.rows', { count: rows })} · </>
        )}
        <SourceLink id={sourceId} variant="body-x-small" />
      </Quiet>
    </div>
  );
}

/** What goes to the service asked for, so that lines add up to its costs. */
function AmountOfLine(props: { line: ChargeLine; view: CostView }) {
  const { t } = useTexts();
  const { line, view } = props;
  const { currency, share } = line;
  const form = { exact: true, aligned: true };
  return (
    <div>
      <Amount amount={(share ?? line)[view]} currency={currency} form={form} />
      {share && share.shares > 1 && (
        <Quiet as="div" variant="body-x-small" style={{ whiteSpace: 'nowrap' }}>
          {t('costs.lines.shareOf', {
            shares: String(share.shares),
            amount: moneyText(line[view], currency, form),
          })}
        </Quiet>
      )}
    </div>
  );
}

function CorrectionMark() {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <div>
      <span
        className={classes.correction}
        title={t('costs.lines.correctionHint')}
      >
        <Text variant="body-x-small">{t('costs.lines.correction')}</Text>
      </span>
    </div>
  );
}
