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

import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  AssetTypeLibrary,
  CatalogueModelFacts,
  CatalogueModelItem,
  configuredRecordsSchema,
  ConfiguredRecords,
  LegalEntityFacts,
  LegalEntityItem,
  LocationFacts,
  LocationItem,
} from '@itam/plugin-itam-common';
import type { Knex } from 'knex';
import { CatalogueModelRules } from './catalogueModels';
import { parentsFirst, substitutesFirst } from './configuredOrder';
import { ActorIds, DatabaseRecordStore } from './DatabaseRecordStore';
import type { KnownRecord, KnownRecords } from './KnownRecords';
import { LegalEntityRules } from './legalEntities';
import { LocationRules } from './locations';
import { RecordService } from './RecordService';
import type { RecordName, RecordStore, StoredRecord } from './RecordStore';
import type { KnownEntities } from './refs';
import { recordHandlers, RecordHandlers } from './routes';
import { idsBelow } from './sql/locationTree';
import {
  legalEntityTable,
  locationTable,
  modelTable,
} from './sql/recordTables';

/** What the slice stands on. */
export interface RecordsSliceOptions {
  config: Config;
  knex: Knex;
  types: AssetTypeLibrary;
  entities: KnownEntities;
  /** Ids of the actors behind refs, as the register keeps them. */
  actorIds: ActorIds;
  now?: () => Date;
}

/** The records assets share: locations, legal entities, the model catalogue. */
export class RecordsSlice {
  readonly handlers: RecordHandlers;
  /** What other slices ask. */
  readonly known: KnownRecords;
  readonly #configured: ConfiguredRecords;
  readonly #locations: RecordService<LocationFacts, LocationItem>;
  readonly #legalEntities: RecordService<LegalEntityFacts, LegalEntityItem>;
  readonly #models: RecordService<CatalogueModelFacts, CatalogueModelItem>;

  /** @throws InputError when `itam.records` has a mistake. */
  static create(options: RecordsSliceOptions): RecordsSlice {
    return new RecordsSlice(options);
  }

  private constructor(options: RecordsSliceOptions) {
    const { knex, now } = options;
    const locations = new DatabaseRecordStore({
      ...options,
      table: locationTable,
    });
    const legalEntities = new DatabaseRecordStore({
      ...options,
      table: legalEntityTable,
    });
    const models = new DatabaseRecordStore({ ...options, table: modelTable });
    this.#configured = readConfigured(options.config);
    this.#locations = new RecordService({
      store: locations,
      rules: new LocationRules({ ...options, store: locations }),
      now,
    });
    this.#legalEntities = new RecordService({
      store: legalEntities,
      rules: new LegalEntityRules(),
      now,
    });
    this.#models = new RecordService({
      store: models,
      rules: new CatalogueModelRules({ ...options, store: models }),
      now,
    });
    this.known = knownRecords({ knex, locations, legalEntities, models });
    this.handlers = recordHandlers({
      knex,
      locations: this.#locations,
      legalEntities: this.#legalEntities,
      models: this.#models,
    });
  }

  /** Adds a location; throws InputError naming each field that is not right. */
  readonly addLocation = (
    facts: LocationFacts,
    by: { actor: string; reason?: string },
  ): Promise<LocationItem> => this.#locations.create(facts, by);

  /**
   * Makes the records the configuration gives what it says.
   *
   * @throws InputError with the path and the reason of a mistake.
   */
  async start(): Promise<void> {
    const { locations, legalEntities, models } = this.#configured;
    await this.#legalEntities.configure(placed('legalEntities', legalEntities));
    await this.#locations.configure(
      parentsFirst(placed('locations', locations)),
    );
    await this.#models.configure(substitutesFirst(placed('models', models)));
  }
}

function knownRecords(stores: {
  knex: Knex;
  locations: RecordStore<LocationFacts>;
  legalEntities: RecordStore<LegalEntityFacts>;
  models: RecordStore<CatalogueModelFacts>;
}): KnownRecords {
  const { knex, locations, legalEntities, models } = stores;
  return {
    locations: names =>
      lookUp(locations, names, ({ kind, permittedRegion }) => ({
        kind,
        permittedRegion,
      })),
    legalEntities: names =>
      lookUp(legalEntities, names, ({ country, currency }) => ({
        country,
        currency,
      })),
    models: names =>
      lookUp(models, names, facts => ({
        type: facts.type,
        manufacturer: facts.manufacturer,
        approved: facts.approved,
        endOfSale: facts.endOfSale,
        endOfSupport: facts.endOfSupport,
        attributes: facts.attributes ?? {},
      })),
    locationsBelow: async names => {
      const found = await locations.find(names);
      return idsBelow(
        knex,
        found.map(({ id }) => id),
      );
    },
  };
}

async function lookUp<F extends RecordName, More>(
  store: RecordStore<F>,
  names: string[],
  more: (facts: F) => More,
): Promise<Map<string, KnownRecord & More>> {
  const records = new Map<string, StoredRecord<F>>();
  for (const record of await store.find([...new Set(names)])) {
    records.set(record.id, record);
    records.set(record.facts.code.toLowerCase(), record);
  }
  return new Map(
    names.flatMap((name): Array<[string, KnownRecord & More]> => {
      const record = records.get(name) ?? records.get(name.toLowerCase());
      return record
        ? [
            [
              name,
              {
                id: record.id,
                code: record.facts.code,
                name: record.facts.name,
                retired: record.retiredAt !== undefined,
                ...more(record.facts),
              },
            ],
          ]
        : [];
    }),
  );
}

function readConfigured(config: Config): ConfiguredRecords {
  const parsed = configuredRecordsSchema.safeParse(
    config.getOptional('itam.records') ?? {},
  );
  if (parsed.success) {
    return parsed.data;
  }
  const [{ path, message }] = parsed.error.issues;
  const at = path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}.${String(part)}`,
    'itam.records',
  );
  throw new InputError(`${at}: ${message}`);
}

/** Each with its place in the configuration. */
function placed<F>(list: string, records: F[]) {
  return records.map((facts, index) => ({
    path: `itam.records.${list}[${index}]`,
    facts,
  }));
}
