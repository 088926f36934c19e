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

import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  itam?: {
    /** The largest file that can be pushed to a source, in bytes. Default: 256 MiB. */
    maxUploadBytes?: number;

    /**
     * Asset types added to the built-in ones, or overriding them by id. A mistake
     * stops the plugin at start, with the path and the reason.
     */
    assetTypes?: Array<{
      /** Lower-case words joined by hyphens. */
      id: string;
      title?: string;
      /** hardware, network, software, licence, cloud, code, data, facility or service. */
      category?: string;
      /** Id of the lifecycle model. */
      model?: string;
      /** Unit of management: asset, group, quantity or fold. Default: asset. */
      unit?: string;
      /**
       * Typed attributes in compact notation: `text`, `number(GiB)`,
       * `enum(a|b)`, `entity(Group)`, `multi(text)`; a trailing `!` marks what
       * has to be known before use.
       */
      attrs?: { [name: string]: string };
    }>;

    /**
     * Lifecycle models added to the built-in ones. A changed built-in model gets
     * a higher version. A mistake stops the plugin at start.
     */
    lifecycleModels?: Array<{
      id: string;
      version?: number;
      title?: string;
      /** Statuses, each with the stage it belongs to. */
      statuses: object;
      transitions: object[];
      /** Statuses a source may report. */
      observableStatuses?: string[];
      /** The status of what a source reports for the first time. */
      reported?: object;
    }>;

    /**
     * Who owns what sources find, and what it supports: the first rule that
     * matches wins, field by field.
     */
    ownership?: Array<{
      /** All conditions have to hold; a list holds if one of its values does. */
      match: {
        source?: string | string[];
        category?: string | string[];
        type?: string | string[];
        provider?: string | string[];
        account?: string | string[];
        environment?: string | string[];
        /** Names of provider tags, in order, without regard to case. */
        tag?: string | string[];
        /** Values the tag may have; all when left out. */
        value?: string | string[];
        /** Entity ref of the stack the thing was provisioned by. */
        stack?: string | string[];
      };
      /** `{{value}}` stands for the value of the tag found. */
      then: {
        /** Ref of a group or user. */
        owner?: string;
        /** Refs of catalog entities. */
        supports?: string | string[];
        environment?: string;
      };
    }>;

    /**
     * The currency costs are converted to where exchange rates allow it, three
     * capitals such as EUR. Left out: each currency stays apart.
     */
    reportingCurrency?: string;

    costs?: {
      /**
       * Days after which a month that is over is closed: from then on what its
       * charges were attributed to stays as it is. Default: 7.
       */
      closeAfterDays?: number;
      fxRates?: {
        /**
         * Files and URLs of exchange rates, CSV with the columns date, from, to
         * and rate; read at start and every six hours.
         */
        locations?: string | string[];
      };
    };

    discovery?: {
      /** How many runs one replica reads at a time. Default: 2. */
      concurrency?: number;
    };

    /** Sources, by kind (the module that reads them) and id. */
    sources?: {
      [kind: string]: {
        [id: string]: {
          /** What people call it. Default: the id. */
          title?: string;
          /** How often it is read. Default: hourly, half an hour at most. */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
          /**
           * What to do with a thing the register does not have: `register`,
           * `discrepancy` or `ignore`. Default: register.
           */
          onNoMatch?: 'register' | 'discrepancy' | 'ignore';
          /** Complete readings without a thing after which it is missing. */
          missingAfter?: number;
          /**
           * A run is held for a person when a larger share than this, 0 to 1,
           * would go missing at once.
           */
          missingShare?: number;
        };
      };
    };
  };
}
