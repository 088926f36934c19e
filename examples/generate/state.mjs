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

// Turns a stack (a table of rows) into a Terraform state, version 4.
//
// A row names one managed instance: { type, name, at, key, tags, needs, … }.
// `at` is the module path ('checkout', 'network.nat', 'checkout["staging"]'),
// `key` the count or for_each key, `needs` the addresses it depends on, and
// everything else is an option of the builder of its type.

import { createHash } from 'node:crypto';
import { awsBuilders } from './aws.mjs';
import { googleBuilders } from './google.mjs';
import { otherBuilders } from './others.mjs';

const builders = { ...awsBuilders, ...googleBuilders, ...otherBuilders };
const SEED = 'perronova-2026';

/** Hexadecimal digits that depend on nothing but the seed and the words. */
const digest = (...words) =>
  createHash('sha256')
    .update([SEED, ...words].join('|'))
    .digest('hex');

const uuid = hex =>
  [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');

const modulePath = at => at && `module.${at.split('.').join('.module.')}`;

const addressOf = row =>
  [modulePath(row.at), row.mode === 'data' && 'data', row.type, row.name]
    .filter(Boolean)
    .join('.');

const instanceAddress = row =>
  row.key === undefined
    ? addressOf(row)
    : `${addressOf(row)}[${JSON.stringify(row.key)}]`;

const slug = text => text.replace(/[^a-zA-Z0-9]+/g, '-').replace(/-$/, '');

const callName = row =>
  row.called ??
  [row.at, row.name, row.key]
    .filter(part => part !== undefined)
    .map(part => slug(String(part)))
    .join('-');

const sorted = value => {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted(value[key])]),
  );
};

/** 'environment.0.variables.KEY!' becomes the steps of a state path. */
const sensitivePath = path =>
  path.split('.').map(step => {
    if (/^\d+$/.test(step)) {
      const value = { value: Number(step), type: 'number' };
      return { type: 'index', value };
    }
    return step.endsWith('!')
      ? { type: 'index', value: { value: step.slice(0, -1), type: 'string' } }
      : { type: 'get_attr', value: step };
  });

/** What a provider keeps for itself; opaque to everybody else. */
const privateOf = ({ schema = 0, minutes }) => {
  const timeouts = minutes && {
    'e2bfb730-ecaa-11e6-8f88-34363bc7c4c0': {
      create: minutes * 60e9,
      delete: minutes * 60e9,
      update: minutes * 60e9,
    },
  };
  const content = JSON.stringify({ ...timeouts, schema_version: `${schema}` });
  return Buffer.from(content).toString('base64');
};

/** What builders know of the place their row stands in. */
const contextOf = (stack, row, nextSecret) => {
  const provider = row.provider ?? stack.defaultProvider;
  const place = { ...stack.providers[provider], ...row.place };
  const address = instanceAddress(row);
  const called = callName(row);
  return {
    ...place,
    called,
    stack: stack.name,
    tags: row.tags ?? {},
    hex: (length, ...words) =>
      digest(stack.name, address, ...words).slice(0, length),
    number: digits =>
      BigInt(`0x${digest(stack.name, address).slice(0, 20)}`)
        .toString()
        .slice(0, digits),
    uuid: () => uuid(digest(stack.name, address)),
    ownId: prefix => `${prefix}-${digest(stack.name, address).slice(0, 17)}`,
    // The same three for another row of the stack, by its address.
    hexOf: (other, length) => digest(stack.name, other).slice(0, length),
    uuidOf: other => uuid(digest(stack.name, other)),
    idOf: (prefix, other) =>
      `${prefix}-${digest(stack.name, other).slice(0, 17)}`,
    secret: nextSecret,
    arn: (service, resource, { region = place.region } = {}) =>
      `arn:aws:${service}:${region}:${place.account}:${resource}`,
  };
};

const providerOf = (stack, row) => {
  const alias = row.provider ?? stack.defaultProvider;
  const [source, name] = alias.split('.');
  const address = `provider["registry.terraform.io/hashicorp/${source}"]`;
  return name ? `${address}.${name}` : address;
};

const managedInstance = (stack, row, nextSecret) => {
  const builder = builders[row.type];
  if (!builder) {
    throw new Error(`No builder for ${row.type} (${instanceAddress(row)})`);
  }
  const sensitive = [...(builder.sensitive ?? []), ...(row.sensitive ?? [])];
  const attributes = builder.build(row, contextOf(stack, row, nextSecret));
  return {
    ...(row.key === undefined ? {} : { index_key: row.key }),
    schema_version: builder.schema ?? 0,
    attributes: sorted(attributes),
    sensitive_attributes: sensitive.map(sensitivePath),
    ...(builder.noPrivate ? {} : { private: privateOf(builder) }),
    ...(row.needs ? { dependencies: [...row.needs].sort() } : {}),
  };
};

const dataInstance = row => ({
  schema_version: 0,
  attributes: sorted(row.attributes),
  sensitive_attributes: [],
});

const before = (a, b) => {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
};

const inStateOrder = (a, b) =>
  before(a.module ?? '', b.module ?? '') ||
  before(a.mode, b.mode) ||
  before(a.type, b.type) ||
  before(a.name, b.name);

/** The state of a stack, in the order Terraform itself writes. */
export const toState = stack => {
  let secrets = stack.firstSecret;
  const nextSecret = () => {
    const number = String(secrets).padStart(4, '0');
    secrets += 1;
    return `EXAMPLE-SECRET-do-not-show-${number}`;
  };

  const resources = new Map();
  for (const row of stack.rows) {
    const mode = row.mode ?? 'managed';
    const address = addressOf(row);
    const resource = resources.get(address) ?? {
      ...(row.at ? { module: modulePath(row.at) } : {}),
      mode,
      type: row.type,
      name: row.name,
      provider: providerOf(stack, row),
      instances: [],
    };
    resource.instances.push(
      mode === 'data'
        ? dataInstance(row)
        : managedInstance(stack, row, nextSecret),
    );
    resources.set(address, resource);
  }

  return {
    version: 4,
    terraform_version: stack.terraformVersion,
    serial: stack.serial,
    lineage: uuid(digest('lineage', stack.name)),
    outputs: stack.outputs(nextSecret),
    resources: [...resources.values()].sort(inStateOrder),
    check_results: null,
  };
};
