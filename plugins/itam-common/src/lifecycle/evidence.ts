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

/** A kind of document that proves a step. */
export interface EvidenceDefinition {
  /** What people call the document. */
  title: string;
  /** What it has to show. */
  what: string;
}

/** The kinds of evidence a transition may ask for. */
export const evidence: Record<string, EvidenceDefinition> = {
  'price-list': {
    title: 'Price list',
    what: 'A quotation or a dated list of prices.',
  },
  'budget-approval': {
    title: 'Budget approval',
    what: 'The decision that money may be spent.',
  },
  'approval-record': {
    title: 'Approval record',
    what: 'Who agreed to the request, and when.',
  },
  'purchase-order': {
    title: 'Purchase order',
    what: 'The order in the form the supplier got it.',
  },
  'delivery-slip': {
    title: 'Delivery slip',
    what: 'A signed or electronic note of what arrived.',
  },
  invoice: { title: 'Invoice', what: 'The bill from the supplier.' },
  'proof-of-purchase': {
    title: 'Proof of purchase',
    what: 'The paper this publisher or maker recognises as proof.',
  },
  'entitlement-certificate': {
    title: 'Entitlement certificate',
    what: 'The publisher’s statement of the right granted.',
  },
  'licence-agreement': {
    title: 'Licence agreement',
    what: 'The agreement with the terms that applied on the day of purchase.',
  },
  'lease-agreement': {
    title: 'Lease agreement',
    what: 'The lease, including the conditions for giving things back.',
  },
  'support-contract': {
    title: 'Support contract',
    what: 'The contract and what is needed to open a case under it.',
  },
  'installation-record': {
    title: 'Installation record',
    what: 'The finished work order of the installation.',
  },
  'handover-receipt': {
    title: 'Handover receipt',
    what: 'The receiver’s confirmation, on paper or electronic.',
  },
  'policy-acknowledgement': {
    title: 'Policy acknowledgement',
    what: 'Which policy version the person agreed to.',
  },
  'utilisation-report': {
    title: 'Utilisation report',
    what: 'The load or usage figures as they stood at the review.',
  },
  'impact-assessment': {
    title: 'Impact assessment',
    what: 'The list of what is affected, each item with its answer.',
  },
  'backup-confirmation': {
    title: 'Backup confirmation',
    what: 'Proof that the content is saved, or a decision not to save it.',
  },
  'sanitisation-certificate': {
    title: 'Sanitisation certificate',
    what: 'Method, standard (such as NIST SP 800-88 or IEEE 2883), tool, operator, verifier and the serial of every medium.',
  },
  'chain-of-custody': {
    title: 'Chain of custody',
    what: 'The signed handover to whoever takes it off our hands.',
  },
  'certificate-of-destruction': {
    title: 'Certificate of destruction',
    what: 'The recycler’s list of destroyed serials.',
  },
  'sales-invoice': {
    title: 'Sales invoice',
    what: 'Our invoice or the deed of sale.',
  },
  'donation-letter': {
    title: 'Donation letter',
    what: 'The beneficiary’s confirmation.',
  },
  'lessor-receipt': {
    title: 'Lessor receipt',
    what: 'The lessor’s confirmation of the return and its condition.',
  },
  'return-slip': {
    title: 'Return slip',
    what: 'The supplier’s return or RMA note.',
  },
  'security-incident': {
    title: 'Security incident',
    what: 'The number of the incident raised with security.',
  },
  'police-report': {
    title: 'Police report',
    what: 'The reference given by the police.',
  },
  'write-off-approval': {
    title: 'Write-off approval',
    what: 'Finance’s agreement to write the value off.',
  },
  'publisher-consent': {
    title: 'Publisher consent',
    what: 'The publisher’s form or letter agreeing to the transfer.',
  },
  'copies-removed-statement': {
    title: 'Copies removed statement',
    what: 'A declaration that no usable copy is left with us.',
  },
  'detection-record': {
    title: 'Detection record',
    what: 'The observation or audit item that shows it.',
  },
};
