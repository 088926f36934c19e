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

import { canonicalJson } from '../canonicalJson';
import { canonicalHistory } from './canonicalHistory';

const facts = {
  assetId: 'a',
  version: 1,
  effectiveAt: '2026-01-01T00:00:00.000Z',
  recordedAt: '2026-01-01T00:00:00.000Z',
  actorId: 'b',
  action: 'update' as const,
  changes: { owner: { from: 'x', to: 'y' } },
};

describe('canonicalHistory', () => {
  it('does not depend on the order of members', () => {
    const reversed = Object.fromEntries(Object.entries(facts).reverse());
    expect(canonicalHistory({ ...facts, ...reversed })).toBe(
      canonicalHistory(facts),
    );
    expect(canonicalHistory(facts)).toMatch(/^\{"action":"update","actorId"/);
  });

  it('leaves out what is not there', () => {
    expect(canonicalHistory({ ...facts, reason: undefined })).toBe(
      canonicalHistory(facts),
    );
  });

  it('is the canonical JSON of all facts', () => {
    const whole = { ...facts, reason: 'because', runId: 'r' };
    expect(canonicalHistory(whole)).toBe(canonicalJson(whole));
    expect(canonicalHistory(facts)).toBe(canonicalJson(facts));
  });

  it('changes with any fact', () => {
    expect(canonicalHistory({ ...facts, version: 2 })).not.toBe(
      canonicalHistory(facts),
    );
  });
});
