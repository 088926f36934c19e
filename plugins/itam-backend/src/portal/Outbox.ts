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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Most messages that wait to be sent. */
const MAX_WAITING = 1000;

/**
 * Sends messages one after the other, behind the back of whoever posts them: a
 * message that cannot be sent is told in the log and nowhere else.
 */
export class Outbox {
  readonly #what: string;
  readonly #logger: LoggerService;
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  #failing = false;

  /** @param options - `what` is sent, in the plural, for the log. */
  constructor(options: { what: string; logger: LoggerService }) {
    this.#what = options.what;
    this.#logger = options.logger;
  }

  /** Sends this when what was posted before is sent. */
  post(send: () => Promise<void>): void {
    if (this.#waiting >= MAX_WAITING) {
      this.#tell(`more than ${MAX_WAITING} wait to be sent`);
      return;
    }
    this.#waiting += 1;
    this.#last = this.#last.then(async () => {
      try {
        await send();
        this.#failing = false;
      } catch (error) {
        this.#tell(toError(error).message);
      }
      this.#waiting -= 1;
    });
  }

  /** Once everything posted so far is sent, or given up. */
  settled(): Promise<void> {
    return this.#last;
  }

  /** A service that is not there would fill the log: it is told once. */
  #tell(reason: string): void {
    const text = `${this.#what} about IT assets get lost: ${reason}`;
    if (this.#failing) {
      this.#logger.debug(text);
    } else {
      this.#failing = true;
      this.#logger.warn(text);
    }
  }
}
