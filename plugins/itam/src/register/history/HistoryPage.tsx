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

import { Button, Container, Flex, Text } from '@backstage/ui';
import { itamHistoryErasePermission } from '@itam/plugin-itam-common';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  PageHeader,
  PageTitle,
  Problem,
  Quiet,
  Section,
  Waiting,
} from '../../shared';
import { useTexts } from '../../translation';
import { EraseNameSection } from './EraseNameSection';
import { useLastVerification } from './useLastVerification';
import { asLast, useVerification } from './useVerification';
import { VerificationResult } from './VerificationResult';

/** Whether the history of the register is what it was written as. */
export const HistoryPage = () => {
  const { t } = useTexts();
  const { allowed } = usePermission({ permission: itamHistoryErasePermission });
  return (
    <>
      <PageTitle name={t('history.page.title')} />
      <PageHeader title={t('history.page.title')} />
      <Container mb="6">
        <Flex direction="column" gap="4">
          <VerificationSection />
          {allowed && <EraseNameSection />}
        </Flex>
      </Container>
    </>
  );
};

function VerificationSection() {
  const { t } = useTexts();
  const last = useLastVerification();
  const now = useVerification();
  const mayVerify = last.value !== undefined;
  return (
    <Section
      title={t('history.page.last')}
      actions={
        mayVerify && (
          <Button
            size="small"
            variant="secondary"
            onPress={now.running ? now.stop : now.start}
          >
            {t(now.running ? 'history.page.stop' : 'history.page.now')}
          </Button>
        )
      }
    >
      <Flex direction="column" gap="4">
        <Quiet as="p">{t('history.page.lastHint')}</Quiet>
        {last.error && <Problem error={last.error} onRetry={last.reload} />}
        {last.loading && <Waiting />}
        {now.error && (
          <Problem
            error={now.error}
            title={t('history.page.nowFailed')}
            onRetry={now.start}
          />
        )}
        {now.running && now.sum && (
          <Text as="p" role="status">
            {t('history.page.going', {
              lines: now.sum.verified.toLocaleString('en-GB'),
              assets: now.sum.assets.toLocaleString('en-GB'),
            })}
          </Text>
        )}
        {now.sum?.complete ? (
          <VerificationResult result={asLast(now.sum)} />
        ) : (
          last.value && <VerificationResult result={last.value} />
        )}
      </Flex>
    </Section>
  );
}
