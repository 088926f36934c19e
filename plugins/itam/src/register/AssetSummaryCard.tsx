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
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Flex, Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  assetCategorySchema,
  EntitySummary,
  lifecycleStageSchema,
} from '@itam/plugin-itam-common';
import { EntityCostSummary } from '../costs';
import { StatusChip } from '../lifecycle';
import { assetsRouteRef } from '../routes';
import { Problem, Quiet, Waiting, words } from '../shared';
import { useTexts } from '../translation';
import { CountBars } from './CountBars';
import { EmptyRegister } from './EmptyRegister';
import { SourceReadings } from './SourceReadings';
import { UNOWNED } from './filterOptions';
import { useEntitySummary } from './useEntitySummary';

const useStyles = makeStyles({
  link: { display: 'inline-block', lineHeight: '24px' },
});

/** The assets of an entity in figures. */
export const AssetSummaryCard = (props: { entityRef: string }) => {
  const { t } = useTexts();
  const listPath = useEntityListPath(props.entityRef);
  const { value, error, reload } = useEntitySummary(props.entityRef);
  return (
    <EntityInfoCard
      title={t('register.card.title')}
      footerActions={
        value &&
        value.total > 0 && (
          <Link href={listPath({})}>{t('register.card.showAll')}</Link>
        )
      }
    >
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting />}
      {value?.total === 0 && <EmptyRegister ofEntity />}
      {value && value.total > 0 && (
        <Summary summary={value} listPath={listPath} />
      )}
    </EntityInfoCard>
  );
};

type ListPath = ReturnType<typeof useEntityListPath>;

/** The path of the list of the entity's assets, filtered. */
function useEntityListPath(entityRef: string) {
  const assetsPath = useRouteRef(assetsRouteRef);
  return (filter: Record<string, string>) =>
    `${assetsPath()}?${new URLSearchParams({ entity: entityRef, ...filter })}`;
}

function Summary(props: { summary: EntitySummary; listPath: ListPath }) {
  const classes = useStyles();
  const { t } = useTexts();
  const { summary, listPath } = props;
  return (
    <Flex direction="column" gap="4">
      <Text variant="title-small" weight="bold">
        <Link
          href={listPath({})}
          variant="title-small"
          weight="bold"
          standalone
        >
          {t('register.card.total', { count: summary.total })}
        </Link>
      </Text>
      {summary.costs && (
        <EntityCostSummary
          costs={summary.costs}
          entityRef={summary.entityRef}
        />
      )}
      <CountBars
        label={t('register.card.byCategory')}
        counts={summary.byCategory.map(({ category, count }) => {
          const known = assetCategorySchema.safeParse(category);
          return {
            id: category,
            label: known.success
              ? t(`shared.category.${known.data}`)
              : words(category),
            count,
            href: listPath({ category }),
          };
        })}
      />
      <Flex
        gap="2"
        aria-label={t('register.card.byStatus')}
        role="group"
        style={{ flexWrap: 'wrap' }}
      >
        {summary.byStatus.map(({ status, stage, count }) => (
          <Link key={status} href={listPath({ status })}>
            <StatusChip
              status={status}
              stage={lifecycleStageSchema.catch('use').parse(stage)}
              count={count}
            />
          </Link>
        ))}
      </Flex>
      <div>
        <Quiet as="h4" variant="body-small">
          {t('register.card.attention')}
        </Quiet>
        {summary.unowned + summary.disputed === 0 && (
          <Text>{t('register.card.nothingToDo')}</Text>
        )}
        {summary.unowned > 0 && (
          <div>
            <Link href={listPath({ owner: UNOWNED })} className={classes.link}>
              {t('register.card.unowned', { count: summary.unowned })}
            </Link>
          </div>
        )}
        {summary.disputed > 0 && (
          <div>
            <Link
              href={listPath({ disputed: 'true' })}
              className={classes.link}
            >
              {t('register.card.disputed', { count: summary.disputed })}
            </Link>
          </div>
        )}
      </div>
      <SourceReadings readings={summary.readings} />
    </Flex>
  );
}
