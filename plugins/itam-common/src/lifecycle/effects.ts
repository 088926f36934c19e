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

/** What a transition causes besides the change of status, by name. */
export const effects: Record<string, string> = {
  'create-expected': 'Enter the expected assets and commit their cost.',
  'post-receipt': 'Book the delivery on the order line.',
  'queue-label': 'Queue a label for printing.',
  'open-discrepancy': 'Open a discrepancy for whatever does not agree.',
  'claim-supplier': 'Raise a claim with the supplier.',
  'stock-in': 'Add it to the stock of the store.',
  'stock-out': 'Take it out of the stock of the store and note the movement.',
  'open-finance': 'Open the financial record; its books wait for the start.',
  'start-books': 'Set the in-service date and start depreciation.',
  'set-key-dates': 'Create or move the key dates.',
  'link-contracts': 'Relate the asset to the contracts that cover it.',
  'open-assignment': 'Open a dated assignment.',
  'close-assignment': 'Close the open assignment.',
  'mark-verified': 'Count this act as a verification.',
  publish: 'Publish to the catalog where the policy says so.',
  unpublish: 'Withdraw from the catalog.',
  'recompute-positions': 'Compute the licence positions it touches again.',
  'capitalise-addition': 'Add the later cost to the books.',
  'create-recommendation': 'File a recommendation with its money and owner.',
  'set-next-review': 'Set the date of the next review.',
  notify: 'Tell the people concerned.',
  'create-task': 'Create a task with a due date for those who do the work.',
  'reclaim-transferable': 'Return allocations that may move to their pool.',
  'end-device-bound': 'End the rights that are tied to this device.',
  'end-relations': 'End what it supports and what is installed on it.',
  'keep-depreciating': 'Leave the books running while it is idle.',
  'hold-for-sale': 'Stop the books that stop once a thing is for sale.',
  'change-owner':
    'Change owner, cost centre and legal entity from that day; between entities one disposes and the other acquires.',
  'trim-contracts':
    'End its coverage and propose to end contracts that cover nothing else.',
  'close-books': 'Take the carrying amount out and report gain or loss.',
  'close-key-dates': 'Close open key dates and their reminders.',
  'archive-media': 'Archive media that served nothing else.',
  'retain-record': 'Keep record and evidence as long as retention demands.',
  'watch-sightings': 'Open a discrepancy when it is seen again.',
  'raise-security-incident': 'Link a security incident, or raise one.',
  'request-lock-wipe': 'Ask for remote lock, wipe and revoked credentials.',
  'swap-identity':
    'Let the replacement take over assignment and relations of the old one.',
  'open-fact-debts': 'Turn missing facts into open facts with due dates.',
  'add-ledger-row': 'Write a row in the entitlement ledger.',
  'end-rights': 'Count the right as zero from the following day.',
  'flag-uncovered-use': 'Report open allocations as use without a right.',
  'pool-minus': 'Take the quantity out of the pool.',
  'pool-plus': 'Return the quantity to the pool from the first day allowed.',
  'ask-consumer': 'Ask the consumer, with a date to answer by.',
  'record-saving': 'Record the money no longer spent.',
  'destroy-keys': 'Destroy or archive the activation keys.',
};
