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

// What is served from the data platform, and its staging project.

import { inModule, owned } from '../rows.mjs';

const forecast = owned('data-platform', 'price-forecast', 'production');
const recommend = owned('data-platform', 'recommendations', 'production');
const timetable = owned('data-platform', 'timetable-importer', 'production');

export const forecastRows = inModule('forecast', [
  {
    type: 'google_sql_database_instance',
    name: 'features',
    tags: forecast,
    needs: ['google_compute_network.main'],
  },
  {
    type: 'google_sql_database',
    name: 'features',
    instance: 'forecast-features',
    database: 'features',
    needs: ['module.forecast.google_sql_database_instance.features'],
  },
  {
    type: 'google_sql_user',
    name: 'app',
    instance: 'forecast-features',
    user: 'forecast',
    needs: ['module.forecast.google_sql_database_instance.features'],
  },
  { type: 'google_storage_bucket', name: 'models', tags: forecast },
  {
    type: 'google_cloud_run_v2_service',
    name: 'api',
    secretName: 'DB_PASSWORD',
    tags: forecast,
    needs: ['module.forecast.google_sql_database_instance.features'],
  },
  { type: 'google_pubsub_topic', name: 'price_updates', tags: forecast },
  // A notebook machine with a large GPU that nobody signed for.
  {
    type: 'google_compute_instance',
    name: 'notebook',
    size: 'a2-highgpu-1g',
    tags: { service: 'price-forecast' },
  },
  { type: 'google_compute_disk', name: 'notebook', gib: 2000, tags: {} },
]);

export const otherRows = [
  ...inModule('recommendations', [
    { type: 'google_cloud_run_v2_service', name: 'api', tags: recommend },
    {
      type: 'google_redis_instance',
      name: 'profiles',
      gib: 16,
      tags: recommend,
    },
    {
      type: 'google_pubsub_subscription',
      name: 'clicks',
      topic: 'shop-clicks',
      tags: { team: 'data-platform', service: 'recommendations' },
    },
    { type: 'google_storage_bucket', name: 'vectors', tags: recommend },
  ]),
  ...inModule('timetables', [
    {
      type: 'google_compute_instance_group_manager',
      name: 'importers',
      wanted: 4,
    },
    {
      type: 'google_storage_bucket',
      name: 'operator_feeds',
      tags: { service: 'timetable-importer' },
    },
    { type: 'google_pubsub_topic', name: 'changes', tags: timetable },
    {
      type: 'google_cloudfunctions2_function',
      name: 'convert',
      tags: timetable,
    },
  ]),
  ...inModule('staging', [
    {
      type: 'google_sql_database_instance',
      name: 'features',
      size: 'db-f1-micro',
      gib: 20,
      tags: owned('data-platform', 'price-forecast', 'staging'),
    },
    {
      type: 'google_storage_bucket',
      name: 'raw',
      tags: {
        team: 'data-platform',
        svc: 'ridership-pipeline',
        env: 'staging',
      },
    },
    {
      type: 'google_bigquery_dataset',
      name: 'scratch',
      dataset: 'scratch',
      about: 'Anybody may write here',
      tags: {},
    },
    {
      type: 'google_compute_instance',
      name: 'sandbox',
      tags: { owner: 'interns', env: 'staging' },
    },
  ]).map(row => ({ ...row, provider: 'google.staging' })),
];
