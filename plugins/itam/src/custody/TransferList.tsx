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

import { Transfer } from '@itam/plugin-itam-common';
import { ReactNode } from 'react';
import { useLineStyles } from '../lifecycle';
import { PageList } from '../shared';
import { useTexts } from '../translation';
import { TransferLine } from './TransferLine';
import { TransferFilter, useTransfers } from './useTransfers';

/** Transfers as a list, each with what the reader may do. */
export const TransferList = (props: {
  filter: TransferFilter;
  empty: string;
  heading: (transfer: Transfer) => ReactNode;
  onChanged?: () => void;
}) => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const pages = useTransfers(props.filter);
  return (
    <PageList pages={pages} empty={props.empty}>
      {items => (
        <ul className={classes.lines} aria-label={t('custody.transfer.title')}>
          {items.map(transfer => (
            <li key={transfer.id} className={classes.line}>
              <TransferLine
                transfer={transfer}
                heading={props.heading(transfer)}
                onChanged={() => {
                  pages.reload();
                  props.onChanged?.();
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </PageList>
  );
};
