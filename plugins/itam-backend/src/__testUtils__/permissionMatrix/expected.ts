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

import { people, Person, Situation } from './people';

/** A route about one asset: who gets through, by how the asset stands to them. */
export type ByAsset = Record<Situation, readonly Person[]>;

/** Who gets through to a route. */
export type Expected = ByAsset | readonly Person[];

const guests: Person[] = ['externalAuditor', 'expiredAuditor'];
/** Those to whom it means something that an asset is theirs. */
const members = people.filter(person => !guests.includes(person));
/** Everybody whose time is not over. */
const present = people.filter(person => person !== 'expiredAuditor');

const seeAll: Person[] = [
  'assetManager',
  'registerAdministrator',
  'analyst',
  'procurement',
  'contractManager',
  'technician',
  'serviceDesk',
  'finance',
  'security',
  'auditor',
];

const reading: ByAsset = {
  own: members,
  kept: members,
  used: members,
  near: [
    'engineer',
    'superUser',
    'licenceManager',
    'contractManager',
    'stockroom',
    'technician',
    'externalAuditor',
  ],
  foreign: seeAll,
};

const updating: ByAsset = {
  own: members,
  kept: members,
  used: ['assetManager', 'registerAdministrator'],
  near: [
    'superUser',
    'licenceManager',
    'contractManager',
    'stockroom',
    'technician',
  ],
  foreign: ['assetManager', 'registerAdministrator'],
};

/** Who sees what things cost. */
const seeCosts: Person[] = [
  'engineer',
  'assetManager',
  'registerAdministrator',
  'analyst',
  'licenceManager',
  'procurement',
  'contractManager',
  'finance',
  'auditor',
];

const nobody: Person[] = [];

/** Costs of an asset are seen by those who see both. */
const costsOfAsset: ByAsset = {
  own: seeCosts,
  kept: seeCosts,
  used: seeCosts,
  near: ['engineer', 'licenceManager', 'contractManager'],
  foreign: seeAll.filter(person => seeCosts.includes(person)),
};

/** Those with a permission to move things, whatever their lifecycle role. */
const moving: ByAsset = {
  own: members,
  kept: members,
  used: members,
  near: [
    'superUser',
    'licenceManager',
    'contractManager',
    'stockroom',
    'technician',
  ],
  foreign: [
    'assetManager',
    'registerAdministrator',
    'analyst',
    'procurement',
    'technician',
    'serviceDesk',
    'finance',
    'security',
  ],
};

/** Those who may report a device as lost, or call off what was planned. */
const reportingLoss: ByAsset = {
  own: ['serviceDesk'],
  kept: members.filter(person => person !== 'technician'),
  used: members.filter(person => person !== 'technician'),
  near: ['licenceManager', 'contractManager', 'stockroom'],
  foreign: ['serviceDesk'],
};

const handingOut: ByAsset = {
  own: members,
  kept: members,
  used: ['assetManager', 'registerAdministrator', 'technician', 'serviceDesk'],
  near: ['superUser', 'stockroom', 'technician'],
  foreign: [
    'assetManager',
    'registerAdministrator',
    'technician',
    'serviceDesk',
  ],
};

const handingOver: ByAsset = {
  own: members,
  kept: ['assetManager', 'registerAdministrator'],
  used: ['assetManager', 'registerAdministrator'],
  near: ['superUser'],
  foreign: ['assetManager', 'registerAdministrator'],
};

/** Who has a thing may give it back. */
const givingBack: ByAsset = { ...handingOut, used: members };

/** Only who is asked: a guest too, if somebody gave them a thing. */
const whoKeepsIt: ByAsset = {
  own: nobody,
  kept: present,
  used: nobody,
  near: nobody,
  foreign: nobody,
};

/** Only the team it is offered to: in situation `own`, a team of the person. */
const receiving: ByAsset = { ...whoKeepsIt, own: present, kept: nobody };

const holding: ByAsset = {
  own: ['security'],
  kept: ['security'],
  used: ['security'],
  near: nobody,
  foreign: ['security'],
};

const overriding: ByAsset = {
  own: ['assetManager'],
  kept: ['assetManager'],
  used: ['assetManager'],
  near: ['superUser'],
  foreign: ['assetManager'],
};

/** Who plans: owners for their teams, managers for all. */
const planning: ByAsset = {
  own: members,
  kept: ['assetManager'],
  used: ['assetManager'],
  near: ['superUser', 'licenceManager', 'contractManager'],
  foreign: ['assetManager'],
};

/** Who may run a source. */
const runSources: Person[] = [
  'assetManager',
  'registerAdministrator',
  'sourceOperator',
];

/** Who keeps the records assets share. */
const keepSettings: Person[] = ['assetManager', 'registerAdministrator'];

/**
 * Who may call each route: the expected matrix. A route that is not here fails
 * the test, so that whoever adds one says who it is for.
 */
export const expected: Record<string, Expected> = {
  listAssets: present,
  assetFacets: present,
  getAsset: reading,
  createAsset: planning,
  updateAsset: updating,
  assetHistory: reading,
  assetAsOf: reading,
  assetHistoryDiff: reading,
  verifyHistory: seeAll,
  lastHistoryVerification: seeAll,
  eraseActor: ['registerAdministrator'],
  assetFolded: reading,
  entitySummary: present,
  entityAssets: present,
  listAssetTypes: present,
  listLifecycleModels: present,
  openApi: present,

  assetTransitions: reading,
  creationTransitions: present,
  transitionAsset: reportingLoss,
  transitionHistory: reading,
  assetKnownFacts: reading,
  giveFacts: moving,
  listOpenFacts: present,
  updateOpenFact: moving,
  listDocuments: reading,
  addDocument: moving,
  documentContent: reading,
  listHolds: present,
  placeHold: holding,
  releaseHold: holding,
  listExceptions: present,
  reviewException: overriding,
  listPlannedTransitions: present,
  cancelPlannedTransition: moving,
  simulateLifecycle: present,

  assetCustody: reading,
  assetAssignments: reading,
  assignAsset: handingOut,
  returnAsset: givingBack,
  acceptAssignment: whoKeepsIt,
  listAssignments: present,
  mySummary: present,
  transferAsset: handingOver,
  transferAssets: handingOver,
  listTransfers: present,
  acceptTransfer: receiving,
  declineTransfer: receiving,
  withdrawTransfer: handingOver,
  stateOfAsset: reading,
  listDiscrepancies: present,
  resolveDiscrepancy: updating,
  listLeavers: present,
  leaverHoldings: present,
  settleLeaver: handingOver,

  listRelationKinds: present,
  assetRelations: reading,
  addRelation: updating,
  endRelation: updating,
  assetMap: reading,
  assetImpact: reading,

  getAssetType: present,
  getLifecycleModel: present,
  moveStatuses: keepSettings,
  getPolicies: present,

  bulkChangeAssets: updating,
  previewImport: members,
  importAssets: updating,
  exportAssets: present,
  listBulkRuns: present,
  getBulkRun: seeAll,
  listBulkRows: seeAll,
  cancelBulkRun: ['assetManager', 'registerAdministrator'],
  undoBulkRun: ['assetManager', 'registerAdministrator'],
  listImportMappings: members,
  saveImportMapping: members,
  deleteImportMapping: members,

  listLocations: present,
  getLocation: present,
  locationUse: present,
  locationHistory: present,
  createLocation: keepSettings,
  updateLocation: keepSettings,
  retireLocation: keepSettings,
  reinstateLocation: keepSettings,
  listLegalEntities: present,
  getLegalEntity: present,
  legalEntityUse: present,
  legalEntityHistory: present,
  createLegalEntity: keepSettings,
  updateLegalEntity: keepSettings,
  retireLegalEntity: keepSettings,
  reinstateLegalEntity: keepSettings,
  listModels: present,
  getModel: present,
  modelUse: present,
  modelHistory: present,
  createModel: keepSettings,
  updateModel: keepSettings,
  retireModel: keepSettings,
  reinstateModel: keepSettings,

  listViews: present,
  createView: present,
  updateView: nobody,
  deleteView: nobody,

  listCosts: seeCosts,
  assetCosts: costsOfAsset,
  listCharges: seeCosts,
  listStatements: seeCosts,
  listFxRates: seeCosts,
  importFxRates: ['assetManager', 'finance'],

  listSources: members,
  getSource: members,
  listSourceDocuments: members,
  listRuns: members,
  startRun: runSources,
  getRun: members,
  listRunRejects: members,
  releaseRun: runSources,

  listPublications: nobody,
  ackPublications: nobody,
  republish: nobody,
  listSearchableAssets: nobody,
};
