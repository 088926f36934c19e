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

import { Alert, Box, Button } from '@backstage/ui';
import { useTexts } from '../translation';
import { problemKind, problemText } from './problemKind';

/** Says what went wrong and what to do about it. */
export const Problem = (props: {
  error: Error;
  title?: string;
  onRetry?: () => void;
}) => {
  const { t } = useTexts();
  const kind = problemKind(props.error);
  if (kind === 'forbidden') {
    return (
      <Alert
        role="alert"
        status="info"
        icon
        title={t('shared.answer.forbidden')}
        description={t('shared.answer.forbiddenHint')}
      />
    );
  }
  if (kind === 'not-found') {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('shared.answer.notFound')}
        description={
          <>
            <div>{problemText(props.error)}</div>
            <div>{t('shared.answer.notFoundHint')}</div>
          </>
        }
      />
    );
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={props.title ?? t('shared.answer.failed')}
      description={
        <>
          {!props.title && <div>{t('shared.answer.failedHint')}</div>}
          <div>{problemText(props.error)}</div>
          {props.onRetry && (
            <Box mt="2">
              <Button size="small" variant="secondary" onPress={props.onRetry}>
                {t('shared.answer.retry')}
              </Button>
            </Box>
          )}
        </>
      }
    />
  );
};
