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

import type { AssetKey } from './asset';

/** Types of key that tell by themselves which asset is meant. */
const strongKeyTypes = new Set([
  'asset-tag',
  'bios-uuid',
  'contract-number',
  'device-eui',
  'digest',
  'entitlement-id',
  'entity-ref',
  'fingerprint',
  'iccid',
  'imei',
  'mac',
  'management-id',
  'provider-id',
  'purl',
  'serial',
  'state-lineage',
  'subscription-id',
  'swid',
  'tenant-id',
  'terminal-id',
  'urn',
  'vin',
]);

/** What firmware reports where a serial should be. */
const junkSerials = new Set([
  '',
  '0',
  '00000000',
  '0123456789',
  '123456789',
  'CHASSIS SERIAL NUMBER',
  'DEFAULT STRING',
  'INVALID',
  'N/A',
  'NA',
  'NONE',
  'NOT APPLICABLE',
  'NOT AVAILABLE',
  'NOT SPECIFIED',
  'NULL',
  'O.E.M.',
  'OEM',
  'SERIAL NUMBER',
  'SYSTEM SERIAL NUMBER',
  'TO BE FILLED BY O.E.M.',
  'UNKNOWN',
  'XXXXXXX',
]);

const junkUuids = new Set([
  '03000200-0400-0500-0006-000700080009',
  '12345678-1234-5678-90ab-cddeefaabbcc',
]);

const MAX_KEY_LENGTH = 1000;

/**
 * Whether a key of this type decides alone which asset is meant, and therefore
 * belongs to one asset only. Weak keys (`hostname`, a model's `sku`, a type
 * nobody told us about) only support.
 *
 * @public
 */
export function isStrongKey(type: string): boolean {
  return strongKeyTypes.has(type);
}

/** A key as text: two keys are the same if and only if their ids are. @public */
export function keyId(key: AssetKey): string {
  return `${key.type}|${key.value}`;
}

/**
 * A key in the one form it is stored and compared in; undefined when it says
 * nothing (a junk serial, an address of zeros). Normalising twice changes
 * nothing more.
 *
 * - provider ids: ARNs and Google's full resource names as they are, Azure ids
 *   lower-cased because Azure's own APIs disagree about their case;
 * - serials: upper-cased, with the maker as `SERIAL@maker` where it is known;
 * - MAC addresses: six lower-case pairs joined by colons;
 * - host names: lower-cased, without the final dot.
 *
 * @public
 */
export function normaliseKey(
  key: AssetKey,
  options: { manufacturer?: string } = {},
): AssetKey | undefined {
  const value = normaliseValue(key.type, key.value.trim(), options);
  return value && value.length <= MAX_KEY_LENGTH
    ? { type: key.type, value }
    : undefined;
}

function normaliseValue(
  type: string,
  value: string,
  options: { manufacturer?: string },
): string | undefined {
  switch (type) {
    case 'provider-id':
      return /^\/subscriptions\//i.test(value)
        ? value.toLowerCase().replace(/\/+$/, '')
        : value;
    case 'serial':
      return normaliseSerial(value, options.manufacturer);
    case 'mac':
      return normaliseMac(value);
    case 'bios-uuid':
      return normaliseUuid(value);
    case 'imei':
      return digitsOnly(value);
    case 'hostname':
      return value.toLowerCase().replace(/\.$/, '');
    case 'entity-ref':
      return value.toLowerCase();
    default:
      return value;
  }
}

function normaliseSerial(
  value: string,
  manufacturer: string | undefined,
): string | undefined {
  const at = value.lastIndexOf('@');
  const serial = (at > 0 ? value.slice(0, at) : value)
    .trim()
    .replace(/\s+/g, ' ')
    .toUpperCase();
  if (junkSerials.has(serial) || /^(.)\1*$/.test(serial)) {
    return undefined;
  }
  const maker = ((at > 0 && value.slice(at + 1).trim()) || manufacturer || '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
  return maker ? `${serial}@${maker}` : serial;
}

function normaliseMac(value: string): string | undefined {
  const digits = value.toLowerCase().replace(/[^0-9a-f]/g, '');
  return digits.length === 12 && !/^(0+|f+)$/.test(digits)
    ? digits.match(/../g)?.join(':')
    : undefined;
}

function normaliseUuid(value: string): string | undefined {
  const uuid = value.toLowerCase().replace(/[{}]/g, '');
  return /^[0f-]+$/.test(uuid) || junkUuids.has(uuid) ? undefined : uuid;
}

function digitsOnly(value: string): string | undefined {
  const digits = value.replace(/\D/g, '');
  return /^0*$/.test(digits) ? undefined : digits;
}
