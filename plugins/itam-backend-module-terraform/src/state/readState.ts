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

import { InputError } from '@backstage/errors';
import { parseJson } from './parseJson';
import { parseShowJson } from './parseShowJson';
import { parseState } from './parseState';
import { AttributeAllowList, TerraformState } from './types';

const SHOW_JSON = 'the output of `terraform show -json`';

/**
 * Reads a state file or the output of `terraform show -json`.
 *
 * The layout decides, not the version of Terraform the file names: a state of
 * version 4 is read whoever claims to have written it.
 *
 * @throws InputError with the reason in words, and never with content of the
 * file, when it is neither or cannot be read.
 */
export function readState(
  content: Uint8Array,
  allowed: AttributeAllowList,
): TerraformState {
  const json = parseJson(content);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new InputError(
      `the file is JSON, but neither a Terraform state nor ${SHOW_JSON}`,
    );
  }
  const has = (...names: string[]) =>
    names.some(name => Object.hasOwn(json, name));

  if (has('encrypted_data', 'encryption_version')) {
    throw new InputError(
      'the state is encrypted by OpenTofu: give the output of `tofu show -json`, made where the key is',
    );
  }
  if (has('planned_values', 'resource_changes')) {
    throw new InputError(
      'the file is a plan, which says what may come to be: give the state, or the output of `terraform show -json` without a plan file',
    );
  }
  if ('version' in json && has('lineage', 'serial', 'resources', 'modules')) {
    refuseOtherVersion(json.version);
    return parseState(json, allowed);
  }
  if (
    'format_version' in json &&
    (has('values') || Object.keys(json).every(name => ofAnEmptyState(name)))
  ) {
    refuseOtherFormat(json.format_version);
    return parseShowJson(json, allowed);
  }
  throw new InputError(
    `the file is JSON, but neither a Terraform state nor ${SHOW_JSON}`,
  );
}

/** Of a state without resources, nothing but the versions is printed. */
function ofAnEmptyState(name: string): boolean {
  return ['format_version', 'terraform_version', 'checks'].includes(name);
}

function refuseOtherVersion(version: unknown) {
  if (version === 4) {
    return;
  }
  if (typeof version !== 'number' || !Number.isInteger(version)) {
    throw new InputError('the version of the state is not a whole number');
  }
  throw new InputError(
    version < 4
      ? `the state has version ${version}, written by Terraform 0.11 or older; version 4 is read: run \`terraform apply\` with Terraform 0.12 or newer, which upgrades it`
      : `the state has version ${version}, newer than version 4, the latest one known: give ${SHOW_JSON}`,
  );
}

function refuseOtherFormat(version: unknown) {
  if (typeof version !== 'string' || !/^[01]\.\d+/.test(version)) {
    throw new InputError(
      `the format of ${SHOW_JSON} is not one of 0.x and 1.x, which are read`,
    );
  }
}
