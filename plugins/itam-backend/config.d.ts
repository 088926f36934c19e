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
     * Moves, at start, assets out of statuses their lifecycle model no longer
     * has. A model whose statuses went while assets were in them stops the start
     * until it is said here where these go.
     */
    lifecycleMigrations?: Array<{
      /** Id of the lifecycle model. */
      model: string;
      /** The status assets are in, and the one of the newest version they get. */
      statuses: { [from: string]: string };
      /** Asset types to move. Default: all that follow the model. */
      types?: string[];
      /** For the history of the assets. */
      reason?: string;
    }>;

    /**
     * How the assets of a category are tagged: letters, digits and hyphens
     * around one `{number}`, or `{number:6}` to pad it with zeros. Numbers are
     * given out once. Default: `HW-{number:6}`, `NW-`, `SW-`, `LIC-`, `CL-`,
     * `CODE-`, `DATA-`, `FAC-` and `SVC-`.
     */
    tags?: {
      hardware?: string;
      network?: string;
      software?: string;
      licence?: string;
      cloud?: string;
      code?: string;
      data?: string;
      facility?: string;
      service?: string;
    };

    lifecycle?: {
      /** How far back a transition may be dated, in days. Default: 366. */
      backDatingDays?: number;
      /** Ids of asset types nothing of which is planned or requested. */
      outOfScope?: string[];
      /** Names of suppliers nothing is ordered from or given to. */
      blockedSuppliers?: string[];
    };

    /**
     * Records assets share, known by their codes: loaded at start, and changed
     * here only. Those no longer named stay, for people to change.
     */
    records?: {
      locations?: Array<{
        /** Up to 64 letters, digits, dots, hyphens or underscores. */
        code: string;
        name: string;
        /** site, building, floor, room, rack or stockroom. */
        kind: string;
        /** Code of the location it lies in. */
        parent?: string;
        address?: string;
        /** Code of ISO 3166-1. */
        country?: string;
        /** Each with a name or the ref of a user or group. */
        contacts?: Array<{
          name?: string;
          ref?: string;
          phone?: string;
          mail?: string;
        }>;
        /**
         * The region equipment and its data may not leave: a country code, EU,
         * EEA or worldwide.
         */
        permittedRegion?: string;
        /** Of a stockroom: ref of the user or group that keeps it. */
        keeper?: string;
      }>;
      legalEntities?: Array<{
        code: string;
        name: string;
        /** Code of ISO 3166-1. */
        country: string;
        registrationNumber?: string;
        /** Currency of the books, code of ISO 4217. */
        currency: string;
        /** What costs less is an expense; in the currency of the books. */
        capitalisationThreshold?: { amount: string; currency: string };
      }>;
      /** The model catalogue. */
      models?: Array<{
        code: string;
        name: string;
        /** Id of the asset type. */
        type: string;
        manufacturer: string;
        edition?: string;
        partNumber?: string;
        listPrice?: { amount: string; currency: string };
        /** Day the list price was taken, YYYY-MM-DD. */
        listPriceOn?: string;
        /** It may be bought. Default: false. */
        approved?: boolean;
        approvalConditions?: string;
        endOfSale?: string;
        endOfSupport?: string;
        /** Day after the last security patch. */
        endOfPatches?: string;
        /** Codes of models that may be taken instead, best first. */
        substitutes?: string[];
        /** Attributes every asset of the model begins with. */
        attributes?: object;
      }>;
    };

    /**
     * Kinds of relation added to the built-in ones (supports, part-of, runs-on,
     * installed-on, depends-on, provisioned-by, covered-by, licensed-by), or
     * overriding what differs of one. A mistake stops the plugin at start, with
     * the path and the reason.
     */
    relations?: Array<{
      /** Lower-case words joined by hyphens, at most 32 letters. */
      type: string;
      /** Seen from the asset that has the relation. Default: the type in words. */
      title?: string;
      /** Seen from what it leads to; needed for a new kind. */
      inverseTitle?: string;
      /** Which assets may have it; any when left out. */
      from?: {
        categories?: string[];
        /** Asset types. */
        types?: string[];
        /** Lifecycle models, standing for the types that have them. */
        models?: string[];
      };
      /** Which assets it may lead to; `{}` for any, none when left out. */
      to?: { categories?: string[]; types?: string[]; models?: string[] };
      /** Kinds of catalog entity it may lead to; only for `supports` and new kinds. */
      toEntities?: string[];
      /** No asset may come back to itself along it. Default: false. */
      acyclic?: boolean;
      /** An asset has at most one. Default: false. */
      single?: boolean;
      /**
       * Which way failure travels: `backward` from what it leads to, `forward`
       * from what has it, `both` or `none`. Default: none.
       */
      failure?: 'backward' | 'forward' | 'both' | 'none';
      /** Owner and location can be taken over along it. Default: false. */
      rollUp?: boolean;
    }>;

    /** What the register tells the rest of the portal. */
    portal?: {
      /** Publishes the events `itam.asset.*`. Default: true. */
      events?: boolean;
      /** Lets open pages know what changed. Default: true. */
      signals?: boolean;
      /** Notifies people of what concerns them. Default: true. */
      notifications?: boolean;
    };

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

    history?: {
      verify?: {
        /**
         * How often the whole history is worked out again, to find what was
         * touched. Default: daily, four hours at most.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };

    custody?: {
      /**
       * Annotation of users and groups that says which day is their last,
       * YYYY-MM-DD. Default: itam/ends-on.
       */
      endDateAnnotation?: string;
      /** So many days before its last day somebody counts as leaving. Default: 14. */
      noticeDays?: number;
      /**
       * Users and groups told when assets are left behind, in full, such as
       * group:default/it-asset-management.
       */
      notify?: string[];
      /**
       * Nothing is opened for leavers when a larger share of all holders than
       * this, 0 to 1, is gone at once. Default: 0.2.
       */
      maximumShare?: number;
      /** How often it is looked for what leavers left behind. Default: daily. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
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
