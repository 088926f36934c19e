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

import { useRouteRef } from '@backstage/core-plugin-api';
import { Container, Header, Link, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import { NamesProvider } from '../names';
import { assetRouteRef } from '../routes';
import { PageTitle, Quiet } from '../shared';

/** A page that is one list, with what narrows it down. */
export const ListPage = (props: {
  title: string;
  hint: string;
  filters?: ReactNode;
  children: ReactNode;
}) => (
  <main>
    <NamesProvider of={['types', 'models', 'sources']}>
      <PageTitle name={props.title} />
      <Header title={props.title} />
      <Container mb="6">
        <Quiet as="p">{props.hint}</Quiet>
        {props.filters}
        {props.children}
      </Container>
    </NamesProvider>
  </main>
);

/** An asset by name and tag, leading to its page. */
export const AssetLink = (props: { tag: string; name: string }) => {
  const assetPath = useRouteRef(assetRouteRef);
  return (
    <>
      <Link href={assetPath({ tag: props.tag })}>{props.name}</Link>{' '}
      <Text variant="body-small">{props.tag}</Text>
    </>
  );
};
