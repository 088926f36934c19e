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

import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test } from '@playwright/test';
import { RESULTS } from './portal';

/**
 * Rules that the host portal's header breaks on the pages of a plugin: its tabs
 * name panels (`aria-controls`) that it does not render. The rule is left out for
 * the whole page there, our content included.
 */
export const BROKEN_BY_HOST_TABS = ['aria-valid-attr-value'];

const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Keeps a picture of the page in test-results/screenshots, named after the
 * Playwright project and `name`.
 */
export async function takeScreenshot(
  page: Page,
  name: string,
  options: { fullPage?: boolean } = {},
) {
  await page.screenshot({
    path: screenshotFile(name),
    animations: 'disabled',
    ...options,
  });
}

/** Where the picture of this name is kept. */
export function screenshotFile(name: string): string {
  const { name: project } = test.info().project;
  return join(RESULTS, 'screenshots', project, `${name}.png`);
}

/**
 * Checks a page against WCAG 2.2 AA.
 *
 * The host portal's sidebar is left out. `include` narrows the check further;
 * `disableRules` names axe rules that the host portal breaks around our content.
 */
export async function expectAccessible(
  page: Page,
  options: { include?: string; disableRules?: string[] } = {},
) {
  const { include = 'body', disableRules = [] } = options;
  const { violations } = await new AxeBuilder({ page })
    .include(include)
    .exclude('nav[aria-label="sidebar nav"]')
    .withTags(WCAG_AA)
    .disableRules(disableRules)
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help}: ${node.html}`),
  );
  expect(found, 'accessibility violations').toEqual([]);
}
