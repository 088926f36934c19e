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

import { Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import { Quiet } from './Quiet';

/** An empty state: what is not there, why, and the next step to take. */
export const Nothing = (props: {
  title: string;
  hint?: string;
  action?: ReactNode;
}) => (
  <Flex direction="column" align="start" gap="2" p="3">
    <Text as="p" variant="body-large" weight="bold">
      {props.title}
    </Text>
    {props.hint && <Quiet as="p">{props.hint}</Quiet>}
    {props.action}
  </Flex>
);
