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

interface Conversion {
  /** Unit of the result; none for what is no quantity. */
  to?: string;
  convert: (value: unknown) => unknown;
}

const GIB_IN_GB = 1.073741824;

function quantity(to: string, factor: number): Conversion {
  return { to, convert: value => scaled(asNumber(value), factor) };
}

/**
 * Conversions from what providers write to what asset types hold. Those of
 * quantities name the unit of the result.
 */
const conversions = {
  // The provider's unit is that of the attribute.
  s: quantity('s', 1),
  d: quantity('d', 1),
  mib: quantity('MiB', 1),
  gib: quantity('GiB', 1),
  gb: quantity('GB', 1),
  'mbit/s': quantity('Mbit/s', 1),
  'mb/s': quantity('MB/s', 1),

  'gib to GB': quantity('GB', GIB_IN_GB),
  'tib to GB': quantity('GB', GIB_IN_GB * 1024),
  'mib to GB': quantity('GB', GIB_IN_GB / 1024),
  'bytes to GB': quantity('GB', 1e-9),
  'gib to TB': quantity('TB', GIB_IN_GB / 1000),
  'mib to GiB': quantity('GiB', 1 / 1024),
  'mib/s to MB/s': quantity('MB/s', 1.048576),
  'seconds to d': quantity('d', 1 / 86_400),
  'hours to d': quantity('d', 1 / 24),
  'minutes to s': quantity('s', 60),
  'duration to d': {
    to: 'd',
    convert: value => scaled(seconds(value), 1 / 86_400),
  },
  'duration to s': { to: 's', convert: value => scaled(seconds(value), 1) },
  'iso duration to d': { to: 'd', convert: isoDays },
  'bandwidth to Mbit/s': { to: 'Mbit/s', convert: megabits },
  'memory to GiB': {
    to: 'GiB',
    convert: value => scaled(bytes(value), 1 / 2 ** 30),
  },
  'memory to MiB': {
    to: 'MiB',
    convert: value => scaled(bytes(value), 1 / 2 ** 20),
  },
  'memory to GB': { to: 'GB', convert: value => scaled(bytes(value), 1e-9) },

  /** Kubernetes and Cloud Run: `500m` is half a CPU. */
  cpu: { convert: cpu },
  /** ECS: 1024 units are one CPU. */
  'cpu units': { convert: value => scaled(asNumber(value), 1 / 1024) },
  /** Values of several paths multiplied. */
  product: { convert: product },
  count: {
    convert: value => (Array.isArray(value) ? value.length : undefined),
  },
  present: { convert: value => !isEmpty(value) },
  absent: { convert: value => isEmpty(value) },
  not: {
    convert: value => (typeof value === 'boolean' ? !value : undefined),
  },
  several: {
    convert: value => {
      const number = asNumber(value);
      return number === undefined ? undefined : number > 1;
    },
  },
  date: { convert: date },
  'last segment': {
    convert: value =>
      typeof value === 'string'
        ? value.slice(value.lastIndexOf('/') + 1)
        : undefined,
  },
  /** `POSTGRES_16` is postgres, `MYSQL_8_0` is version 8.0. */
  'engine name': {
    convert: value => /^([A-Z]+)_/.exec(String(value))?.[1].toLowerCase(),
  },
  'engine version': {
    convert: value =>
      /^[A-Z]+_(\d+(?:_\d+)*)/.exec(String(value))?.[1].replace(/_/g, '.'),
  },
  host: {
    convert: value =>
      typeof value === 'string' && URL.canParse(value)
        ? new URL(value).host
        : undefined,
  },
} satisfies Record<string, Conversion>;

/** The name of a conversion in a mapping table. */
export type ConversionName = keyof typeof conversions;

/** Converts a value; undefined when it is not what the conversion takes. */
export function convert(name: ConversionName, value: unknown): unknown {
  return conversions[name].convert(value);
}

/** The unit a conversion gives, undefined for what is no quantity. */
export function unitOf(name: ConversionName): string | undefined {
  const conversion: Conversion = conversions[name];
  return conversion.to;
}

/** Whether a conversion tells something from a value that is not there. */
export function takesNothing(name: ConversionName): boolean {
  return name === 'present' || name === 'absent';
}

/** A number, also one written as text. */
export function asNumber(value: unknown): number | undefined {
  const number =
    typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : undefined;
}

function scaled(value: number | undefined, factor: number) {
  return value === undefined
    ? undefined
    : Math.round(value * factor * 1000) / 1000;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

function product(value: unknown): number | undefined {
  if (!Array.isArray(value) || value.length === 0) {
    return undefined;
  }
  return value.reduce<number | undefined>((sum, factor) => {
    const number = asNumber(factor);
    return sum === undefined || number === undefined ? undefined : sum * number;
  }, 1);
}

function cpu(value: unknown): number | undefined {
  const milli = /^(\d+)m$/.exec(String(value));
  return milli ? scaled(Number(milli[1]), 1 / 1000) : asNumber(value);
}

const memoryUnits: Record<string, number> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** A quantity as Kubernetes writes it: `512Mi`, `10G`. */
function bytes(value: unknown): number | undefined {
  const found = /^(\d+(?:\.\d+)?)([A-Za-z]{0,2})B?$/.exec(String(value));
  const unit = found && memoryUnits[found[2]];
  return unit ? Number(found[1]) * unit : undefined;
}

/** A duration as Google writes it: `604800s`. */
function seconds(value: unknown): number | undefined {
  return asNumber(String(value).replace(/s$/, ''));
}

const isoDuration = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

function isoDays(value: unknown): number | undefined {
  const found = isoDuration.exec(String(value));
  if (!found) {
    return undefined;
  }
  const [days, hours, minutes, rest] = found
    .slice(1)
    .map(part => Number(part ?? 0));
  return scaled(days * 86_400 + hours * 3600 + minutes * 60 + rest, 1 / 86_400);
}

function megabits(value: unknown): number | undefined {
  const found = /^(?:BPS_)?(\d+)\s*(M|G)(?:bps|bit\/s)?$/i.exec(String(value));
  return found
    ? Number(found[1]) * (found[2].toUpperCase() === 'G' ? 1000 : 1)
    : undefined;
}

function date(value: unknown): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/.exec(String(value));
  return found?.[1];
}
