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

const STORAGE = 'https://www.googleapis.com/storage/v1/b';
const bucketName = c => `${c.project}-${c.called}`;
const inRegion = (c, kind) =>
  `projects/${c.project}/locations/${c.region}/${kind}/${c.called}`;
const accountEmail = c => `${c.called}@${c.project}.iam.gserviceaccount.com`;

/** Builders of what stores, moves or protects data. */
export const googleDataBuilders = labelled => ({
  google_sql_database_instance: {
    minutes: 90,
    sensitive: ['root_password'],
    build: ({ size = 'db-custom-4-15360', gib = 200 }, c) => ({
      available_maintenance_versions: [],
      connection_name: `${c.project}:${c.region}:${c.called}`,
      database_version: 'POSTGRES_16',
      deletion_protection: true,
      id: c.called,
      instance_type: 'CLOUD_SQL_INSTANCE',
      name: c.called,
      private_ip_address: '10.64.16.3',
      project: c.project,
      region: c.region,
      root_password: c.secret(),
      self_link: `https://sqladmin.googleapis.com/sql/v1beta4/projects/${c.project}/instances/${c.called}`,
      settings: [
        {
          availability_type: 'REGIONAL',
          disk_size: gib,
          disk_type: 'PD_SSD',
          tier: size,
          user_labels: c.tags,
        },
      ],
      timeouts: null,
    }),
  },
  google_sql_database: {
    minutes: 20,
    build: ({ instance, database }, c) => ({
      charset: 'UTF8',
      collation: 'en_US.UTF8',
      id: `projects/${c.project}/instances/${instance}/databases/${database}`,
      instance,
      name: database,
      project: c.project,
      timeouts: null,
    }),
  },
  google_sql_user: {
    schema: 1,
    minutes: 10,
    sensitive: ['password'],
    build: ({ instance, user }, c) => ({
      host: '',
      id: `${user}//${instance}`,
      instance,
      name: user,
      password: c.secret(),
      project: c.project,
      timeouts: null,
      type: '',
    }),
  },
  google_storage_bucket: {
    schema: 3,
    minutes: 10,
    build: ({ coldAfter }, c) => ({
      force_destroy: false,
      id: bucketName(c),
      lifecycle_rule: coldAfter
        ? [
            {
              action: [{ type: 'SetStorageClass' }],
              condition: [{ age: coldAfter }],
            },
          ]
        : [],
      location: c.region.toUpperCase(),
      name: bucketName(c),
      project: c.project,
      project_number: c.projectNumber,
      public_access_prevention: 'enforced',
      self_link: `${STORAGE}/${bucketName(c)}`,
      storage_class: 'STANDARD',
      timeouts: null,
      uniform_bucket_level_access: true,
      url: `gs://${bucketName(c)}`,
      ...labelled(c),
    }),
  },
  google_storage_bucket_iam_member: {
    build: ({ bucket, role, member }) => ({
      bucket: `b/${bucket}`,
      condition: [],
      etag: 'CAE=',
      id: `b/${bucket}/${role}/${member}`,
      member,
      role,
    }),
  },
  google_bigquery_dataset: {
    minutes: 20,
    build: ({ dataset, about }, c) => ({
      dataset_id: dataset,
      delete_contents_on_destroy: false,
      description: about,
      friendly_name: '',
      id: `projects/${c.project}/datasets/${dataset}`,
      location: c.region,
      project: c.project,
      self_link: `https://bigquery.googleapis.com/bigquery/v2/projects/${c.project}/datasets/${dataset}`,
      timeouts: null,
      ...labelled(c),
    }),
  },
  google_bigquery_table: {
    build: ({ dataset, table, rows = 0 }, c) => ({
      dataset_id: dataset,
      deletion_protection: true,
      id: `projects/${c.project}/datasets/${dataset}/tables/${table}`,
      location: c.region,
      num_rows: rows,
      project: c.project,
      self_link: `https://bigquery.googleapis.com/bigquery/v2/projects/${c.project}/datasets/${dataset}/tables/${table}`,
      table_id: table,
      type: 'TABLE',
      ...labelled(c),
    }),
  },
  google_bigquery_dataset_iam_member: {
    build: ({ dataset, role, member }, c) => ({
      condition: [],
      dataset_id: dataset,
      etag: 'BwYnExample=',
      id: `projects/${c.project}/datasets/${dataset}/${role}/${member}`,
      member,
      project: c.project,
      role,
    }),
  },
  google_pubsub_topic: {
    minutes: 20,
    build: (_, c) => ({
      id: `projects/${c.project}/topics/${c.called}`,
      kms_key_name: '',
      message_retention_duration: '86400s',
      name: c.called,
      project: c.project,
      timeouts: null,
      ...labelled(c),
    }),
  },
  google_pubsub_subscription: {
    minutes: 20,
    build: ({ topic }, c) => ({
      ack_deadline_seconds: 60,
      enable_message_ordering: false,
      id: `projects/${c.project}/subscriptions/${c.called}`,
      message_retention_duration: '604800s',
      name: c.called,
      project: c.project,
      timeouts: null,
      topic: `projects/${c.project}/topics/${topic}`,
      ...labelled(c),
    }),
  },
  google_redis_instance: {
    minutes: 20,
    sensitive: ['auth_string'],
    build: ({ gib = 5 }, c) => ({
      auth_enabled: true,
      auth_string: c.secret(),
      host: '10.64.32.4',
      id: inRegion(c, 'instances'),
      location_id: `${c.region}-b`,
      memory_size_gb: gib,
      name: c.called,
      port: 6378,
      project: c.project,
      redis_version: 'REDIS_7_2',
      region: c.region,
      tier: 'STANDARD_HA',
      timeouts: null,
      ...labelled(c),
    }),
  },
  google_kms_key_ring: {
    minutes: 20,
    build: (_, c) => ({
      id: inRegion(c, 'keyRings'),
      location: c.region,
      name: c.called,
      project: c.project,
      timeouts: null,
    }),
  },
  google_kms_crypto_key: {
    schema: 1,
    minutes: 20,
    build: ({ ring }, c) => {
      const ringId = `projects/${c.project}/locations/${c.region}/keyRings/${ring}`;
      return {
        destroy_scheduled_duration: '2592000s',
        id: `${ringId}/cryptoKeys/${c.called}`,
        key_ring: ringId,
        name: c.called,
        purpose: 'ENCRYPT_DECRYPT',
        rotation_period: '7776000s',
        timeouts: null,
        ...labelled(c),
      };
    },
  },
  google_artifact_registry_repository: {
    minutes: 20,
    build: ({ format = 'DOCKER' }, c) => ({
      description: '',
      format,
      id: inRegion(c, 'repositories'),
      location: c.region,
      mode: 'STANDARD_REPOSITORY',
      name: c.called,
      project: c.project,
      repository_id: c.called,
      timeouts: null,
      ...labelled(c),
    }),
  },
  google_service_account: {
    minutes: 5,
    build: ({ about }, c) => ({
      account_id: c.called,
      description: about,
      disabled: false,
      display_name: about,
      email: accountEmail(c),
      id: `projects/${c.project}/serviceAccounts/${accountEmail(c)}`,
      member: `serviceAccount:${accountEmail(c)}`,
      name: `projects/${c.project}/serviceAccounts/${accountEmail(c)}`,
      project: c.project,
      timeouts: null,
      unique_id: c.number(21),
    }),
  },
  google_service_account_key: {
    sensitive: ['private_key'],
    build: ({ account }, c) => {
      const email = `${account}@${c.project}.iam.gserviceaccount.com`;
      const id = `projects/${c.project}/serviceAccounts/${email}/keys/${c.hex(
        40,
      )}`;
      return {
        id,
        keepers: null,
        key_algorithm: 'KEY_ALG_RSA_2048',
        name: id,
        private_key: c.secret(),
        private_key_type: 'TYPE_GOOGLE_CREDENTIALS_FILE',
        public_key: 'RVhBTVBMRQ==',
        service_account_id: email,
        valid_after: '2025-02-03T10:00:00Z',
        valid_before: '2027-02-03T10:00:00Z',
      };
    },
  },
  google_secret_manager_secret: {
    minutes: 20,
    build: (_, c) => ({
      create_time: '2025-02-03T10:00:00.000000Z',
      id: `projects/${c.project}/secrets/${c.called}`,
      name: `projects/${c.projectNumber}/secrets/${c.called}`,
      project: c.project,
      secret_id: c.called,
      timeouts: null,
      ...labelled(c),
    }),
  },
  google_secret_manager_secret_version: {
    minutes: 20,
    sensitive: ['secret_data'],
    build: ({ of }, c) => ({
      enabled: true,
      id: `projects/${c.projectNumber}/secrets/${of}/versions/1`,
      name: `projects/${c.projectNumber}/secrets/${of}/versions/1`,
      secret: `projects/${c.project}/secrets/${of}`,
      secret_data: c.secret(),
      timeouts: null,
      version: '1',
    }),
  },
  google_composer_environment: {
    minutes: 120,
    build: (_, c) => ({
      config: [
        {
          airflow_uri: `https://${c.hex(
            16,
          )}-dot-europe-west1.composer.googleusercontent.com`,
          environment_size: 'ENVIRONMENT_SIZE_SMALL',
          software_config: [
            {
              env_variables: { BOOKING_DB_PASSWORD: c.secret() },
              image_version: 'composer-2.9.7-airflow-2.9.3',
            },
          ],
        },
      ],
      id: inRegion(c, 'environments'),
      name: c.called,
      project: c.project,
      region: c.region,
      timeouts: null,
      ...labelled(c),
    }),
  },
  google_cloud_scheduler_job: {
    minutes: 20,
    build: ({ cron }, c) => ({
      id: inRegion(c, 'jobs'),
      name: c.called,
      paused: false,
      project: c.project,
      region: c.region,
      schedule: cron,
      state: 'ENABLED',
      time_zone: 'Europe/Brussels',
      timeouts: null,
    }),
  },
});
