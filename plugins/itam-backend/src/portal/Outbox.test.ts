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

import { mockServices } from '@backstage/backend-test-utils';
import { Outbox } from './Outbox';

function anOutbox() {
  const logger = mockServices.logger.mock();
  return { logger, outbox: new Outbox({ what: 'Events', logger }) };
}

const fail = () => Promise.reject(new Error('away'));

describe('the outbox', () => {
  it('sends one after the other', async () => {
    const { outbox } = anOutbox();
    const sent: string[] = [];
    outbox.post(async () => {
      await new Promise(resolve => setTimeout(resolve, 20));
      sent.push('slow');
    });
    outbox.post(async () => {
      sent.push('quick');
    });
    expect(sent).toEqual([]);
    await outbox.settled();
    expect(sent).toEqual(['slow', 'quick']);
  });

  it('goes on after a failure, and warns once until it works again', async () => {
    const { outbox, logger } = anOutbox();
    const sent: string[] = [];
    outbox.post(fail);
    outbox.post(fail);
    outbox.post(async () => {
      sent.push('worked');
    });
    outbox.post(fail);
    await outbox.settled();
    expect(sent).toEqual(['worked']);
    expect(logger.warn.mock.calls.map(([text]) => text)).toEqual([
      'Events about IT assets get lost: away',
      'Events about IT assets get lost: away',
    ]);
  });

  it('gives up what comes while a thousand wait', async () => {
    const { outbox, logger } = anOutbox();
    const send = jest.fn(async () => {});
    for (let n = 0; n < 1200; n += 1) {
      outbox.post(send);
    }
    await outbox.settled();
    expect(send).toHaveBeenCalledTimes(1000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
