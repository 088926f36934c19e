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

export const viewsMessages = {
  menu: {
    label: 'Views',
    chosen: 'View: {{name}}',
    mine: 'For me',
    shared: 'For everybody',
    none: 'No views yet',
    save: 'Save as a view…',
    update: 'Update “{{name}}”',
    remove: 'Delete “{{name}}”…',
  },
  save: {
    title: 'Save as a view',
    name: 'Name',
    nameHint: 'Filters, order and columns are kept under this name.',
    shared: 'Show it to everybody',
    sharedHint:
      'Views for everybody are kept by those who may change settings.',
    submit: 'Save',
  },
  remove: {
    title: 'Delete the view “{{name}}”?',
    hint: 'The assets stay as they are. A shared view is gone for everybody.',
    submit: 'Delete',
  },
  columns: { label: 'Columns' },
  row: {
    label: 'Actions for {{name}}',
    actions: 'Actions',
    waiting: 'Reading what is possible…',
    none: 'Nothing can be done here now',
    open: 'Open',
    failed: 'The actions could not be read',
  },
} as const;
