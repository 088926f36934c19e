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

import { HumanDuration } from '@backstage/types';

export interface Config {
  itam?: {
    /** What the catalog shows of the register. */
    catalog?: {
      /**
       * `false` publishes nothing and withdraws everything that was published.
       * Default: true.
       */
      enabled?: boolean;
      /**
       * Says in the log what the publish rules would do, and neither publishes
       * nor withdraws anything until it is taken away. Default: false.
       */
      dryRun?: boolean;
      /** Most assets that become entities. Default: 50000. */
      maximum?: number;
      /**
       * Which assets become entities: those that match all conditions of any
       * rule. Default: what is assigned, in use or being decommissioned of the
       * categories software, licence, cloud, data and network, hardware that
       * supports an entity, and cloud resources nobody has claimed yet.
       */
      publish?: Array<{
        category?: string | string[];
        /** Asset types. */
        type?: string | string[];
        /** Stages of the lifecycle. */
        stage?: string | string[];
        /** The asset has a relation of this kind. */
        relation?: string | string[];
      }>;
      /**
       * The group in whose name assets nobody owns are published; the register
       * shows them as unowned. Default: group:default/unowned.
       */
      unownedOwner?: string;
      /**
       * Annotations by which other providers name the cloud resource a Resource
       * stands for. Such a Resource is linked, and no second one is made.
       */
      providerIdAnnotations?: string[];
      /** How often the feed of the register is asked. Default: 5 seconds. */
      poll?: string | HumanDuration;
      /** How often register and catalog are compared. Default: 1 hour. */
      sweep?: string | HumanDuration;
      /**
       * Lets more than a fifth of the published entities (and more than 20) go
       * at once. Default: false.
       */
      allowMassRemoval?: boolean;
    };
  };
}
