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
import { LegalEntityItem } from '@itam/plugin-itam-common';
import { useParams } from 'react-router-dom';
import { itamApiRef } from '../../api';
import {
  FactLine,
  Problem,
  Reading,
  useRead,
  valueText,
  Waiting,
} from '../../shared';
import { useTexts } from '../../translation';
import { LegalEntityDialog } from './LegalEntityDialog';
import { legalEntityCalls } from './recordCalls';
import { RecordPage } from './RecordPage';

/** One legal entity. */
export const LegalEntityPage = () => {
  const { id = '' } = useParams();
  const calls = legalEntityCalls(useApi(itamApiRef));
  const reading = useRead([id], signal => calls.get(id, signal));
  const { value, error, reload } = reading;
  if (error) return <Problem error={error} onRetry={reload} />;
  return value ? <EntityOf entity={value} reading={reading} /> : <Waiting />;
};

function EntityOf(props: {
  entity: LegalEntityItem;
  reading: Reading<LegalEntityItem>;
}) {
  const { t } = useTexts();
  const calls = legalEntityCalls(useApi(itamApiRef));
  const { entity, reading } = props;
  const names = [
    'country',
    'registrationNumber',
    'currency',
    'capitalisationThreshold',
  ] as const;
  const facts = names.flatMap((name): FactLine[] => {
    const value = valueText(entity[name], { yes: '', no: '' });
    return value
      ? [{ id: name, label: t(`settings.records.field.${name}`), value }]
      : [];
  });
  return (
    <RecordPage
      record={entity}
      reading={reading}
      calls={calls}
      facts={facts}
      dialog={handlers => (
        <LegalEntityDialog
          entity={entity}
          onReload={() => {
            handlers.onClose();
            reading.reload();
          }}
          {...handlers}
        />
      )}
    />
  );
}
