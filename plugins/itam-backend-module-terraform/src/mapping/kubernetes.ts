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

import { alike, asset, fold, group, MappingTable, other } from './definition';

const uid = ['metadata.0.uid'];
const name = ['metadata.0.name'];
const labels = ['metadata.0.labels'];
const container = 'spec.0.template.0.spec.0.container.0.resources.0';

/** The provider has every kind twice: as it was, and with its version. */
function versions(kind: string, version: string): string[] {
  return [`kubernetes_${kind}`, `kubernetes_${kind}_${version}`];
}

function workload(kind: string) {
  return group(
    'kubernetes-workload',
    {
      kind: { always: kind },
      namespace: 'metadata.0.namespace',
      replicas: 'spec.0.replicas',
      cpuRequest: { from: `${container}.requests.cpu`, as: 'cpu' },
      cpuLimit: { from: `${container}.limits.cpu`, as: 'cpu' },
      memoryRequest: {
        from: `${container}.requests.memory`,
        as: 'memory to GiB',
      },
    },
    { id: uid, name, labels },
  );
}

/** Kubernetes and Helm. What runs is a workload, what configures it folds. */
export const kubernetes: MappingTable = {
  ...alike(versions('deployment', 'v1'), workload('deployment')),
  ...alike(versions('stateful_set', 'v1'), workload('stateful-set')),
  ...alike(versions('daemonset', 'v1'), workload('daemon-set')),
  kubernetes_daemon_set_v1: workload('daemon-set'),
  ...alike(versions('cron_job', 'v1'), workload('cron-job')),
  ...alike(
    versions('persistent_volume_claim', 'v1'),
    asset(
      'block-volume',
      {
        size: {
          from: 'spec.0.resources.0.requests.storage',
          as: 'memory to GB',
        },
        volumeType: 'spec.0.storage_class_name',
      },
      { id: uid, name, labels },
    ),
  ),
  helm_release: other('version', { labels: [] }),
  kubernetes_manifest: fold(
    {},
    { name: ['object.metadata.name'], withoutId: true },
  ),
  kubectl_manifest: fold(),
  ...alike(
    [
      ...versions('cluster_role', 'v1'),
      ...versions('cluster_role_binding', 'v1'),
      ...versions('config_map', 'v1'),
      ...versions('endpoints', 'v1'),
      ...versions('horizontal_pod_autoscaler', 'v2'),
      ...versions('ingress', 'v1'),
      ...versions('ingress_class', 'v1'),
      ...versions('job', 'v1'),
      ...versions('limit_range', 'v1'),
      ...versions('namespace', 'v1'),
      ...versions('network_policy', 'v1'),
      ...versions('persistent_volume', 'v1'),
      ...versions('pod', 'v1'),
      ...versions('pod_disruption_budget', 'v1'),
      ...versions('priority_class', 'v1'),
      ...versions('resource_quota', 'v1'),
      ...versions('role', 'v1'),
      ...versions('role_binding', 'v1'),
      ...versions('secret', 'v1'),
      ...versions('service', 'v1'),
      ...versions('service_account', 'v1'),
      ...versions('storage_class', 'v1'),
      'kubernetes_annotations',
      'kubernetes_labels',
      'kubernetes_env',
      'kubernetes_config_map_v1_data',
    ],
    fold({}, { name, labels }),
  ),
};
