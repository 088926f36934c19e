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

/** A named question whose answer decides whether a transition may go on. */
export interface GuardDefinition {
  /** What is true when the guard holds. */
  holds: string;
  /** What is wrong when it does not; the way out follows. */
  fails: string;
  /** What somebody can do about it. */
  wayOut: string;
  /** A soft guard warns instead of refusing. */
  soft?: true;
}

/** The guards of the built-in lifecycle models. Answers come from the backend. */
export const guards: Record<string, GuardDefinition> = {
  'type-in-scope': {
    holds: 'The asset type is in the published scope.',
    fails: 'This asset type is outside the published scope.',
    wayOut: 'Choose a type in scope or have the scope extended.',
  },
  'model-approved': {
    holds: 'The catalogue entry is approved and still sold.',
    fails: 'The catalogue entry is not approved or no longer sold.',
    wayOut: 'Choose an approved entry or have this one approved.',
  },
  'requester-not-approver': {
    holds: 'Requester and approver are two people.',
    fails: 'The requester cannot approve their own request.',
    wayOut: 'Ask another member of the owning group to approve.',
  },
  'budget-available': {
    holds: 'The plan line has room for the amount.',
    fails: 'The amount exceeds the plan line.',
    wayOut: 'Reduce the amount, or let the owner accept the overrun.',
    soft: true,
  },
  'stock-checked': {
    holds:
      'Stock was looked at within 7 days and has neither the thing nor a substitute, or a reason is given.',
    fails: 'Stock may already have it, or was not looked at this week.',
    wayOut: 'Refresh the availability, or say why stock does not serve.',
  },
  'approved-request': {
    holds: 'An approval covers the amount.',
    fails: 'No approval covers this amount.',
    wayOut: 'Have the request approved for the full amount.',
  },
  'supplier-approved': {
    holds: 'The supplier is not blocked and no conflict of interest is open.',
    fails: 'The supplier is blocked or a conflict of interest is open.',
    wayOut: 'Choose another supplier or have the matter cleared.',
  },
  'delivery-matches-order': {
    holds: 'Quantity and part number agree with the order line.',
    fails: 'The delivery does not agree with the order line.',
    wayOut: 'Receive what agrees and reject or report the rest.',
  },
  'unique-identity': {
    holds: 'Neither the tag nor serial with manufacturer is taken.',
    fails: 'Another asset already carries this tag or serial.',
    wayOut: 'Correct the tag or serial, or merge the two records.',
  },
  'owner-set': {
    holds: 'The owner is a group of the catalog.',
    fails: 'The owner is missing or unknown to the catalog.',
    wayOut: 'Name a group that exists in the catalog as owner.',
  },
  'lease-complete': {
    holds: 'A leased or rented thing has contract, end and return terms.',
    fails: 'Lease contract, end date or return terms are missing.',
    wayOut: 'Link the lease and give its end date and return terms.',
  },
  'no-overlap': {
    holds: 'Nobody else reserved it for the period.',
    fails: 'It is already reserved for part of the period.',
    wayOut: 'Choose another period or another unit.',
  },
  'change-approved': {
    holds: 'The change or request it refers to is approved now.',
    fails: 'The change or request is not approved.',
    wayOut: 'Have it approved or refer to one that is.',
  },
  'no-legal-hold': {
    holds: 'No legal hold is open.',
    fails: 'A legal hold is open.',
    wayOut:
      'Keep it as it is until information security or legal release the hold, which takes a second person.',
  },
  'matches-approved-spec': {
    holds:
      'What was built is what was approved, or the difference is accepted.',
    fails: 'What was found differs from what was approved.',
    wayOut: 'Correct the configuration or have the difference accepted.',
  },
  'licence-cover': {
    holds: 'Rights cover the software meant for it, or the gap is accepted.',
    fails: 'No right covers some of the software meant for it.',
    wayOut: 'Book or buy rights, or let the licence manager accept the gap.',
    soft: true,
  },
  'support-fits-service': {
    holds: 'Support is at least as good as the service promises.',
    fails: 'The support level is below what the service promises.',
    wayOut: 'Raise the support level or have the risk accepted.',
    soft: true,
  },
  'named-person': {
    holds: 'A person is named as assignee, consumer or custodian.',
    fails: 'Nobody is named as answering for it.',
    wayOut:
      'Name a person as assignee or custodian; a group alone is not enough.',
  },
  'policy-accepted': {
    holds: 'The consumer accepted the current version of the policy.',
    fails: 'The consumer has not accepted the current policy.',
    wayOut: 'Send the policy to the consumer for acceptance.',
  },
  'licence-impact-assessed': {
    holds: 'The effect on licence positions was computed and seen.',
    fails: 'Nobody has looked at what this does to licence positions.',
    wayOut: 'Open the licence impact of the change and confirm it.',
  },
  'media-protected': {
    holds: 'Media that leave the site are taken out, encrypted or sanitised.',
    fails: 'Media with readable data would leave the site.',
    wayOut: 'Remove, encrypt or sanitise the media first.',
  },
  'impact-assessed': {
    holds: 'An impact assessment of the last 7 days has every item answered.',
    fails: 'The impact assessment is missing, too old or has open items.',
    wayOut: 'Run the impact assessment and answer each item.',
  },
  'no-dependants': {
    holds: 'Nothing in use depends on it any more, or each case is waived.',
    fails: 'Something in use still depends on it.',
    wayOut: 'Move the dependants away or waive each with a reason.',
  },
  'backup-confirmed': {
    holds: 'A backup is confirmed or waived.',
    fails: 'Nobody confirmed a backup.',
    wayOut: 'Confirm the backup or record why none is needed.',
  },
  sanitised: {
    holds: 'Each medium has its data handling recorded and none is readable.',
    fails: 'Some medium has not been sanitised.',
    wayOut: 'Sanitise it, or record that it holds no data.',
  },
  'second-person-verified': {
    holds: 'Somebody other than the operator verified it.',
    fails: 'No second person has verified it.',
    wayOut: 'Ask somebody other than the operator to verify.',
  },
  'condition-fit': {
    holds: 'Its condition allows further use.',
    fails: 'Its condition does not allow further use.',
    wayOut: 'Have it repaired or release it for disposal.',
  },
  'receiver-accepts': {
    holds: 'Whoever receives it has accepted.',
    fails: 'The receiver has not accepted yet.',
    wayOut: 'Ask the receiver to accept.',
  },
  'licences-released': {
    holds: 'No allocation that could be recovered is open.',
    fails: 'Allocations on it could still be recovered.',
    wayOut: 'Release the allocations first.',
  },
  'coverage-ended': {
    holds: 'Contract coverage has ended or its end is requested.',
    fails: 'A contract still covers it.',
    wayOut: 'End the coverage or request its end.',
  },
  'no-open-assignment': {
    holds: 'No assignment is open.',
    fails: 'Somebody still has it assigned.',
    wayOut: 'Take it back and close the assignment.',
  },
  'certificate-matches-serial': {
    holds: 'Every line of the certificate names this asset or its media.',
    fails: 'The certificate does not show the serials of asset and media.',
    wayOut: 'Ask the recycler for a certificate that lists them.',
  },
  'disposer-not-approver': {
    holds: 'Who disposes and who approved are two people.',
    fails: 'The person who approved the disposal cannot carry it out.',
    wayOut: 'Let somebody else carry it out.',
  },
  'finance-informed': {
    holds: 'The ledger knows of it, or it was never capitalised.',
    fails: 'Finance does not know of this disposal.',
    wayOut: 'Send it to finance or mark it as not capitalised.',
  },
  'investigation-closed': {
    holds: 'The investigation of the loss has come to a result.',
    fails: 'The loss is still being investigated.',
    wayOut: 'Record the result of the investigation.',
  },
  'not-duplicate': {
    holds: 'No other asset shares its keys.',
    fails: 'Another asset matches these keys.',
    wayOut: 'Open that asset, or merge the two records.',
  },
  override: {
    holds:
      'The actor may leave the model; the case goes on the exception list.',
    fails: 'This leaves the lifecycle model and needs a special permission.',
    wayOut: 'Ask somebody with the permission itam.asset.override.',
  },
  'proof-authenticated': {
    holds: 'Somebody other than the buyer checked the proof.',
    fails: 'Nobody but the buyer has checked the proof of purchase.',
    wayOut: 'Have somebody else confirm that it is authentic.',
  },
  'licensee-ours': {
    holds: 'The licensee is one of our legal entities.',
    fails: 'The right was granted to an organisation that is not ours.',
    wayOut: 'Have the certificate corrected or transferred.',
  },
  'quantity-matches-order': {
    holds: 'The right is as large as what was ordered.',
    fails: 'Right and order differ in quantity.',
    wayOut: 'Correct the quantity or report the difference to the supplier.',
  },
  'base-exists': {
    holds: 'Maintenance, step-up or upgrade points to its base right.',
    fails: 'The right it builds on is missing.',
    wayOut: 'Link the base right or register it first.',
  },
  'pool-checked': {
    holds:
      'Free and reclaimable rights, substitutes and overlapping products were considered.',
    fails: 'Rights we already have were not considered.',
    wayOut: 'Open the pool and say why it does not serve.',
  },
  'right-available': {
    holds: 'A free right, or one on order, is in force and in scope that day.',
    fails: 'No free right is left in the permitted scope.',
    wayOut: 'Reclaim one, choose a substitute or order more.',
  },
  'scope-permits': {
    holds: 'Entity, territory, environment, version and edition are permitted.',
    fails: 'The right does not extend to this use.',
    wayOut: 'Use a right whose scope fits.',
  },
  'parameters-complete': {
    holds: 'Every input the metric needs is known.',
    fails: 'An input of the licence metric is missing.',
    wayOut: 'Fill in the parameters the metric asks for.',
  },
  'reassignment-interval': {
    holds:
      'The shortest interval between assignments is kept, or a listed exception applies.',
    fails: 'The right was reassigned too recently.',
    wayOut: 'Wait until the interval has passed or name the exception.',
  },
  'removed-or-blocked': {
    holds: 'The software is seen or stated to be removed or blocked.',
    fails: 'The software may still be in use.',
    wayOut: 'Remove it or block access, then confirm.',
  },
  'transfer-allowed': {
    holds: 'The transfer rule of the right permits it.',
    fails: 'The right may not be transferred this way.',
    wayOut: 'Ask the publisher or use another right.',
  },
  'resale-permitted': {
    holds: 'Agreement and law permit resale.',
    fails: 'The agreement does not permit resale.',
    wayOut: 'Choose another way of disposal.',
  },
  'allocations-closed': {
    holds: 'No allocation is open.',
    fails: 'Allocations of this right are still open.',
    wayOut: 'Release them first.',
  },
  'software-removed-or-covered': {
    holds: 'No use is left that lacks another right.',
    fails: 'Some use would be left without a right.',
    wayOut: 'Remove the software or cover it by another right.',
  },
};
