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

import { z } from 'zod';
import { assetStateSchema } from '../register';
import { defineRoute } from '../http';
import { itamFeedReadPermission } from '../permissions';

/** The consumer that makes entities of publications. @public */
export const CATALOG_CONSUMER = 'catalog';

/**
 * Why the register withdraws something: the asset itself no longer qualifies,
 * or the publish rules, the switch or the catalog around it changed.
 *
 * @public
 */
export const withdrawalCauses = ['asset', 'rule'] as const;

/** @public */
export type WithdrawalCause = (typeof withdrawalCauses)[number];

/**
 * What a consumer of the register has yet to see of one asset: its state to
 * publish, or that it is to be withdrawn.
 *
 * @public
 */
export const publicationSchema = z.object({
  assetId: z.string(),
  tag: z.string(),
  /** Counts what the consumer was asked to take; acknowledged as it is. */
  version: z.number().int(),
  /** The consumer is to forget the asset. */
  tombstone: z.boolean(),
  /** Why it is to be forgotten. */
  cause: z.enum(withdrawalCauses).optional(),
  /** It is yet to be taken: not acknowledged, or the last try failed. */
  pending: z.boolean(),
  /** The entity it became, as acknowledged. */
  entityRef: z.string().optional(),
  /** Why the last try failed. */
  error: z.string().optional(),
  /** The published entities it stands on. */
  dependsOn: z.array(z.string()).optional(),
  asset: assetStateSchema
    .omit({ fields: true, keys: true })
    .extend({ providerId: z.string().optional() })
    .optional(),
});

/** @public */
export type Publication = z.infer<typeof publicationSchema>;

/** The asset as a publication carries it. @public */
export type PublishedAsset = NonNullable<Publication['asset']>;

const consumerParams = z.object({ consumer: z.string().max(64) });

/** The feed of publications; for services of this portal. @public */
export const publicationRoutes = {
  listPublications: defineRoute({
    operationId: 'listPublications',
    method: 'get',
    path: '/publications/:consumer',
    summary: 'What the consumer has yet to see, oldest first',
    permission: itamFeedReadPermission,
    callers: 'service',
    params: consumerParams,
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(500),
      /**
       * `pending`: wanted and not acknowledged, with the state of the asset;
       * `all`: what it should hold now, without it.
       */
      view: z.enum(['pending', 'all']).default('pending'),
      /** With `all`: the asset id the page before ended with. */
      after: z.string().optional(),
    }),
    status: 200,
    response: z.object({
      items: z.array(publicationSchema),
      nextAfter: z.string().optional(),
      /** With `pending`: the figures a consumer guards its removals with. */
      totals: z
        .object({
          /** Everything the consumer holds or is to hold. */
          published: z.number().int(),
          /** Withdrawals on their way because of the assets themselves. */
          withdrawing: z.number().int(),
          /** The maximum is reached: some assets wait to be published. */
          full: z.boolean(),
        })
        .optional(),
    }),
  }),
  ackPublications: defineRoute({
    operationId: 'ackPublications',
    method: 'post',
    path: '/publications/:consumer/ack',
    summary: 'The consumer has taken these versions, or could not and says why',
    permission: itamFeedReadPermission,
    callers: 'service',
    params: consumerParams,
    query: z.object({}),
    body: z.object({
      items: z
        .array(
          z.object({
            assetId: z.string(),
            version: z.number().int(),
            /** Why it could not be taken; it is offered again later. */
            error: z.string().max(2000).optional(),
            /** The entity it became. */
            entityRef: z.string().optional(),
          }),
        )
        .max(1000),
    }),
    status: 200,
    response: z.object({ acknowledged: z.number().int() }),
  }),
  republish: defineRoute({
    operationId: 'republish',
    method: 'post',
    path: '/publications/:consumer/wanted',
    summary: 'The consumer asks again for assets it lost',
    permission: itamFeedReadPermission,
    callers: 'service',
    params: consumerParams,
    query: z.object({}),
    body: z.object({ assetIds: z.array(z.string()).max(1000) }),
    status: 200,
    response: z.object({ offered: z.number().int() }),
  }),
};
