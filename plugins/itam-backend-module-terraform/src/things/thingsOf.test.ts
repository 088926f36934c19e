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

import {
  AssetTypeLibrary,
  ObservedThingInput,
  observedThingSchema,
  validateAttributes,
} from '@itam/plugin-itam-common';
import { builtInMappings, TypeMappings } from '../mapping/TypeMappings';
import { readState } from '../state/readState';
import {
  anArn,
  aResource,
  asFile,
  aShownResource,
  aShownState,
  aState,
} from '../__testUtils__/states';
import { thingsOf } from './thingsOf';

const assetTypes = AssetTypeLibrary.create();
const mappings = TypeMappings.create({ assetTypes });

function thingsIn(content: unknown, location = 'states/shop.tfstate') {
  return [
    ...thingsOf({
      state: readState(asFile(content), mappings),
      location,
      mappings,
      assetTypes,
    }),
  ];
}

function observed(...resources: unknown[]): ObservedThingInput[] {
  return thingsIn(aState({ resources })).flatMap(thing =>
    'rejected' in thing ? [] : [thing],
  );
}

function find(things: ObservedThingInput[], address: string) {
  const thing = things.find(({ place }) => place.endsWith(`#${address}`));
  if (!thing) {
    throw new Error(`nothing at ${address}`);
  }
  return thing;
}

const account = { account_id: '123456789012', id: '123456789012' };
const vpc = aResource({
  type: 'aws_vpc',
  name: 'main',
  attributes: {
    id: 'vpc-0123456789abcdef0',
    arn: anArn('ec2', 'vpc/vpc-0123456789abcdef0'),
    cidr_block: '10.0.0.0/16',
  },
});

describe('the stack', () => {
  it('comes first, is derived, and is recognised by its lineage', () => {
    const [stack] = observed(vpc);
    expect(stack).toMatchObject({
      sourceKey: 'states/shop.tfstate',
      place: 'states/shop.tfstate',
      unit: 'asset',
      derived: true,
      type: 'iac-stack',
      name: 'shop',
      keys: [
        {
          type: 'state-lineage',
          value: '0b7c1f5e-0000-4000-a000-000000000001',
        },
      ],
      attributes: { tool: 'terraform', resources: 1, stateSerial: 7 },
    });
  });

  it('of show is recognised by its place', () => {
    const [first] = thingsIn(aShownState());
    const [second] = thingsIn(aShownState(), 'states/other.json');
    expect(first).toMatchObject({
      keys: [
        {
          type: 'state-lineage',
          value: expect.stringMatching(/^location:[0-9a-f]{64}$/),
        },
      ],
    });
    expect(second).not.toMatchObject({
      keys: 'keys' in first ? first.keys : [],
    });
  });

  it.each([
    ['infra/payments.tfstate', 'payments'],
    ['infra/payments/terraform.tfstate', 'payments'],
    ['https://s3.example/states/payments/default.tfstate', 'payments'],
    ['payments.tfstate.json', 'payments'],
    ['terraform.tfstate', 'terraform'],
  ])('at %s is called %s', (location, name) => {
    expect(thingsIn(aState(), location)[0]).toMatchObject({ name });
  });

  it('has its place as a link when that is one', () => {
    const url = 'https://git.example/infra/blob/main/shop.tfstate';
    expect(thingsIn(aState(), url)[0]).toMatchObject({
      attributes: { stateLocation: url },
    });
  });
});

describe('an asset', () => {
  it('has keys, place, account, region, labels and typed attributes', () => {
    const things = observed(
      aResource({
        type: 'aws_db_instance',
        name: 'orders',
        module: 'module.shop',
        attributes: {
          id: 'orders',
          identifier: 'orders',
          arn: anArn('rds', 'db:orders'),
          engine: 'postgres',
          engine_version: '16',
          engine_version_actual: '16.3',
          instance_class: 'db.m6g.large',
          allocated_storage: 100,
          multi_az: true,
          storage_encrypted: true,
          license_model: 'postgresql-license',
          tags: { team: 'blue' },
          tags_all: { team: 'blue', Environment: 'production' },
        },
      }),
    );
    expect(find(things, 'module.shop.aws_db_instance.orders')).toEqual({
      sourceKey: 'states/shop.tfstate/module.shop.aws_db_instance.orders',
      place: 'states/shop.tfstate#module.shop.aws_db_instance.orders',
      unit: 'asset',
      type: 'cloud-database',
      name: 'orders',
      keys: [{ type: 'provider-id', value: anArn('rds', 'db:orders') }],
      providerType: 'aws_db_instance',
      provider: 'aws',
      account: '123456789012',
      region: 'eu-west-1',
      environment: 'production',
      hosting: 'public-cloud',
      status: undefined,
      attributes: {
        engine: 'postgres',
        engineVersion: '16.3',
        instanceClass: 'db.m6g.large',
        storage: 107.374,
        highAvailability: true,
        encrypted: true,
        licenceModel: 'open-source',
      },
      labels: { team: 'blue', Environment: 'production' },
      relations: [
        { type: 'provisioned-by', to: { sourceKey: 'states/shop.tfstate' } },
      ],
    });
  });

  it('is called by its Name tag first', () => {
    const things = observed(
      aResource({
        type: 'aws_instance',
        name: 'web',
        indexKey: 0,
        attributes: { id: 'i-0123456789abcdef0', tags: { Name: 'front' } },
      }),
      aResource({ type: 'aws_instance', name: 'web', indexKey: 1 }),
    );
    expect(things.slice(1).map(({ name }) => name)).toEqual([
      'front',
      'web[1]',
    ]);
  });

  it('that is stopped is reported as such, and running says nothing', () => {
    const machine = (name: string, state: string) =>
      aResource({
        type: 'aws_instance',
        name,
        attributes: { id: name, instance_state: state },
      });
    const things = observed(machine('a', 'stopped'), machine('b', 'running'));
    expect(things.slice(1).map(({ status }) => status)).toEqual([
      'stopped',
      undefined,
    ]);
  });

  it('of a set is a group', () => {
    const things = observed(
      aResource({
        type: 'aws_autoscaling_group',
        attributes: { id: 'fleet', min_size: 2, max_size: 9 },
      }),
    );
    expect(things[1]).toMatchObject({
      unit: 'group',
      type: 'instance-group',
      attributes: { minimum: 2, maximum: 9 },
    });
  });

  it('of an unknown type is a cloud resource', () => {
    const things = observed(
      aResource({ type: 'acme_rocket', attributes: { id: 'r', name: 'V2' } }),
    );
    expect(things[1]).toMatchObject({
      type: 'cloud-resource',
      name: 'V2',
      provider: 'acme',
      attributes: { providerType: 'acme_rocket' },
    });
  });

  it('is what the contract and its type ask for', () => {
    const problems = observed(vpc, aResource({ type: 'aws_iam_access_key' }))
      .map(thing => observedThingSchema.parse(thing))
      .flatMap(
        thing =>
          validateAttributes(assetTypes.get(thing.type), thing.attributes)
            .problems,
      );
    expect(problems).toEqual([]);
  });
});

describe('the provider id', () => {
  const keyOf = (...resources: unknown[]) => observed(...resources)[1].keys;
  const provider = (value: string) => [{ type: 'provider-id', value }];

  it('is the full resource name on Google', () => {
    expect(
      keyOf(
        aResource({
          type: 'google_compute_instance',
          attributes: {
            id: 'projects/p/zones/z/instances/n',
            self_link:
              'https://www.googleapis.com/compute/v1/projects/p/zones/z/instances/n',
          },
        }),
      ),
    ).toEqual(
      provider('//compute.googleapis.com/projects/p/zones/z/instances/n'),
    );
    expect(
      keyOf(
        aResource({
          type: 'google_sql_database_instance',
          attributes: {
            id: 'db',
            self_link:
              'https://sqladmin.googleapis.com/sql/v1beta4/projects/p/instances/db',
          },
        }),
      ),
    ).toEqual(provider('//cloudsql.googleapis.com/projects/p/instances/db'));
    expect(
      keyOf(
        aResource({
          type: 'google_storage_bucket',
          attributes: {
            id: 'b',
            self_link: 'https://www.googleapis.com/storage/v1/b/b',
          },
        }),
      ),
    ).toEqual(provider('//storage.googleapis.com/b'));
    expect(
      keyOf(
        aResource({
          type: 'google_pubsub_topic',
          attributes: { id: 'projects/p/topics/t' },
        }),
      ),
    ).toEqual(provider('//pubsub.googleapis.com/projects/p/topics/t'));
  });

  it('is the lower-cased id on Azure', () => {
    expect(
      keyOf(
        aResource({
          type: 'azurerm_managed_disk',
          attributes: {
            id: '/subscriptions/S/resourceGroups/RG/providers/Microsoft.Compute/disks/D',
          },
        }),
      ),
    ).toEqual(
      provider(
        '/subscriptions/s/resourcegroups/rg/providers/microsoft.compute/disks/d',
      ),
    );
  });

  it('is an ARN made from the account the state knows', () => {
    const address = aResource({
      type: 'aws_eip',
      attributes: { id: 'eipalloc-0123456789abcdef0' },
    });
    expect(keyOf(address, vpc)).toEqual(
      provider(anArn('ec2', 'elastic-ip/eipalloc-0123456789abcdef0')),
    );
    expect(
      keyOf(
        address,
        aResource({
          type: 'aws_caller_identity',
          mode: 'data',
          attributes: account,
        }),
        aResource({
          type: 'aws_region',
          mode: 'data',
          attributes: { id: 'eu-west-1' },
        }),
      ),
    ).toEqual(provider(anArn('ec2', 'elastic-ip/eipalloc-0123456789abcdef0')));
    expect(keyOf(address)).toEqual(
      provider('aws:aws_eip:eipalloc-0123456789abcdef0'),
    );
  });

  it('does not take one account for another', () => {
    const elsewhere = aResource({
      type: 'aws_vpc',
      name: 'other',
      attributes: {
        id: 'vpc-1',
        arn: 'arn:aws:ec2:us-east-1:210987654321:vpc/vpc-1',
      },
    });
    expect(
      keyOf(
        aResource({
          type: 'aws_eip',
          attributes: { id: 'eipalloc-0123456789abcdef0' },
        }),
        vpc,
        elsewhere,
      ),
    ).toEqual(provider('aws:aws_eip:eipalloc-0123456789abcdef0'));
  });

  it('carries the account where the id is a mere name', () => {
    const named = aResource({
      type: 'aws_workspaces_workspace',
      attributes: { id: 'desk' },
    });
    expect(keyOf(named, vpc)).toEqual(
      provider('aws:aws_workspaces_workspace:123456789012/eu-west-1:desk'),
    );
    expect(keyOf(named)).toEqual(
      provider(
        'terraform:0b7c1f5e-0000-4000-a000-000000000001:aws_workspaces_workspace.it',
      ),
    );
  });

  it('of show is left out when there is none', () => {
    const [, thing] = thingsIn(
      aShownState({ resources: [aShownResource({ type: 'acme_rocket' })] }),
    );
    expect(thing).toMatchObject({ keys: [] });
  });

  it('of a repository comes with its address', () => {
    expect(
      keyOf(
        aResource({
          type: 'github_repository',
          attributes: {
            id: 'shop',
            node_id: 'R_kg1',
            html_url: 'https://github.com/Acme/shop',
            visibility: 'private',
            archived: false,
          },
        }),
      ),
    ).toEqual([
      { type: 'provider-id', value: 'github:github_repository:R_kg1' },
      { type: 'url', value: 'https://github.com/acme/shop' },
    ]);
  });
});

describe('plumbing', () => {
  const routeTable = aResource({
    type: 'aws_route_table',
    name: 'private',
    attributes: { id: 'rtb-1', vpc_id: 'vpc-0123456789abcdef0' },
  });
  const route = aResource({
    type: 'aws_route',
    name: 'out',
    attributes: { id: 'r-rtb-1', route_table_id: 'rtb-1' },
  });

  it('is kept under the asset it belongs to, over several steps', () => {
    const things = observed(vpc, routeTable, route);
    expect(find(things, 'aws_route.out')).toMatchObject({
      unit: 'fold',
      type: 'cloud-configuration',
      keys: [],
      parent: { sourceKey: 'states/shop.tfstate/aws_vpc.main' },
    });
  });

  it('is kept under the stack when what it belongs to is not here', () => {
    const things = observed(route);
    expect(find(things, 'aws_route.out').parent).toEqual({
      sourceKey: 'states/shop.tfstate',
    });
  });

  it('is kept under an asset of another state it names in full', () => {
    const topic = anArn('sns', 'orders');
    const things = observed(
      aResource({
        type: 'aws_sns_topic_policy',
        attributes: { id: topic, arn: topic },
      }),
    );
    expect(things[1].parent).toEqual({
      key: { type: 'provider-id', value: topic },
    });
  });

  it('of an unknown type is kept under the one asset it depends on', () => {
    const things = observed(
      vpc,
      aResource({ type: 'aws_sqs_queue', name: 'q' }),
      aResource({
        type: 'acme_vpc_policy',
        name: 'one',
        dependencies: ['aws_vpc.main'],
      }),
      aResource({
        type: 'acme_vpc_policy',
        name: 'two',
        dependencies: ['aws_vpc.main', 'aws_sqs_queue.q'],
      }),
    );
    expect(find(things, 'acme_vpc_policy.one').parent).toEqual({
      sourceKey: 'states/shop.tfstate/aws_vpc.main',
    });
    expect(find(things, 'acme_vpc_policy.two').parent).toEqual({
      sourceKey: 'states/shop.tfstate',
    });
  });

  it('belongs to the one of the same module when names are alike', () => {
    const bucket = (module: string) =>
      aResource({
        type: 'aws_s3_bucket',
        module,
        attributes: { id: 'same', bucket: 'same' },
      });
    const policy = aResource({
      type: 'aws_s3_bucket_policy',
      module: 'module.b',
      attributes: { id: 'same', bucket: 'same' },
    });
    const things = observed(bucket('module.a'), bucket('module.b'), policy);
    expect(find(things, 'module.b.aws_s3_bucket_policy.it').parent).toEqual({
      sourceKey: 'states/shop.tfstate/module.b.aws_s3_bucket.it',
    });
  });
});

describe('relations', () => {
  const dependsOn = (thing: ObservedThingInput) =>
    (thing.relations ?? [])
      .filter(({ type }) => type === 'depends-on')
      .map(({ to }) => ('sourceKey' in to ? to.sourceKey : JSON.stringify(to)))
      .map(key => key.replace('states/shop.tfstate/', ''));

  it('lead to what an asset depends on, of plumbing to its parent', () => {
    const things = observed(
      vpc,
      aResource({
        type: 'aws_subnet',
        name: 'a',
        attributes: { id: 'subnet-1', vpc_id: 'vpc-0123456789abcdef0' },
      }),
      aResource({
        type: 'aws_lb',
        name: 'front',
        dependencies: ['aws_subnet.a', 'aws_vpc.main', 'data.aws_ami.x'],
      }),
    );
    expect(dependsOn(find(things, 'aws_lb.front'))).toEqual(['aws_vpc.main']);
  });

  it('pair instances of the same index, and of the same module', () => {
    const many = (type: string, dependencies?: string[]) =>
      ['module.a[0]', 'module.a[1]'].flatMap(module =>
        [0, 1].map(indexKey =>
          aResource({
            type,
            module,
            indexKey,
            attributes: { id: `${type}${module}${indexKey}` },
            dependencies,
          }),
        ),
      );
    const things = observed(
      ...many('aws_sqs_queue'),
      ...many('aws_lambda_function', ['module.a.aws_sqs_queue.it']),
    );
    expect(
      dependsOn(find(things, 'module.a[1].aws_lambda_function.it[0]')),
    ).toEqual(['module.a[1].aws_sqs_queue.it[0]']);
  });

  it('tie a machine to the volume attached to it', () => {
    const things = observed(
      aResource({
        type: 'aws_instance',
        attributes: { id: 'i-0123456789abcdef0' },
      }),
      aResource({
        type: 'aws_ebs_volume',
        attributes: { id: 'vol-0123456789abcdef0', size: 10 },
      }),
      aResource({
        type: 'aws_volume_attachment',
        attributes: {
          id: 'vai-1',
          instance_id: 'i-0123456789abcdef0',
          volume_id: 'vol-0123456789abcdef0',
        },
      }),
    );
    expect(dependsOn(find(things, 'aws_instance.it'))).toEqual([
      'aws_ebs_volume.it',
    ]);
    expect(find(things, 'aws_volume_attachment.it').parent).toEqual({
      sourceKey: 'states/shop.tfstate/aws_ebs_volume.it',
    });
  });

  it('tie a function to the queue of another state it listens to', () => {
    const queue = anArn('sqs', 'orders');
    const lambda = anArn('lambda', 'function:worker');
    const things = observed(
      aResource({
        type: 'aws_lambda_function',
        attributes: { id: 'worker', arn: lambda, function_name: 'worker' },
      }),
      aResource({
        type: 'aws_lambda_event_source_mapping',
        attributes: {
          id: 'm',
          function_arn: lambda,
          event_source_arn: queue,
        },
      }),
    );
    expect(find(things, 'aws_lambda_function.it').relations).toContainEqual({
      type: 'depends-on',
      to: { key: { type: 'provider-id', value: queue } },
    });
  });

  it('say part-of once, and not depends-on as well', () => {
    const things = observed(
      aResource({
        type: 'aws_rds_cluster',
        attributes: { id: 'ledger', cluster_identifier: 'ledger' },
      }),
      aResource({
        type: 'aws_rds_cluster_instance',
        attributes: { id: 'ledger-0', cluster_identifier: 'ledger' },
        dependencies: ['aws_rds_cluster.it'],
      }),
    );
    expect(find(things, 'aws_rds_cluster_instance.it').relations).toEqual([
      { type: 'provisioned-by', to: { sourceKey: 'states/shop.tfstate' } },
      {
        type: 'part-of',
        to: { sourceKey: 'states/shop.tfstate/aws_rds_cluster.it' },
      },
    ]);
  });
});

describe('what is rejected', () => {
  it.each([
    ['without an id', { attributes: { arn: anArn('ec2', 'x') } }, 'has no id'],
    ['with an empty id', { attributes: { id: '' } }, 'has no id'],
    ['without attributes', { attributes: null }, 'has no id'],
    ['deposed', { instance: { deposed: 'a1b2c3d4' } }, 'deposed'],
  ])('an instance %s, while the rest is kept', (_, options, reason) => {
    const things = thingsIn(
      aState({
        resources: [vpc, aResource({ type: 'aws_instance', ...options })],
      }),
    );
    expect(things).toHaveLength(3);
    expect(things).toContainEqual({
      rejected: true,
      place: 'states/shop.tfstate#aws_instance.it',
      reason: expect.stringContaining(reason),
    });
    expect(things[0]).toMatchObject({ attributes: { resources: 1 } });
  });

  it('the second of two instances at one address', () => {
    const things = thingsIn(aState({ resources: [vpc, vpc] }));
    expect(things.filter(thing => 'rejected' in thing)).toEqual([
      {
        rejected: true,
        place: 'states/shop.tfstate#aws_vpc.main',
        reason: expect.stringContaining('twice'),
      },
    ]);
  });

  it('not an unknown type that has an ARN in place of an id', () => {
    const things = observed(
      aResource({
        type: 'aws_newthing',
        attributes: { arn: anArn('new', 'thing') },
      }),
    );
    expect(things[1].keys).toEqual([
      { type: 'provider-id', value: anArn('new', 'thing') },
    ]);
  });
});

describe('secrets', () => {
  const SECRET = 'hunter2-must-not-leave';
  const secrets = {
    password: SECRET,
    master_password: SECRET,
    secret: SECRET,
    token: SECRET,
    private_key: SECRET,
    private_key_pem: SECRET,
    user_data: SECRET,
    user_data_base64: SECRET,
    content_base64: SECRET,
    connection_string: SECRET,
    primary_access_key: SECRET,
    ses_smtp_password_v4: SECRET,
    value: SECRET,
    data: { key: SECRET },
    result: SECRET,
    policy: SECRET,
    body: SECRET,
    environment: [{ variables: { DB: SECRET } }],
    environment_variables: { DB: SECRET },
    metadata: [{ annotations: { DB: SECRET } }],
    settings: [{ password: SECRET }],
    auth_token: SECRET,
    tags: {
      team: 'blue',
      'db-password': SECRET,
      'api-key': SECRET,
      apiToken: SECRET,
    },
  };

  it('of no type of the tables leave the file', () => {
    const things = Object.keys(builtInMappings).flatMap(type => [
      aResource({
        type,
        attributes: { id: `id-of-${type}`, ...secrets },
        instance: { private: SECRET },
      }),
    ]);
    const output = JSON.stringify(thingsIn(aState({ resources: things })));
    expect(output).toContain('"team":"blue"');
    expect(output).not.toContain(SECRET);
  });

  it('marked sensitive do not leave it under an allowed name', () => {
    const things = observed(
      aResource({
        type: 'aws_db_instance',
        attributes: { id: 'db', engine: SECRET, identifier: SECRET },
        sensitive: [
          [{ type: 'get_attr', value: 'engine' }],
          [{ type: 'get_attr', value: 'identifier' }],
        ],
      }),
    );
    expect(JSON.stringify(things)).not.toContain(SECRET);
  });

  it('in labels are known by their value too', () => {
    const things = observed(
      aResource({
        type: 'aws_sqs_queue',
        attributes: {
          id: 'q',
          tags: { note: 'ghp_abcdefghijklmnop', cert: '-----BEGIN RSA' },
        },
      }),
    );
    expect(things[1].labels).toEqual({});
  });
});
