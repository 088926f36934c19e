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

import { named, tagged } from './awsTags.mjs';

const ROOT_ZONE = 'perronova.example';
const ZONE = 'module.edge.aws_route53_zone.public';

export const awsNetworkBuilders = {
  aws_vpc: {
    schema: 1,
    build: ({ cidr = '10.20.0.0/16' }, c) => ({
      arn: c.arn('ec2', `vpc/${c.ownId('vpc')}`),
      assign_generated_ipv6_cidr_block: false,
      cidr_block: cidr,
      default_security_group_id: c.idOf('sg', `${c.called}-default`),
      enable_dns_hostnames: true,
      enable_dns_support: true,
      id: c.ownId('vpc'),
      instance_tenancy: 'default',
      ipv6_cidr_block: '',
      main_route_table_id: c.idOf('rtb', `${c.called}-main`),
      owner_id: c.account,
      ...named(c),
    }),
  },
  aws_subnet: {
    schema: 1,
    minutes: 10,
    build: ({ key, cidr, open = false }, c) => ({
      arn: c.arn('ec2', `subnet/${c.ownId('subnet')}`),
      assign_ipv6_address_on_creation: false,
      availability_zone: `${c.region}${key}`,
      cidr_block: cidr,
      id: c.ownId('subnet'),
      map_public_ip_on_launch: open,
      owner_id: c.account,
      timeouts: null,
      vpc_id: c.idOf('vpc', 'module.network.aws_vpc.main'),
      ...named(c),
    }),
  },
  aws_internet_gateway: {
    minutes: 20,
    build: (_, c) => ({
      arn: c.arn('ec2', `internet-gateway/${c.ownId('igw')}`),
      id: c.ownId('igw'),
      owner_id: c.account,
      timeouts: null,
      vpc_id: c.idOf('vpc', 'module.network.aws_vpc.main'),
      ...named(c),
    }),
  },
  aws_eip: {
    minutes: 15,
    build: ({ address }, c) => ({
      address: null,
      allocation_id: c.ownId('eipalloc'),
      arn: c.arn('ec2', `elastic-ip/${c.ownId('eipalloc')}`),
      domain: 'vpc',
      id: c.ownId('eipalloc'),
      instance: '',
      network_border_group: c.region,
      public_ip: address,
      public_ipv4_pool: 'amazon',
      timeouts: null,
      vpc: true,
      ...named(c),
    }),
  },
  aws_nat_gateway: {
    minutes: 10,
    build: ({ address }, c) => ({
      allocation_id: c.idOf(
        'eipalloc',
        'module.network.module.nat.aws_eip.this[0]',
      ),
      connectivity_type: 'public',
      id: c.ownId('nat'),
      public_ip: address,
      private_ip: '10.20.0.17',
      subnet_id: c.idOf('subnet', `module.network.aws_subnet.public["a"]`),
      timeouts: null,
      ...named(c),
    }),
  },
  aws_route_table: {
    minutes: 5,
    build: (_, c) => ({
      arn: c.arn('ec2', `route-table/${c.ownId('rtb')}`),
      id: c.ownId('rtb'),
      owner_id: c.account,
      propagating_vgws: [],
      timeouts: null,
      vpc_id: c.idOf('vpc', 'module.network.aws_vpc.main'),
      ...named(c),
    }),
  },
  aws_route: {
    minutes: 5,
    build: ({ table, nat }, c) => ({
      destination_cidr_block: '0.0.0.0/0',
      gateway_id: nat
        ? ''
        : c.idOf('igw', 'module.network.aws_internet_gateway.main'),
      id: `r-${c.idOf(
        'rtb',
        `module.network.aws_route_table.${table}`,
      )}1080289494`,
      nat_gateway_id: nat
        ? c.idOf('nat', 'module.network.module.nat.aws_nat_gateway.this[0]')
        : '',
      origin: 'CreateRoute',
      route_table_id: c.idOf('rtb', `module.network.aws_route_table.${table}`),
      state: 'active',
      timeouts: null,
    }),
  },
  aws_route_table_association: {
    minutes: 5,
    build: ({ table, subnet }, c) => ({
      gateway_id: '',
      id: c.ownId('rtbassoc'),
      route_table_id: c.idOf('rtb', `module.network.aws_route_table.${table}`),
      subnet_id: c.idOf('subnet', subnet),
      timeouts: null,
    }),
  },
  aws_security_group: {
    schema: 1,
    minutes: 10,
    build: ({ about }, c) => ({
      arn: c.arn('ec2', `security-group/${c.ownId('sg')}`),
      description: about,
      egress: [],
      id: c.ownId('sg'),
      ingress: [],
      name: c.called,
      name_prefix: '',
      owner_id: c.account,
      revoke_rules_on_delete: false,
      timeouts: null,
      vpc_id: c.idOf('vpc', 'module.network.aws_vpc.main'),
      ...named(c),
    }),
  },
  aws_security_group_rule: {
    schema: 2,
    minutes: 5,
    build: ({ group, port }, c) => ({
      cidr_blocks: ['10.20.0.0/16'],
      description: `port ${port} from the network`,
      from_port: port,
      id: `sgrule-${c.number(10)}`,
      protocol: 'tcp',
      security_group_id: c.idOf('sg', group),
      security_group_rule_id: c.ownId('sgr'),
      self: false,
      timeouts: null,
      to_port: port,
      type: 'ingress',
    }),
  },
  aws_vpc_endpoint: {
    minutes: 10,
    build: ({ service }, c) => ({
      arn: c.arn('ec2', `vpc-endpoint/${c.ownId('vpce')}`),
      auto_accept: null,
      id: c.ownId('vpce'),
      owner_id: c.account,
      service_name: `com.amazonaws.${c.region}.${service}`,
      state: 'available',
      timeouts: null,
      vpc_endpoint_type: 'Gateway',
      vpc_id: c.idOf('vpc', 'module.network.aws_vpc.main'),
      ...named(c),
    }),
  },
  aws_lb: {
    minutes: 10,
    build: ({ kind = 'application', internal = false }, c) => {
      const prefix = kind === 'network' ? 'net' : 'app';
      const path = `${prefix}/${c.called}/${c.hex(16)}`;
      const arn = c.arn('elasticloadbalancing', `loadbalancer/${path}`);
      return {
        arn,
        arn_suffix: path,
        dns_name: `${c.called}-${c.number(9)}.${c.region}.elb.amazonaws.com`,
        enable_deletion_protection: true,
        id: arn,
        idle_timeout: 60,
        internal,
        ip_address_type: 'ipv4',
        load_balancer_type: kind,
        name: c.called,
        timeouts: null,
        vpc_id: c.idOf('vpc', 'module.network.aws_vpc.main'),
        zone_id: 'Z32O12XQLNTSW2',
        ...tagged(c),
      };
    },
  },
  aws_lb_target_group: {
    build: ({ port = 8080 }, c) => {
      const path = `targetgroup/${c.called}/${c.hex(16)}`;
      const arn = c.arn('elasticloadbalancing', path);
      return {
        arn,
        arn_suffix: path,
        id: arn,
        name: c.called,
        port,
        protocol: 'HTTP',
        target_type: 'ip',
        vpc_id: c.idOf('vpc', 'module.network.aws_vpc.main'),
        ...tagged(c),
      };
    },
  },
  aws_lb_listener: {
    minutes: 5,
    build: ({ balancer, at }, c) => {
      const owner = `module.${at}.aws_lb.${balancer}`;
      const path = `app/${at}-${balancer}/${c.hexOf(owner, 16)}`;
      const arn = c.arn(
        'elasticloadbalancing',
        `listener/${path}/${c.hex(16)}`,
      );
      return {
        arn,
        id: arn,
        load_balancer_arn: c.arn(
          'elasticloadbalancing',
          `loadbalancer/${path}`,
        ),
        port: 443,
        protocol: 'HTTPS',
        ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        timeouts: null,
        ...tagged(c),
      };
    },
  },
  aws_route53_zone: {
    build: ({ domain = ROOT_ZONE, inside = false }, c) => {
      const id = `Z${c.hex(20).toUpperCase()}`;
      return {
        arn: `arn:aws:route53:::hostedzone/${id}`,
        comment: 'Managed by Terraform',
        delegation_set_id: '',
        force_destroy: false,
        id,
        name: domain,
        name_servers: [`ns-101.awsdns-12.com`, `ns-1540.awsdns-00.co.uk`],
        primary_name_server: 'ns-101.awsdns-12.com',
        vpc: inside
          ? [
              {
                vpc_id: c.idOf('vpc', 'module.network.aws_vpc.main'),
                vpc_region: c.region,
              },
            ]
          : [],
        zone_id: id,
        ...tagged(c),
      };
    },
  },
  aws_route53_record: {
    schema: 2,
    build: ({ host, to, kind = 'CNAME' }, c) => {
      const zone = `Z${c.hexOf(ZONE, 20).toUpperCase()}`;
      return {
        alias: [],
        allow_overwrite: null,
        fqdn: `${host}.${ROOT_ZONE}`,
        health_check_id: '',
        id: `${zone}_${host}.${ROOT_ZONE}_${kind}`,
        name: `${host}.${ROOT_ZONE}`,
        records: [to],
        set_identifier: '',
        ttl: 300,
        type: kind,
        zone_id: zone,
      };
    },
  },
  aws_acm_certificate: {
    build: ({ domain }, c) => {
      const arn = c.arn('acm', `certificate/${c.uuid()}`);
      return {
        arn,
        certificate_authority_arn: '',
        certificate_body: null,
        domain_name: domain,
        id: arn,
        key_algorithm: 'RSA_2048',
        not_after: '2027-03-14T23:59:59Z',
        not_before: '2026-02-13T00:00:00Z',
        private_key: null,
        renewal_eligibility: 'ELIGIBLE',
        status: 'ISSUED',
        subject_alternative_names: [domain],
        type: 'AMAZON_ISSUED',
        validation_method: 'DNS',
        ...tagged(c),
      };
    },
    sensitive: ['private_key'],
  },
  aws_cloudfront_distribution: {
    schema: 1,
    build: ({ domain }, c) => {
      const id = `E${c.hex(13).toUpperCase()}`;
      return {
        aliases: [domain],
        arn: `arn:aws:cloudfront::${c.account}:distribution/${id}`,
        comment: 'Shop front and its static files',
        domain_name: `d${c.hex(13, 'domain')}.cloudfront.net`,
        enabled: true,
        hosted_zone_id: 'Z2FDTNDATAQYW2',
        http_version: 'http2and3',
        id,
        is_ipv6_enabled: true,
        last_modified_time: '2026-09-30 08:14:02.117 +0000 UTC',
        price_class: 'PriceClass_100',
        status: 'Deployed',
        ...tagged(c),
      };
    },
  },
  aws_wafv2_web_acl: {
    build: (_, c) => ({
      arn: c.arn('wafv2', `regional/webacl/${c.called}/${c.uuid()}`),
      capacity: 725,
      description: 'Managed rule groups in front of the shop',
      id: c.uuid(),
      lock_token: c.hex(32, 'lock'),
      name: c.called,
      scope: 'REGIONAL',
      ...tagged(c),
    }),
  },
};
