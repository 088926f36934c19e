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

// The words AWS has for types, regions and services.

export const types = {
  aws_instance: 'instance',
  aws_ebs_volume: 'volume',
  aws_ebs_snapshot: 'snapshot',
  aws_db_instance: 'db',
  aws_rds_cluster: 'cluster',
  aws_rds_cluster_instance: 'db',
  aws_s3_bucket: 'bucket',
  aws_lambda_function: 'function',
  aws_dynamodb_table: 'table',
  aws_lb: 'loadbalancer',
  aws_nat_gateway: 'natgateway',
  aws_cloudfront_distribution: 'distribution',
};

export const regions = {
  'eu-west-1': 'EU (Ireland)',
  'eu-central-1': 'EU (Frankfurt)',
};

export const services = {
  ec2: ['Amazon Elastic Compute Cloud', 'Compute'],
  ebs: ['Amazon Elastic Block Store', 'Storage'],
  ecs: ['Amazon Elastic Container Service', 'Compute'],
  ecr: ['Amazon EC2 Container Registry', 'Compute'],
  eks: ['Amazon Elastic Kubernetes Service', 'Compute'],
  efs: ['Amazon Elastic File System', 'Storage'],
  elb: ['Elastic Load Balancing', 'Networking'],
  elasticache: ['Amazon ElastiCache', 'Databases'],
  rds: ['Amazon Relational Database Service', 'Databases'],
  dynamodb: ['Amazon DynamoDB', 'Databases'],
  opensearch: ['Amazon OpenSearch Service', 'Analytics'],
  msk: ['Amazon Managed Streaming for Apache Kafka', 'Analytics'],
  kinesis: ['Amazon Kinesis', 'Analytics'],
  s3: ['Amazon Simple Storage Service', 'Storage'],
  lambda: ['AWS Lambda', 'Compute'],
  vpc: ['Amazon Virtual Private Cloud', 'Networking'],
  transfer: ['AWS Data Transfer', 'Networking'],
  cloudfront: ['Amazon CloudFront', 'Networking'],
  waf: ['AWS WAF', 'Security'],
  apigateway: ['Amazon API Gateway', 'Networking'],
  cloudwatch: ['AmazonCloudWatch', 'Management and Governance'],
  cloudtrail: ['AWS CloudTrail', 'Management and Governance'],
  backup: ['AWS Backup', 'Storage'],
  sqs: ['Amazon Simple Queue Service', 'Integration'],
  sns: ['Amazon Simple Notification Service', 'Integration'],
  kms: ['AWS Key Management Service', 'Security'],
  secrets: ['AWS Secrets Manager', 'Security'],
  guardduty: ['Amazon GuardDuty', 'Security'],
  route53: ['Amazon Route 53', 'Networking'],
  domains: ['Amazon Registrar', 'Networking'],
  savings: ['Savings Plans for AWS Compute usage', 'Compute'],
  support: ['AWS Support (Business)', 'Other'],
  market: ['Gleisblick Tracing for Kubernetes', 'Other'],
  invoice: ['AWS', 'Other'],
};
