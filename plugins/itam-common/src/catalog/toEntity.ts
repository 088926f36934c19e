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
  DEFAULT_NAMESPACE,
  parseEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  ANNOTATION_ASSET_ID,
  ANNOTATION_ASSET_TAG,
  ANNOTATION_PROVIDER_ID,
  ANNOTATION_PUBLISHED_VERSION,
  ITAM_API_VERSION,
} from './entity';
import { entityKindOf, entityNameOf } from './entityName';
import type { Publication, PublishedAsset } from './publications';

/** Kinds a supporting asset is a dependency of. */
const DEPENDENT_KINDS = ['component', 'resource', 'api'];

/** How publications become entities. @public */
export interface ToEntityOptions {
  publication: Publication;
  /** The group in whose name assets nobody owns are published. */
  unownedOwner: string;
  /** Address of the portal, for links; none are made without it. */
  appBaseUrl?: string;
}

/**
 * Makes the catalog entity of a published asset. It carries slow facts only:
 * figures, people, serials and costs stay in the register.
 *
 * @throws InputError when the publication carries no asset.
 * @public
 */
export function toEntity(options: ToEntityOptions): Entity {
  const { publication, unownedOwner } = options;
  const { asset } = publication;
  if (!asset) {
    throw new InputError(
      `the publication of ${publication.assetId} carries no asset`,
    );
  }
  const kind = entityKindOf(asset.category);
  const entity = {
    apiVersion:
      kind === 'Resource' ? 'backstage.io/v1alpha1' : ITAM_API_VERSION,
    kind,
    metadata: metadataOf(asset, options),
    spec: {
      type: asset.type,
      category: asset.category,
      lifecycle: asset.status,
      owner: asset.owner ?? unownedOwner,
      system: systemOf(asset),
      dependencyOf: atLeastOne(supportedBy(asset, DEPENDENT_KINDS)),
      dependsOn: atLeastOne(publication.dependsOn ?? []),
      ...(kind === 'Licence' ? licenceTerms(asset) : {}),
    },
  };
  // absent values must be absent: the catalog compares entities as JSON
  return JSON.parse(JSON.stringify(entity));
}

function metadataOf(
  asset: PublishedAsset,
  { publication, appBaseUrl }: ToEntityOptions,
): Entity['metadata'] {
  const page =
    appBaseUrl &&
    `${appBaseUrl.replace(/\/$/, '')}/itam/assets/${encodeURIComponent(
      asset.tag,
    )}`;
  const tags = [asset.provider, asset.environment].flatMap(tagOf);
  return {
    name: entityNameOf(asset.tag),
    namespace: DEFAULT_NAMESPACE,
    title: printable(asset.name) || asset.tag,
    ...(asset.description && { description: printable(asset.description) }),
    annotations: {
      [ANNOTATION_ASSET_ID]: asset.id,
      [ANNOTATION_ASSET_TAG]: printable(asset.tag),
      [ANNOTATION_PUBLISHED_VERSION]: String(publication.version),
      ...(asset.providerId && {
        [ANNOTATION_PROVIDER_ID]: printable(asset.providerId),
      }),
      ...(page && { 'backstage.io/view-url': page }),
    },
    ...(tags.length && { tags: [...new Set(tags)] }),
    ...(page && { links: [{ url: page, title: 'IT asset register' }] }),
  };
}

/** The system it serves as a whole, if it is exactly one. */
function systemOf(asset: PublishedAsset): string | undefined {
  const systems = supportedBy(asset, ['system']);
  return systems.length === 1 ? systems[0] : undefined;
}

/** The entities of these kinds that the asset supports, sorted. */
function supportedBy(asset: PublishedAsset, kinds: string[]): string[] {
  const supported = asset.relations.flatMap(({ type, toEntityRef }) =>
    type === 'supports' && toEntityRef && kinds.includes(kindOf(toEntityRef))
      ? [toEntityRef]
      : [],
  );
  return [...new Set(supported)].sort();
}

function kindOf(ref: string): string {
  try {
    return parseEntityRef(ref).kind.toLowerCase();
  } catch {
    return '';
  }
}

function licenceTerms(asset: PublishedAsset) {
  return {
    product: textOf(asset.attributes.product),
    metric: textOf(asset.attributes.metric),
    publisher: textOf(asset.attributes.publisher) ?? asset.manufacturer,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}

function atLeastOne(values: string[]): string[] | undefined {
  return values.length ? values : undefined;
}

/** A tag of the catalog: letters, digits and single dashes; none if nothing is left. */
function tagOf(value: string | undefined): string[] {
  const tag = (value ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9+#]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return tag ? [tag] : [];
}

/** Text without control characters, which neither pages nor databases like. */
function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
