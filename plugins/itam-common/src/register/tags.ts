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
import { keyId } from './keys';

/** What the catalog allows as the name of an entity. */
const MAX_NAME_LENGTH = 63;
const HASH_LENGTH = 8;

/**
 * The tag of a discovered asset: a readable slug and a short hash of its
 * strongest key, such as `checkout-orders-db-3f9a1c2b`. It comes out the same
 * at every reading and after every crash, without a counter, and is valid as
 * the name of a catalog entity.
 *
 * @public
 */
export function discoveredTag(options: {
  name: string;
  /** The strongest key of the thing. */
  key: AssetKey;
  /** Put in front of the name, for example the stack or the category. */
  prefix?: string;
}): string {
  const room = MAX_NAME_LENGTH - HASH_LENGTH - 1;
  const slug = slugOf([options.prefix, options.name].filter(Boolean).join('-'))
    .slice(0, room)
    .replace(/-+$/, '');
  return `${slug || 'asset'}-${shortHash(keyId(options.key))}`;
}

function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const HASH_BITS = 40n;

/**
 * FNV-1a (64 bit) folded to 40 bits in base 32: short, the same in browser and
 * backend, and long enough that two things of one name do not meet. Not for
 * secrets.
 */
function shortHash(text: string): string {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = step(step(hash, unit % 256), Math.floor(unit / 256));
  }
  const folded =
    BigInt.asUintN(Number(HASH_BITS), hash) ^
    BigInt.asUintN(24, hash / 2n ** HASH_BITS);
  return folded.toString(32).padStart(HASH_LENGTH, '0');
}

function step(hash: bigint, byte: number): bigint {
  return BigInt.asUintN(
    64,
    BigInt.asUintN(64, hash ^ BigInt(byte)) * FNV_PRIME,
  );
}
