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

import { Button } from '@backstage/ui';
import { SourceItem } from '@itam/plugin-itam-common';
import { useRef } from 'react';
import { useTexts } from '../translation';
import { RunStarter } from './useStartRun';

/** Starts a run of a source, for those who may. */
export const StartRun = (props: {
  source: SourceItem;
  starter: RunStarter;
}) => {
  const { t } = useTexts();
  const { source, starter } = props;
  const input = useRef<HTMLInputElement>(null);
  const { allowed, start, starting } = starter;
  if (!allowed) {
    return null;
  }
  return (
    <>
      {source.acceptsFiles && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            aria-label={t('discovery.source.uploadLabel')}
            onChange={event => {
              const file = event.target.files?.[0];
              if (file) {
                start(file);
              }
              // The same file can be chosen again.
              event.target.value = '';
            }}
          />
          <Button
            variant="secondary"
            isDisabled={starting}
            onPress={() => input.current?.click()}
          >
            {t('discovery.source.upload')}
          </Button>
        </>
      )}
      <Button isPending={starting} onPress={() => start()}>
        {t('discovery.source.readNow')}
      </Button>
    </>
  );
};
