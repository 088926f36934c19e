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

// How much of it the resources of AWS used in May, where it is not the usual.

export const awsVolumes = {
  // DynamoDB: millions of request units
  'checkout.carts': { writes: 520, reads: 910, gib: 160 },
  'order_api.reservations': { writes: 290, reads: 540, gib: 95 },
  'fraud.signals': { writes: 215, reads: 380, gib: 240 },
  'search.stations': { writes: 1, reads: 820, gib: 2 },
  'edge.feature_flags': { writes: 0.2, reads: 460, gib: 1 },
  'mobile.devices': { writes: 58, reads: 120, gib: 34 },
  'refunds.decisions': { writes: 6, reads: 9, gib: 8 },

  // S3: GiB, millions of requests
  'checkout.receipts': { gib: 8900, requests: 14, grows: 1.05 },
  'checkout.receipts_export_2023': { gib: 13800, requests: 0.001, grows: 1 },
  'order_api.ticket_pdfs': { gib: 19600, requests: 22, grows: 1.05 },
  'payment_gateway.settlement_files': { gib: 5200, requests: 1 },
  'fraud.models': { gib: 3100, requests: 0.4 },
  'observability.traces': { gib: 26800, requests: 38, grows: 1.06 },
  'runners.cache': { gib: 9400, requests: 31 },
  artefacts: { gib: 16200, requests: 9, grows: 1.04 },
  'edge.shop_images': { gib: 7300, requests: 12 },
  'edge.shop_access_logs': { gib: 21400, requests: 18, grows: 1.07 },
  'edge.shop_static': { gib: 60, requests: 3 },
  'search.snapshots': { gib: 6100, requests: 1 },
  old_website: { gib: 310, requests: 0.002, grows: 1 },
  terraform_states: { gib: 2, requests: 0.1, grows: 1 },
  load_test_results: { gib: 6400, requests: 0.01, grows: 1 },
  'checkout["staging"].receipts': { gib: 90, requests: 0.1, grows: 1 },

  // Fargate: vCPU and GiB in use
  'checkout.web': { cpus: 20, memory: 40 },
  'order_api.api': { cpus: 20, memory: 48 },
  'payment_gateway.core': { cpus: 14, memory: 28 },

  // Lambda: millions of calls, thousands of GB-seconds
  'fraud.score': { calls: 96, work: 21500 },
  'edge.image_resize': { calls: 41, work: 17800 },
  'order_api.ticket_renderer': { calls: 9, work: 9200 },
  'checkout.receipt_renderer': { calls: 7, work: 5400 },
  'checkout.cart_expiry': { calls: 3, work: 240 },
  'search.indexer': { calls: 18, work: 8700 },
  'payment_gateway.provider_webhook': { calls: 22, work: 3100 },
  'mobile.push_sender': { calls: 35, work: 1900 },
  'refunds.worker': { calls: 2, work: 310 },

  // Load balancers: capacity units on average
  'checkout.public': { units: 21 },
  'edge.shop': { units: 46 },
  'search.api': { units: 24 },

  // Logs: GiB taken in. NAT: GiB through it.
  'network.nat.this.0': { gib: 22400 },

  // Millions of requests
  'checkout.confirmed_orders': { requests: 19 },
  'checkout.confirmed_orders_dead': { requests: 0.02 },
  'checkout["staging"].confirmed_orders': { requests: 0.1 },
  'order_api.ticket_issue': { requests: 17 },
  'order_api.ticket_issue_dead': { requests: 0.01 },
  'order_api.order_events': { requests: 28 },
  'payment_gateway.captures': { requests: 24 },
  'payment_gateway.captures_dead': { requests: 0.03 },
  'payment_gateway.payment_events': { requests: 31 },
  'refunds.requests': { requests: 0.9 },
  'search.reindex': { requests: 6 },
  'search.reindex_dead': { requests: 0.01 },
  'edge.newsletter_signups': { requests: 0.2 },
  'mobile.push': { requests: 36 },
  'payment_gateway.card_data': { requests: 26 },
  'checkout.data': { requests: 11 },
};
