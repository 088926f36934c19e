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

// Short words for the tables of the stacks.

/** The tags everybody agreed on. Where a row differs, it is meant to. */
export const owned = (owner, service, environment, extra = {}) => ({
  owner,
  service,
  environment,
  ...extra,
});

/** The same row once per key, as `count` and `for_each` do. */
export const each = (keys, row) =>
  keys.map(key => ({ ...(typeof row === 'function' ? row(key) : row), key }));

/** Several rows of one module. */
export const inModule = (at, rows) => rows.map(row => ({ at, ...row }));

/** Network of an AWS stack: three zones, private and public. */
export const awsNetwork = ({ tags, natAddress, endpointTags }) =>
  inModule('network', [
    { type: 'aws_vpc', name: 'main', tags },
    { type: 'aws_internet_gateway', name: 'main', tags },
    ...each(['a', 'b', 'c'], zone => ({
      type: 'aws_subnet',
      name: 'private',
      cidr: `10.20.${'abc'.indexOf(zone)}.0/24`,
      tags,
      needs: ['module.network.aws_vpc.main'],
    })),
    ...each(['a', 'b', 'c'], zone => ({
      type: 'aws_subnet',
      name: 'public',
      cidr: `10.20.10${'abc'.indexOf(zone)}.0/24`,
      open: true,
      tags,
      needs: ['module.network.aws_vpc.main'],
    })),
    {
      at: 'network.nat',
      type: 'aws_eip',
      name: 'this',
      key: 0,
      address: natAddress,
      tags,
    },
    {
      at: 'network.nat',
      type: 'aws_nat_gateway',
      name: 'this',
      key: 0,
      address: natAddress,
      tags,
      needs: [
        'module.network.aws_subnet.public',
        'module.network.module.nat.aws_eip.this',
      ],
    },
    ...['private', 'public'].flatMap(table => [
      {
        type: 'aws_route_table',
        name: table,
        tags,
        needs: ['module.network.aws_vpc.main'],
      },
      {
        type: 'aws_route',
        name: `${table}_default`,
        table,
        nat: table === 'private',
        needs: [`module.network.aws_route_table.${table}`],
      },
      ...each(['a', 'b', 'c'], zone => ({
        type: 'aws_route_table_association',
        name: table,
        table,
        subnet: `module.network.aws_subnet.${table}["${zone}"]`,
        needs: [
          `module.network.aws_route_table.${table}`,
          `module.network.aws_subnet.${table}`,
        ],
      })),
    ]),
    {
      type: 'aws_vpc_endpoint',
      name: 's3',
      service: 's3',
      tags: endpointTags ?? tags,
      needs: ['module.network.aws_vpc.main'],
    },
  ]);
