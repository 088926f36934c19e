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

import type { ItamRole } from './roles';

/** How far a permission goes: every asset, or those of one kind. */
export type Reach =
  | 'all'
  | 'owned'
  | 'kept'
  | 'used'
  | 'supporting'
  | 'engineering'
  | 'technical'
  | 'licences'
  | 'agreements'
  | 'locations'
  | 'types'
  | 'scope';

/** The permissions of one role, and how far each of them goes. */
export type Grants = Record<string, Reach[]>;

/**
 * Permissions no person has by any role: the feed carries whole assets, and is
 * there for services.
 */
export const reservedForServices = ['itam.feed.read'];

const all: Reach[] = ['all'];
const licences: Reach[] = ['licences'];
const rights: Reach[] = ['licences', 'agreements'];
const locations: Reach[] = ['locations'];
const types: Reach[] = ['types'];

/**
 * Who may what: the whole policy. What is not here is denied. Somebody with
 * several roles has what any of them gives. `everyone` is what comes from the
 * assets themselves, by owning, keeping or using them.
 */
export const grants: Record<ItamRole | 'everyone', Grants> = {
  everyone: {
    'itam.asset.read': ['owned', 'kept', 'used', 'supporting'],
    'itam.asset.create': all,
    'itam.asset.update': ['owned', 'kept'],
    'itam.asset.transition': ['owned', 'kept', 'used'],
    'itam.role.owner': ['owned'],
    'itam.role.custodian': ['kept'],
    'itam.role.consumer': ['used'],
    'itam.role.technician': ['kept'],
    'itam.source.read': all,
    'itam.settings.read': all,
  },
  engineer: {
    'itam.asset.read': ['engineering'],
    'itam.cost.read': all,
  },
  assetManager: {
    'itam.asset.read': all,
    'itam.asset.create': all,
    'itam.asset.update': all,
    'itam.asset.transition': all,
    'itam.asset.override': all,
    'itam.asset.delete': all,
    'itam.role.asset-manager': all,
    'itam.cost.read': all,
    'itam.cost.update': all,
    'itam.source.run': all,
    'itam.settings.update': all,
    'itam.search': all,
  },
  superUser: {
    'itam.asset.read': types,
    'itam.asset.create': all,
    'itam.asset.update': types,
    'itam.asset.transition': types,
    'itam.asset.override': types,
    'itam.role.asset-manager': types,
  },
  registerAdministrator: {
    'itam.asset.read': all,
    'itam.asset.create': all,
    'itam.asset.update': all,
    'itam.asset.transition': all,
    'itam.asset.delete': all,
    'itam.role.register-administrator': all,
    'itam.cost.read': all,
    'itam.source.run': all,
    'itam.settings.update': all,
    'itam.history.erase': all,
    'itam.search': all,
  },
  analyst: {
    'itam.asset.read': all,
    'itam.asset.transition': all,
    'itam.role.analyst': all,
    'itam.cost.read': all,
    'itam.search': all,
  },
  licenceManager: {
    'itam.asset.read': rights,
    'itam.asset.create': all,
    'itam.asset.update': licences,
    'itam.asset.transition': rights,
    'itam.role.licence-manager': rights,
    'itam.cost.read': all,
  },
  procurement: {
    'itam.asset.read': all,
    'itam.asset.transition': all,
    'itam.role.procurement': all,
    'itam.cost.read': all,
    'itam.search': all,
  },
  contractManager: {
    'itam.asset.read': all,
    'itam.asset.create': all,
    'itam.asset.update': ['agreements'],
    'itam.asset.transition': ['agreements'],
    'itam.role.contract-manager': ['agreements'],
    'itam.cost.read': all,
    'itam.search': all,
  },
  stockroom: {
    'itam.asset.read': locations,
    'itam.asset.create': all,
    'itam.asset.update': locations,
    'itam.asset.transition': locations,
    'itam.role.stockroom': locations,
  },
  technician: {
    'itam.asset.read': all,
    'itam.asset.update': ['technical'],
    'itam.asset.transition': all,
    'itam.role.technician': all,
    'itam.search': all,
  },
  serviceDesk: {
    'itam.asset.read': all,
    'itam.asset.transition': all,
    'itam.role.service-desk': all,
    'itam.search': all,
  },
  finance: {
    'itam.asset.read': all,
    'itam.asset.transition': all,
    'itam.role.finance': all,
    'itam.cost.read': all,
    'itam.cost.update': all,
    'itam.search': all,
  },
  security: {
    'itam.asset.read': all,
    'itam.asset.transition': all,
    'itam.asset.hold': all,
    'itam.role.security': all,
    'itam.search': all,
  },
  auditor: {
    'itam.asset.read': all,
    'itam.cost.read': all,
    'itam.search': all,
  },
  externalAuditor: {
    'itam.asset.read': ['scope'],
    'itam.settings.read': all,
  },
  sourceOperator: {
    'itam.source.run': all,
  },
};
