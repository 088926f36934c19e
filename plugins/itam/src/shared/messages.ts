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

export const sharedMessages = {
  page: {
    title: 'IT assets',
    assets: 'Assets',
    costs: 'Cost',
    discovery: 'Discovery',
    settings: 'Settings',
    history: 'History',
  },
  category: {
    hardware: 'Hardware',
    network: 'Network',
    software: 'Software',
    licence: 'Licence',
    cloud: 'Cloud',
    code: 'Code',
    data: 'Data',
    facility: 'Facility',
    service: 'Service',
  },
  answer: {
    loading: 'Loading…',
    retry: 'Try again',
    failed: 'This could not be loaded',
    failedHint:
      'Try again. If it stays like this, ask the people who run this portal and give them the message below.',
    forbidden: 'You may not see this',
    forbiddenHint:
      'Your roles in this portal do not include it. Ask an IT asset manager for access.',
    notFound: 'Not found',
    notFoundHint: 'It may have been removed, or the link may be mistyped.',
    more: 'Show more',
    all: 'Show all {{items}}',
    none: 'None',
  },
  value: {
    yes: 'Yes',
    no: 'No',
    never: 'never',
  },
} as const;
