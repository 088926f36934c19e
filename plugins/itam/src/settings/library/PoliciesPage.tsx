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

import { Alert, Cell, CellText, Flex, Table, Text } from '@backstage/ui';
import { Policies } from '@itam/plugin-itam-common';
import {
  FactList,
  Problem,
  Quiet,
  Section,
  Waiting,
  words,
} from '../../shared';
import { useTexts } from '../../translation';
import { SettingsPage } from '../SettingsFrame';
import { durationText } from './durationText';
import { usePolicies } from './useLibrary';

/** The policies of the portal as its configuration has them. */
export const PoliciesPage = () => {
  const { t } = useTexts();
  const { value, error, reload } = usePolicies();
  return (
    <SettingsPage
      title={t('settings.page.policies')}
      description={t('settings.policies.introduction')}
    >
      {error && <Problem error={error} onRetry={reload} />}
      {!error && !value && <Waiting />}
      {value && (
        <>
          <Publishing publish={value.publish} />
          <Ownership rules={value.ownership} />
          <Sources sources={value.sources} />
          <Costs costs={value.costs} />
        </>
      )}
    </SettingsPage>
  );
};

function Publishing(props: { publish: Policies['publish'] }) {
  const { t } = useTexts();
  const conditions = useConditions();
  const { enabled, dryRun, maximum, rules } = props.publish;
  return (
    <Section title={t('settings.policies.publishing')}>
      {enabled ? (
        <Flex direction="column" gap="2">
          {dryRun && (
            <Alert status="info" icon title={t('settings.policies.dryRun')} />
          )}
          <Text as="p">
            {t('settings.policies.anyRule')}{' '}
            {t('settings.policies.maximum', {
              maximum: maximum.toLocaleString('en-GB'),
            })}
          </Text>
          <ul>
            {rules.map((rule, index) => (
              <li key={index}>{conditions(rule)}</li>
            ))}
          </ul>
        </Flex>
      ) : (
        <Text as="p">{t('settings.policies.publishingOff')}</Text>
      )}
    </Section>
  );
}

function Ownership(props: { rules: Policies['ownership'] }) {
  const { t } = useTexts();
  const conditions = useConditions();
  return (
    <Section title={t('settings.policies.ownership')}>
      {props.rules.length === 0 ? (
        <Text as="p">{t('settings.policies.noOwnership')}</Text>
      ) : (
        <Flex direction="column" gap="2">
          <Quiet as="p">{t('settings.policies.ownershipHint')}</Quiet>
          <Table
            aria-label={t('settings.policies.ownership')}
            columnConfig={[
              {
                id: 'if',
                label: t('settings.policies.column.if'),
                isRowHeader: true,
                cell: ({ match }) => <Cell>{conditions(match)}</Cell>,
              },
              {
                id: 'then',
                label: t('settings.policies.column.then'),
                cell: ({ then }) => <Cell>{conditions(then)}</Cell>,
              },
            ]}
            data={props.rules.map((rule, index) => ({ id: index, ...rule }))}
            pagination={{ type: 'none' }}
          />
        </Flex>
      )}
    </Section>
  );
}

function Sources(props: { sources: Policies['sources'] }) {
  const { t } = useTexts();
  const onNoMatchText = (onNoMatch: string | undefined) => {
    switch (onNoMatch) {
      case 'register':
      case 'discrepancy':
      case 'ignore':
        return t(`settings.policies.onNoMatch.${onNoMatch}`);
      default:
        return onNoMatch ?? '';
    }
  };
  return (
    <Section title={t('settings.policies.sources')}>
      {props.sources.length === 0 ? (
        <Text as="p">{t('settings.policies.noSources')}</Text>
      ) : (
        <Table
          aria-label={t('settings.policies.sources')}
          columnConfig={[
            {
              id: 'source',
              label: t('settings.policies.column.source'),
              isRowHeader: true,
              cell: ({ title, kind, error }) => (
                <Cell>
                  {title}
                  <Quiet as="div" variant="body-x-small">
                    {error ?? kind}
                  </Quiet>
                </Cell>
              ),
            },
            {
              id: 'schedule',
              label: t('settings.policies.column.schedule'),
              cell: ({ schedule }) => (
                <CellText title={schedule ? durationText(schedule) : ''} />
              ),
            },
            {
              id: 'onNoMatch',
              label: t('settings.policies.column.onNoMatch'),
              cell: ({ onNoMatch }) => (
                <CellText title={onNoMatchText(onNoMatch)} />
              ),
            },
            {
              id: 'missing',
              label: t('settings.policies.column.missing'),
              cell: ({ missingAfter, missingShare }) => (
                <Cell>
                  {missingAfter === undefined
                    ? ''
                    : t('settings.policies.missing', {
                        count: missingAfter,
                        share: String(Math.round((missingShare ?? 0) * 100)),
                      })}
                </Cell>
              ),
            },
          ]}
          data={props.sources.map(source => ({
            ...source,
            id: `${source.kind}/${source.id}`,
          }))}
          pagination={{ type: 'none' }}
        />
      )}
    </Section>
  );
}

function Costs(props: { costs: Policies['costs'] }) {
  const { t } = useTexts();
  const { reportingCurrency, closeAfterDays } = props.costs;
  return (
    <Section title={t('settings.policies.costs')}>
      <FactList
        facts={[
          {
            id: 'currency',
            label: t('settings.policies.reportingCurrency'),
            value:
              reportingCurrency ?? t('settings.policies.noReportingCurrency'),
          },
          {
            id: 'close',
            label: t('settings.policies.closeAfter'),
            value:
              closeAfterDays === undefined
                ? t('settings.policies.defaultDays')
                : t('settings.policies.days', { days: String(closeAfterDays) }),
          },
        ]}
      />
    </Section>
  );
}

/** Says the parts of a rule, for example `Category: cloud or data`. */
function useConditions() {
  const { t } = useTexts();
  return (rule: object): string =>
    Object.entries(rule)
      .map(
        ([name, values]) =>
          `${words(name)}: ${[values].flat().join(t('settings.policies.or'))}`,
      )
      .join('; ') || t('settings.policies.all');
}
