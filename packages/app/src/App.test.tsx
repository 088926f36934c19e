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

import { render, screen } from '@testing-library/react';
import App from './App';

const CONFIG = {
  app: { title: 'Test portal', baseUrl: 'http://localhost' },
  backend: { baseUrl: 'http://localhost' },
};

describe('App', () => {
  const env = process.env;

  afterEach(() => {
    process.env = env;
  });

  it('asks a visitor to sign in', async () => {
    // The app takes a ready parsed configuration from here when it runs outside
    // of a page.
    const withConfig: NodeJS.ProcessEnv = { ...env, NODE_ENV: 'test' };
    Object.assign(withConfig, {
      APP_CONFIG: [{ context: 'test', data: CONFIG }],
    });
    process.env = withConfig;

    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }),
    ).toBeInTheDocument();
  });
});
