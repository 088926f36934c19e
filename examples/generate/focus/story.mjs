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

// What happened at Perronova between May and October, in factors.

export const grown = (rate, months) => {
  let factor = 1;
  for (let month = 0; month < months; month += 1) {
    factor *= rate;
  }
  return factor;
};

const [JULY, AUGUST, OCTOBER] = [2, 3, 5];
const summer = [1, 1.08, 1.16, 1.18, 1.05, 1.02];

const isStaging = resource => /staging/.test(resource.at);

/** How much is asked of a resource in a month, measured by May. */
export const demandOn = (resource, month) => {
  const [part] = resource.at.split('.');
  switch (part) {
    case 'checkout':
      return grown(1.09, month);
    case 'payment_gateway':
      // The load test ran against production for want of anything like it.
      return month === JULY ? 2.9 : grown(1.02, month);
    case 'edge':
    case 'search':
    case 'mobile':
      return summer[month];
    case 'staging':
    case 'checkout["staging"]':
      return 1;
    default:
      return grown(1.015, month);
  }
};

/** Whether a resource ran in a month at all. */
export const ranIn = (resource, month) => {
  if (isStaging(resource)) {
    return month < OCTOBER;
  }
  switch (`${resource.type} ${resource.called}`) {
    case 'aws_db_instance checkout.replica':
      return month >= AUGUST;
    case 'aws_instance load_test':
      return month === JULY;
    case 'aws_s3_bucket load_test_results':
      return month >= JULY;
    default:
      return true;
  }
};
