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

/** Words that are written in capitals wherever they stand. */
const capitals = /\b(cpu|os|sku|imei|iccid|url|tls|vlan)\b/g;

/**
 * Turns an identifier into words: `cloud-database` becomes "Cloud database",
 * `instanceType` "Instance type".
 */
export function words(identifier: string): string {
  const spaced = identifier
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .trim()
    .toLocaleLowerCase('en-GB');
  const written = spaced.replace(capitals, word => word.toUpperCase());
  return written.charAt(0).toLocaleUpperCase('en-GB') + written.slice(1);
}

/** A value of any kind as text; nothing for what is empty. */
export function valueText(
  value: unknown,
  options: { yes: string; no: string; unit?: string },
): string | undefined {
  if (value === undefined || value === null || value === '') {
    return undefined;
  }
  if (typeof value === 'boolean') {
    return value ? options.yes : options.no;
  }
  if (Array.isArray(value)) {
    const parts = value.map(item => valueText(item, options)).filter(Boolean);
    return parts.length > 0 ? parts.join(', ') : undefined;
  }
  if (typeof value === 'object') {
    return 'amount' in value && 'currency' in value
      ? `${value.amount} ${value.currency}`
      : JSON.stringify(value);
  }
  const text = String(value);
  return options.unit ? `${text} ${options.unit}` : text;
}
