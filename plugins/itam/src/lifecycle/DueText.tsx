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

import { Text } from '@backstage/ui';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { OpenFact } from '@itam/plugin-itam-common';
import { words } from '../shared';
import { useTexts } from '../translation';

/** By when, or before what, something has to be there. */
export const DueText = (props: { open: OpenFact }) => {
  const { t } = useTexts();
  const { due, before, overdue } = props.open;
  if (overdue && due) {
    return (
      <Text color="danger" weight="bold">
        <WarningIcon fontSize="inherit" aria-hidden />{' '}
        {t('lifecycle.openFacts.overdue', { due })}
      </Text>
    );
  }
  if (due) {
    return <Text>{t('lifecycle.openFacts.by', { due })}</Text>;
  }
  return before ? (
    <Text>
      {t('lifecycle.openFacts.before', { transition: words(before) })}
    </Text>
  ) : (
    <Text>{t('lifecycle.openFacts.noDay')}</Text>
  );
};
