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

import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { ReactNode } from 'react';
import { Helmet } from 'react-helmet';
import { useTexts } from '../translation';

/** Puts the name of what is shown into the title of the browser's page. */
export const PageTitle = (props: { name: string }) => {
  const { t } = useTexts();
  const portal = useApi(configApiRef).getOptionalString('app.title');
  const parts = [props.name, t('shared.page.title'), portal];
  return <Helmet title={parts.filter(Boolean).join(' | ')} />;
};

/**
 * A page below a tab: its name ends the breadcrumbs and begins the title. In
 * the old frontend system, which has no such breadcrumbs, it is the title only.
 */
export const NamedPage = (props: {
  name: string;
  href: string;
  children: ReactNode;
}) => (
  <BreadcrumbEntry entry={{ label: props.name, href: props.href }}>
    <PageTitle name={props.name} />
    {props.children}
  </BreadcrumbEntry>
);
