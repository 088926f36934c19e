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

import { DateTime } from 'luxon';
import { useTexts } from '../translation';

/** A moment as day and minute in the reader's zone. */
export function momentText(iso: string): string {
  return DateTime.fromISO(iso)
    .setLocale('en-GB')
    .toLocaleString(DateTime.DATETIME_MED);
}

/** How long ago a moment is, with the exact time as title. */
export const Moment = (props: { at?: string }) => {
  const { t } = useTexts();
  if (!props.at) {
    return <>{t('shared.value.never')}</>;
  }
  return (
    <time dateTime={props.at} title={momentText(props.at)}>
      {DateTime.fromISO(props.at)
        .setLocale('en-GB')
        .toRelative({ style: 'short' })}
    </time>
  );
};
