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

import { Link } from '@backstage/core-components';
import {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { Flex, Text } from '@backstage/ui';
import ListItemIcon from '@material-ui/core/ListItemIcon';
import { assetSearchDocumentSchema } from '@itam/plugin-itam-common';
import { ReactElement } from 'react';
import { StatusChip } from '../lifecycle/StatusChip';
import { Quiet } from '../shared';
import { useTexts } from '../translation';

/** An asset among the results of the search: name, type, status, and why. */
export const AssetSearchResult = (props: {
  result?: SearchDocument;
  highlight?: ResultHighlight;
  icon?: ReactElement;
}) => {
  const { t } = useTexts();
  const { highlight, icon } = props;
  const parsed = assetSearchDocumentSchema.safeParse(props.result);
  if (!parsed.success) {
    return null;
  }
  const { title, text, location, assetType, status, stage } = parsed.data;
  return (
    <Flex gap="2" py="2">
      {icon && <ListItemIcon>{icon}</ListItemIcon>}
      <Flex direction="column" gap="1">
        <Link noTrack to={location}>
          <Highlighted field="title" text={title} highlight={highlight} />
        </Link>
        <Quiet>
          <Highlighted field="text" text={text} highlight={highlight} />
        </Quiet>
        <Flex align="center" gap="2">
          <Text variant="body-small">
            {t('portal.search.type', { type: assetType })}
          </Text>
          <StatusChip status={status} title={status} stage={stage} />
        </Flex>
      </Flex>
    </Flex>
  );
};

function Highlighted(props: {
  field: 'title' | 'text';
  text: string;
  highlight?: ResultHighlight;
}) {
  const { field, text, highlight } = props;
  const marked = highlight?.fields[field];
  return highlight && marked ? (
    <HighlightedSearchResultText
      text={marked}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{text}</>
  );
}
