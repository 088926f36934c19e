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

// Short words for the tables of prices. A line is one thing a provider counts
// about a resource: what, in which unit, at which list price, and how much.

/** Runs all the time: so many hours, or a multiple of them. */
export const hourly = (service, what, price, count = 1, more = {}) => ({
  service,
  what,
  unit: 'Hours',
  price,
  per: 'hour',
  amount: count,
  ...more,
});

/** Follows demand: so much in May. */
export const counted = (service, what, unit, price, amount, more = {}) => ({
  service,
  what,
  unit,
  price,
  per: 'month',
  amount,
  demand: true,
  ...more,
});

/** Lies there and grows by a rate every month. */
export const stored = (service, what, price, gib, grows = 1.03, more = {}) => ({
  service,
  what,
  unit: 'GB-Months',
  price,
  per: 'month',
  amount: gib,
  grows,
  ...more,
});

/** Little money: one row a month is enough. */
export const small = line => ({ ...line, every: 'month' });
