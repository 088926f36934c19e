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

// Full resource names, as Google's billing export has them.

const services = {
  google_artifact_registry_repository: 'artifactregistry',
  google_cloud_run_v2_service: 'run',
  google_cloudfunctions2_function: 'cloudfunctions',
  google_composer_environment: 'composer',
  google_container_cluster: 'container',
  google_container_node_pool: 'container',
  google_kms_crypto_key: 'cloudkms',
  google_pubsub_subscription: 'pubsub',
  google_pubsub_topic: 'pubsub',
  google_redis_instance: 'redis',
  google_secret_manager_secret: 'secretmanager',
  google_bigquery_dataset: 'bigquery',
};

export const googleNameOf = (type, attributes) => {
  if (type === 'google_storage_bucket') {
    return `//storage.googleapis.com/${attributes.name}`;
  }
  if (type === 'google_sql_database_instance') {
    return `//cloudsql.googleapis.com/projects/${attributes.project}/instances/${attributes.name}`;
  }
  const service = services[type] ?? 'compute';
  return `//${service}.googleapis.com/${attributes.id}`;
};
