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

import { serverProblems } from './serverProblems';

describe('serverProblems', () => {
  it('puts each part of a message at its field', () => {
    const error = new Error(
      'body.owner: no such group; body.attributes.memory: must be a number (GiB)',
    );

    expect(serverProblems(error, ['owner', 'attributes.memory'])).toEqual({
      atFields: {
        owner: 'no such group',
        'attributes.memory': 'must be a number (GiB)',
      },
      others: [],
    });
  });

  it('knows the facts of a refused transition', () => {
    const error = new Error(
      'receive is not possible now: facts.order.line: Order line is not known. Link the order.',
    );

    expect(serverProblems(error, ['facts.order.line']).atFields).toEqual({
      'facts.order.line': 'Order line is not known. Link the order.',
    });
  });

  it('puts a part of a value at the field of the value', () => {
    const error = new Error('body.purchaseCost.amount: must be a decimal');

    expect(serverProblems(error, ['purchaseCost']).atFields).toEqual({
      purchaseCost: 'must be a decimal',
    });
  });

  it('keeps what is about no field', () => {
    const error = new Error('Two assets depend on it. Move them first.');

    expect(serverProblems(error, ['owner'])).toEqual({
      atFields: {},
      others: ['Two assets depend on it. Move them first.'],
    });
  });
});
