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

import { Alert, Button } from '@backstage/ui';
import { RunItem } from '@itam/plugin-itam-common';
import { Problem } from '../shared';
import { useTexts } from '../translation';
import { useReleaseRun } from './useReleaseRun';

/** Lets a person decide on a run that found too much missing. */
export const HeldRun = (props: { run: RunItem; onDecided: () => void }) => {
  const { t } = useTexts();
  const { allowed, decide, deciding, error } = useReleaseRun(
    props.run.id,
    props.onDecided,
  );
  return (
    <>
      <Alert
        status="warning"
        icon
        title={t('discovery.run.held')}
        description={t('discovery.run.heldHint')}
        customActions={
          allowed && (
            <>
              <Button
                size="small"
                variant="secondary"
                isDisabled={deciding}
                onPress={() => decide('cancel')}
              >
                {t('discovery.run.cancel')}
              </Button>
              <Button
                size="small"
                destructive
                isDisabled={deciding}
                onPress={() => decide('apply')}
              >
                {t('discovery.run.apply')}
              </Button>
            </>
          )
        }
      />
      {error && (
        <Problem error={error} title={t('discovery.run.decisionFailed')} />
      )}
    </>
  );
};
