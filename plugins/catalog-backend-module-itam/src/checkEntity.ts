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

import {
  type Entity,
  entityEnvelopeSchemaValidator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  assetEntitySchema,
  ITAM_API_VERSION,
  licenceEntitySchema,
} from '@itam/plugin-itam-common';

const validateEnvelope = entityEnvelopeSchemaValidator();

/** What the catalog asks of every entity later, when an error would only be logged. */
const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new FieldFormatEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
]);

/**
 * Checks everything the catalog would check of an entity we publish.
 *
 * @throws an error that says what is wrong.
 */
export async function checkEntity(entity: Entity): Promise<void> {
  validateEnvelope(entity);
  await policy.enforce(entity);
  if (
    !checkAssetKind(entity) &&
    !(await resourceEntityV1alpha1Validator.check(entity))
  ) {
    throw new InputError(
      `${entity.kind} of ${entity.apiVersion} is no kind of entity assets are published as`,
    );
  }
}

/**
 * Whether an entity is of our kinds.
 *
 * @throws InputError when it is and has a mistake.
 */
export function checkAssetKind(entity: Entity): boolean {
  if (entity.apiVersion !== ITAM_API_VERSION) {
    return false;
  }
  const schema = schemaOf(entity.kind);
  if (!schema) {
    return false;
  }
  const parsed = schema.safeParse(entity);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(`${path.join('.')}: ${message}`);
  }
  return true;
}

function schemaOf(kind: string) {
  switch (kind) {
    case 'Asset':
      return assetEntitySchema;
    case 'Licence':
      return licenceEntitySchema;
    default:
      return undefined;
  }
}
