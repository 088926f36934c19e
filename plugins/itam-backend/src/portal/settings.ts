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

import type { Config } from '@backstage/config';

/** `itam.portal`: what the register tells the rest of the portal. */
export interface PortalSettings {
  events: boolean;
  signals: boolean;
  notifications: boolean;
}

/** Everything is told unless it is switched off. */
export function readPortalSettings(config: Config): PortalSettings {
  const isOn = (name: keyof PortalSettings) =>
    config.getOptionalBoolean(`itam.portal.${name}`) ?? true;
  return {
    events: isOn('events'),
    signals: isOn('signals'),
    notifications: isOn('notifications'),
  };
}
