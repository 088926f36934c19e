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

import { LifecycleModelDefinition } from '../definition';
import { cloudResource } from './cloudResource';
import { code } from './code';
import { contract } from './contract';
import { data } from './data';
import { datacentreHardware } from './datacentreHardware';
import { endUserDevice } from './endUserDevice';
import { expiringArtefact } from './expiringArtefact';
import { fixedInstallation } from './fixedInstallation';
import { licenceAllocation } from './licenceAllocation';
import { service } from './service';
import { softwareLicence } from './softwareLicence';
import { softwareProduct } from './softwareProduct';
import { stockItem } from './stockItem';

/** The lifecycle models that come with the plugins. */
export const builtInLifecycleModels: LifecycleModelDefinition[] = [
  datacentreHardware,
  endUserDevice,
  stockItem,
  fixedInstallation,
  softwareProduct,
  softwareLicence,
  licenceAllocation,
  cloudResource,
  code,
  data,
  service,
  contract,
  expiringArtefact,
];
