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

import type { RouteContract } from '@itam/plugin-itam-common';
import type { Asked, MatrixAsset, MatrixPortal } from '../MatrixPortal';
import type { Person, Situation } from '../people';

/** What a sample is made for. */
export interface SampleGround {
  portal: MatrixPortal;
  person: Person;
  situation: Situation;
  /** An asset that stands so to the person. */
  asset: MatrixAsset;
  /** Different in every call. */
  n: number;
}

/** What a route answered. */
export interface Answer {
  status: number;
  body: Record<string, any>;
  text: string;
}

/** How a route is asked so that nothing but permission stands in the way. */
export interface Sample {
  ask(ground: SampleGround): Asked | Promise<Asked>;
  /**
   * What the route answers to who gets through, if not the status of its
   * contract: for what a test portal has not got.
   */
  answers?: number;
  /**
   * Of routes that answer for several assets at once: whether it was done to
   * the one of the sample.
   */
  done?(answer: Answer, ground: SampleGround): boolean | Promise<boolean>;
}

/** A route that needs nothing. */
export const nothing: Sample = { ask: () => ({}) };

/** A route that only needs to be told which asset. */
export const ofAsset: Sample = {
  ask: ({ asset }) => ({ params: { id: asset.tag } }),
};

/** A route of an asset with a body. */
export function withBody(
  body: object | ((ground: SampleGround) => object),
): Sample {
  return {
    ask: ground => ({
      params: { id: ground.asset.tag },
      body: typeof body === 'function' ? body(ground) : body,
    }),
  };
}

/** A thing the test portal has not got: who gets through is told so. */
export function missing(asked: Asked = {}): Sample {
  return {
    ask: () => ({ params: { id: 'missing' }, ...asked }),
    answers: 404,
  };
}

/**
 * What has to be there before a sample can ask, made by a service, which may do
 * everything.
 */
export async function prepared(
  { portal }: SampleGround,
  route: RouteContract,
  asked: Asked,
): Promise<Answer['body']> {
  const { status, body } = await portal.as('service', route, asked);
  if (status >= 300) {
    throw new Error(
      `${route.operationId} does not prepare the sample: ${status} ${body?.error?.message}`,
    );
  }
  return body;
}
