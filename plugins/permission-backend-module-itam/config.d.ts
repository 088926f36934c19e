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

export interface Config {
  itam?: {
    permission?: {
      /**
       * Who has which role: refs of groups, or of single users. Somebody with
       * several roles has what any of them gives. What each role may do is in
       * docs/permissions.md.
       */
      roles?: {
        /** Runs the life of every asset: sees, changes, moves, forces. */
        assetManager?: string[];
        /** Acts as asset manager for assets of some types. */
        superUser?: Array<{
          ref: string;
          /** Ids of asset types. */
          types: string[];
        }>;
        /** Keeps the register right: every asset, locations, names in history. */
        registerAdministrator?: string[];
        /** Sees every asset and reviews how it is used. */
        analyst?: string[];
        /** Keeps licences and software. */
        licenceManager?: string[];
        /** Orders. */
        procurement?: string[];
        /** Keeps contracts and services. */
        contractManager?: string[];
        /** Receives, keeps and hands out what is in some locations, and below. */
        stockroom?: Array<{
          ref: string;
          /**
           * Codes or ids of locations. Add `none` for tangible things that are
           * nowhere yet, such as those on order.
           */
          locations: string[];
        }>;
        /** Installs, moves, adds and changes. */
        technician?: string[];
        /** Verifies, reports, and takes back what is broken or lost. */
        serviceDesk?: string[];
        /** Sees every asset and every cost, and takes exchange rates. */
        finance?: string[];
        /** Places legal holds, releases them, and checks what was wiped. */
        security?: string[];
        /** Sees every asset, its history and what it costs. */
        auditor?: string[];
        /** Guests: see the assets of one scope until a day, and nothing else. */
        externalAuditor?: Array<{
          ref: string;
          /** The last day they may look, YYYY-MM-DD, in UTC. */
          until: string;
          /** What is given has to hold together. */
          scope: {
            categories?: string[];
            types?: string[];
            /** Codes or ids of locations; what lies in them belongs to them. */
            locations?: string[];
            /** Refs of owners. */
            owners?: string[];
          };
        }>;
        /**
         * Sees what services stand on. Left out, everybody who signed in is
         * one; an empty list makes it nobody.
         */
        engineer?: string[];
        /** Starts readings of sources. */
        sourceOperator?: string[];
      };
    };
  };
}
