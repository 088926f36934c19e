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

/** Who acts on a key date. */
export const keyDateRoles = [
  'owner',
  'custodian',
  'consumer',
  'contract-manager',
  'licence-manager',
  'stockroom-manager',
] as const;

/** A kind of date on a record that somebody has to act on. */
export const keyDateKindSchema = z.object({
  title: z.string(),
  /** ISO 8601 durations before the date at which to remind, longest first. */
  lead: z.array(z.string()),
  /** Who is reminded. */
  to: z.enum(keyDateRoles),
  /** Missing the date costs money or a right. */
  hard: z.boolean(),
});

/** A kind of date on a record that somebody has to act on. */
export type KeyDateKind = z.infer<typeof keyDateKindSchema>;

/** The built-in kinds of key date by id. */
export const keyDateKinds: Record<string, KeyDateKind> = {
  'warranty-end': {
    title: 'Warranty end',
    lead: ['P90D', 'P30D'],
    to: 'custodian',
    hard: false,
  },
  'lease-end': {
    title: 'Lease end',
    lead: ['P180D', 'P90D', 'P30D'],
    to: 'contract-manager',
    hard: true,
  },
  notice: {
    title: 'Notice',
    lead: ['P90D', 'P30D', 'P7D'],
    to: 'contract-manager',
    hard: true,
  },
  'contract-end': {
    title: 'Contract end',
    lead: ['P180D', 'P90D', 'P30D'],
    to: 'contract-manager',
    hard: true,
  },
  renewal: {
    title: 'Renewal',
    lead: ['P90D', 'P30D'],
    to: 'contract-manager',
    hard: false,
  },
  'licence-expiry': {
    title: 'Licence expiry',
    lead: ['P90D', 'P30D', 'P7D'],
    to: 'licence-manager',
    hard: true,
  },
  'maintenance-renewal': {
    title: 'Maintenance renewal',
    lead: ['P90D', 'P30D'],
    to: 'licence-manager',
    hard: true,
  },
  'true-up': {
    title: 'True up',
    lead: ['P90D', 'P30D'],
    to: 'licence-manager',
    hard: true,
  },
  certification: {
    title: 'Certification',
    lead: ['P180D', 'P90D'],
    to: 'licence-manager',
    hard: true,
  },
  'commitment-end': {
    title: 'Commitment end',
    lead: ['P90D', 'P30D'],
    to: 'owner',
    hard: false,
  },
  decision: { title: 'Decision', lead: ['P30D'], to: 'owner', hard: false },
  reset: { title: 'Reset', lead: ['P14D'], to: 'licence-manager', hard: false },
  'end-of-support': {
    title: 'End of support',
    lead: ['P365D', 'P180D', 'P90D'],
    to: 'owner',
    hard: false,
  },
  'end-of-life': {
    title: 'End of life',
    lead: ['P365D', 'P180D'],
    to: 'owner',
    hard: false,
  },
  'planned-refresh': {
    title: 'Planned refresh',
    lead: ['P180D', 'P90D'],
    to: 'owner',
    hard: false,
  },
  'planned-end': {
    title: 'Planned end',
    lead: ['P14D', 'P3D'],
    to: 'owner',
    hard: false,
  },
  'agreed-upgrade': {
    title: 'Agreed upgrade',
    lead: ['P30D'],
    to: 'custodian',
    hard: false,
  },
  'next-maintenance': {
    title: 'Next maintenance',
    lead: ['P30D', 'P7D'],
    to: 'custodian',
    hard: false,
  },
  'next-inspection': {
    title: 'Next inspection',
    lead: ['P60D', 'P14D'],
    to: 'custodian',
    hard: true,
  },
  calibration: {
    title: 'Calibration',
    lead: ['P30D'],
    to: 'custodian',
    hard: true,
  },
  'battery-replacement': {
    title: 'Battery replacement',
    lead: ['P90D'],
    to: 'custodian',
    hard: false,
  },
  'certification-end': {
    title: 'Certification end',
    lead: ['P90D', 'P30D'],
    to: 'owner',
    hard: true,
  },
  'insurance-end': {
    title: 'Insurance end',
    lead: ['P60D', 'P14D'],
    to: 'owner',
    hard: false,
  },
  'loan-end': {
    title: 'Loan end',
    lead: ['P7D', 'P1D'],
    to: 'consumer',
    hard: false,
  },
  'return-to-stock': {
    title: 'Return to stock',
    lead: ['P14D'],
    to: 'custodian',
    hard: false,
  },
  'retention-end': {
    title: 'Retention end',
    lead: ['P60D'],
    to: 'custodian',
    hard: false,
  },
  'pending-deletion': {
    title: 'Pending deletion',
    lead: ['P3D'],
    to: 'owner',
    hard: false,
  },
  'certificate-expiry': {
    title: 'Certificate expiry',
    lead: ['P30D', 'P14D', 'P3D'],
    to: 'custodian',
    hard: true,
  },
  'domain-expiry': {
    title: 'Domain expiry',
    lead: ['P60D', 'P30D', 'P7D'],
    to: 'owner',
    hard: true,
  },
  'credential-expiry': {
    title: 'Credential expiry',
    lead: ['P30D', 'P7D'],
    to: 'custodian',
    hard: true,
  },
  'credential-rotation': {
    title: 'Credential rotation',
    lead: ['P14D'],
    to: 'custodian',
    hard: false,
  },
  'media-rotation': {
    title: 'Media rotation',
    lead: ['P7D'],
    to: 'custodian',
    hard: false,
  },
  'shelf-life-end': {
    title: 'Shelf life end',
    lead: ['P90D'],
    to: 'stockroom-manager',
    hard: false,
  },
  'next-count': {
    title: 'Next count',
    lead: ['P14D'],
    to: 'stockroom-manager',
    hard: false,
  },
  'next-restore-test': {
    title: 'Next restore test',
    lead: ['P14D'],
    to: 'custodian',
    hard: false,
  },
  'service-review': {
    title: 'Service review',
    lead: ['P30D'],
    to: 'contract-manager',
    hard: false,
  },
  review: { title: 'Review', lead: ['P30D'], to: 'owner', hard: false },
};
