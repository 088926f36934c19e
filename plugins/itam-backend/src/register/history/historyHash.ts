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

import { hash } from 'node:crypto';
import { canonicalHistory, HistoryFacts } from '@itam/plugin-itam-common';

/** The hash of the block before the first. */
export const GENESIS_HASH = '0'.repeat(64);

/** Digits of a line's hash a block keeps, to name the line that was touched. */
const FINGERPRINT_DIGITS = 12;

/**
 * SHA-256 of the canonical JSON (RFC 8785) of a line of history; `changes` is
 * that of its changes, for who has it already.
 */
export function hashLine(facts: HistoryFacts, changes?: string): string {
  return sha256(canonicalHistory(facts, changes));
}

/** The hash of a block: over the block before it and its lines in order. */
export function hashBlock(previousHash: string, lineHashes: string[]): string {
  return sha256([previousHash, ...lineHashes].join('\n'));
}

/** What a block keeps of each of its lines. */
export function fingerprintOf(lineHash: string): string {
  return lineHash.slice(0, FINGERPRINT_DIGITS);
}

/** The fingerprints of a block, one for each line it was sealed with. */
export function splitFingerprints(text: string): string[] {
  return Array.from({ length: text.length / FINGERPRINT_DIGITS }, (_, place) =>
    text.slice(place * FINGERPRINT_DIGITS, (place + 1) * FINGERPRINT_DIGITS),
  );
}

function sha256(text: string): string {
  return hash('sha256', text);
}
