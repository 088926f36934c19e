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
import { Alert, Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { CostReport, StatementItem } from '@itam/plugin-itam-common';
import { discoveryRouteRef, runRouteRef } from '../routes';
import { useTexts } from '../translation';
import { useMissingRatesText } from './RatesNote';
import { statementFile } from './statementFile';

const useStyles = makeStyles({
  link: { display: 'inline-block', lineHeight: '24px' },
});

/** What keeps the figures from being whole, before they are read. */
export const CostNotices = (props: {
  report: CostReport;
  statements: StatementItem[];
  /** Everything was to be converted. */
  convert: boolean;
}) => {
  const { report, statements, convert } = props;
  return (
    <>
      {report.rejectedRows > 0 && (
        <RejectedRows count={report.rejectedRows} statements={statements} />
      )}
      {convert && !report.total.converted && report.missingRates.length > 0 && (
        <MissingRates missing={report.missingRates} />
      )}
    </>
  );
};

function RejectedRows(props: { count: number; statements: StatementItem[] }) {
  const classes = useStyles();
  const { t } = useTexts();
  const runPath = useRouteRef(runRouteRef);
  const discoveryPath = useRouteRef(discoveryRouteRef);
  const { count, statements } = props;
  const incomplete = statements.filter(({ rejectedRows }) => rejectedRows > 0);
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('costs.rejected.title', { count })}
      description={
        <>
          <div>{t('costs.rejected.hint')}</div>
          {incomplete.map(statement => (
            <div key={statement.id}>
              <Link
                className={classes.link}
                href={runPath({
                  sourceId: statement.sourceId,
                  runId: statement.runId,
                })}
              >
                {t('costs.rejected.run', {
                  count: statement.rejectedRows,
                  document: statementFile(statement),
                })}
              </Link>
            </div>
          ))}
          {incomplete.length === 0 && (
            <Link className={classes.link} href={discoveryPath()}>
              {t('costs.rejected.source')}
            </Link>
          )}
        </>
      }
    />
  );
}

function MissingRates(props: { missing: CostReport['missingRates'] }) {
  const { t } = useTexts();
  const text = useMissingRatesText(props.missing);
  return (
    <Alert
      role="status"
      status="info"
      icon
      title={t('costs.currency.missing')}
      description={
        <>
          <div>{text}</div>
          <div>{t('costs.currency.missingHint')}</div>
        </>
      }
    />
  );
}
