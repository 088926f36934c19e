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

import { Alert, Button, Flex } from '@backstage/ui';
import { AssetDetail } from '@itam/plugin-itam-common';
import { momentText, MoreButton, Problem } from '../shared';
import { useTexts } from '../translation';
import { usePlannedTransitions } from './usePlannedTransitions';

/** Transitions that wait for their day, and those refused when it came. */
export const PlannedTransitions = (props: { asset: AssetDetail }) => {
  const { t } = useTexts();
  const { asset } = props;
  const { pages, cancelling } = usePlannedTransitions(asset);
  const shown = pages.items.filter(
    ({ state }) => state === 'waiting' || state === 'refused',
  );
  if (pages.error) {
    return <Problem error={pages.error} onRetry={pages.reload} />;
  }
  return shown.length === 0 ? null : (
    <Flex direction="column" gap="2">
      {shown.map(planned => (
        <Alert
          key={planned.id}
          role="note"
          status={planned.state === 'refused' ? 'danger' : 'info'}
          icon
          title={t('lifecycle.planned.line', {
            title: planned.title,
            at: momentText(planned.plannedFor),
          })}
          description={
            planned.state === 'refused'
              ? t('lifecycle.planned.refused', { reason: planned.error ?? '' })
              : t('lifecycle.planned.by', { who: planned.plannedBy })
          }
          customActions={
            planned.state === 'waiting' &&
            asset.allowed.includes('transition') && (
              <Button
                size="small"
                variant="secondary"
                isPending={cancelling.busy}
                onPress={() => cancelling.run(planned.id)}
              >
                {t('lifecycle.planned.cancel')}
              </Button>
            )
          }
        />
      ))}
      {cancelling.error && (
        <Problem
          error={cancelling.error}
          title={t('lifecycle.planned.notCancelled')}
        />
      )}
      <MoreButton pages={pages} />
    </Flex>
  );
};
