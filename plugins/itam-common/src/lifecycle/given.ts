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

/**
 * A document that proves a step: kept by the register, or found at a link.
 *
 * @public
 */
export const givenEvidenceSchema = z
  .strictObject({
    /** The kind of evidence, for example `handover-receipt`. */
    doc: z.string().min(1).max(64),
    title: z.string().max(200).optional(),
    /** Where it is, if somebody else keeps it. */
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    /** A document uploaded to the asset. */
    documentId: z.string().max(36).optional(),
  })
  .refine(
    ({ url, documentId }) => Boolean(url) !== Boolean(documentId),
    'give either url or documentId',
  );

/** @public */
export type GivenEvidence = z.infer<typeof givenEvidenceSchema>;
