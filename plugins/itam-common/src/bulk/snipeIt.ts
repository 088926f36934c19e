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

import type { ImportColumn, ImportMapping } from './mapping';

const none: ImportColumn = { to: null };

function to(field: string): ImportColumn {
  return { to: field };
}

/**
 * Mappings for the files Snipe-IT exports and imports, by name. What is left
 * out there has no place in the register: checkout types, first and last names
 * (a person is named by user name or mail), model notes.
 *
 * @public
 */
export const readyMappings: Record<string, ImportMapping> = {
  'snipe-it-assets': {
    title: 'Snipe-IT: assets',
    into: 'assets',
    unmapped: 'refuse',
    columns: {
      Company: to('legalEntity'),
      Name: to('name'),
      'Asset Name': to('name'),
      'Item Name': to('name'),
      'Asset Tag': to('tag'),
      Category: to('type'),
      Supplier: to('supplier'),
      Manufacturer: to('manufacturer'),
      Location: to('location'),
      'Order Number': to('orderNumber'),
      Model: to('model'),
      'Model Name': to('model'),
      'Model Notes': none,
      'Model Number': to('sku'),
      'Model no.': to('sku'),
      Serial: to('serial'),
      'Serial Number': to('serial'),
      Status: to('status'),
      Notes: to('notes'),
      'Asset Notes': to('notes'),
      'Purchase Date': to('acquiredOn'),
      'Purchase Cost': to('purchaseCost'),
      'Warranty Months': none,
      Warranty: none,
      Image: none,
      Requestable: none,
      'Checkout Type': none,
      'Checked Out To: Username': to('consumer'),
      Username: to('consumer'),
      'Checked Out To: Email': to('consumer'),
      Email: to('consumer'),
      'Checked Out To: First Name': none,
      'Checked Out To: Last Name': none,
      'Full Name': none,
      'First Name': none,
      'Last Name': none,
      'Checked Out To: Location': none,
      'Asset EOL Date': to('dates.end-of-life'),
      'EOL Date': to('dates.end-of-life'),
    },
  },
  'snipe-it-licences': {
    title: 'Snipe-IT: licences',
    into: 'assets',
    unmapped: 'refuse',
    type: 'perpetual-licence',
    columns: {
      'Full Name': none,
      Email: none,
      Username: none,
      'Item Name': to('name'),
      Name: to('name'),
      'Serial Number': to('serial'),
      Serial: to('serial'),
      'Product Key': to('serial'),
      Category: none,
      Manufacturer: to('manufacturer'),
      'Purchase Date': to('acquiredOn'),
      'Purchase Cost': to('purchaseCost'),
      'Purchase Order': to('fixedAssetNumber'),
      'Order Number': to('orderNumber'),
      'Licensed To Name': none,
      'Licensed To Email': to('custodian'),
      'Expiration Date': to('dates.licence-expiry'),
      'Termination Date': to('dates.contract-end'),
      Maintained: none,
      Reassignable: none,
      Seats: to('attributes.quantity'),
      Company: to('legalEntity'),
      Supplier: to('supplier'),
      Notes: to('notes'),
    },
  },
  'snipe-it-locations': {
    title: 'Snipe-IT: locations',
    into: 'locations',
    unmapped: 'refuse',
    columns: {
      Name: to('name'),
      Address: to('address'),
      'Address 2': to('address2'),
      City: to('city'),
      State: to('state'),
      Country: to('country'),
      Zip: to('zip'),
      'Parent Name': to('parent'),
      Parent: to('parent'),
      Manager: to('contact'),
      'Manager Username': none,
      Currency: none,
    },
  },
  'snipe-it-users': {
    title: 'Snipe-IT: users (looked up, not imported)',
    into: 'users',
    unmapped: 'ignore',
    columns: {
      Username: to('username'),
      Email: to('email'),
      'First Name': to('firstName'),
      'Last Name': to('lastName'),
    },
  },
};
