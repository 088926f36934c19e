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

import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/LockOutlined';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { FieldProvenance } from '@itam/plugin-itam-common';
import { useNames } from '../names';
import { Quiet, valueText } from '../shared';
import { useTexts } from '../translation';

const useStyles = makeStyles({
  note: {
    display: 'flex',
    gap: 4,
    alignItems: 'flex-start',
    fontSize: 'var(--bui-font-size-2)',
    marginTop: 2,
  },
  disputed: {
    color: 'var(--bui-warning-fg-subdued)',
    background: 'var(--bui-warning-bg-subdued)',
    borderRadius: 'var(--bui-radius-2)',
    padding: '2px 6px',
  },
});

/** Where a value comes from, and what a source says instead and why not taken. */
export const ProvenanceNote = (props: { provenance: FieldProvenance }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { origin, since, observed, observedBy, observedReason } =
    props.provenance;
  const date = since.slice(0, 10);
  const { sourceTitle } = useNames();
  const source = sourceTitle(observedBy ?? '');
  const value = valueText(observed, {
    yes: t('shared.value.yes'),
    no: t('shared.value.no'),
  });
  return (
    <>
      <div className={classes.note}>
        {origin === 'person' && <LockIcon fontSize="inherit" aria-hidden />}
        <Quiet variant="body-x-small">
          {origin === 'person'
            ? t('register.asset.setByPerson', { date })
            : t('register.asset.setBySource', {
                source: sourceTitle(origin.replace(/^source:/, '')),
                date,
              })}
        </Quiet>
      </div>
      {observed !== undefined && (
        <div className={`${classes.note} ${classes.disputed}`}>
          <WarningIcon fontSize="inherit" aria-hidden />
          <span>
            {value
              ? t('register.asset.contradicted', { source, value })
              : t('register.asset.contradictedEmpty', { source })}
            {observedReason && `: ${observedReason}`}
          </span>
        </div>
      )}
    </>
  );
};
