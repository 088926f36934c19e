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
import { usePermission } from '@backstage/plugin-permission-react';
import { Alert, Button, Container, Flex, Text } from '@backstage/ui';
import { itamAssetCreatePermission } from '@itam/plugin-itam-common';
import { useSearchParams } from 'react-router-dom';
import { newAssetRouteRef } from '../../routes';
import { NamedPage, PageHeader, Problem, Waiting } from '../../shared';
import { useTexts } from '../../translation';
import { useAssetType } from '../form';
import { CreateAssetForm } from './CreateAssetForm';
import { TypeChooser } from './TypeChooser';
import { useCreationTransitions } from './useCreation';

const TYPE = 'type';

/** Registers an asset: what it is, then what there is to say of it. */
export const NewAssetPage = () => {
  const { t } = useTexts();
  const newAssetPath = useRouteRef(newAssetRouteRef);
  const [search, setSearch] = useSearchParams();
  const may = usePermission({ permission: itamAssetCreatePermission });
  const type = search.get(TYPE);
  return (
    <NamedPage name={t('register.create.title')} href={newAssetPath()}>
      <PageHeader title={t('register.create.title')} />
      <Container mb="6">
        {may.loading && <Waiting />}
        {!may.loading && !may.allowed && (
          <Alert
            role="alert"
            status="info"
            icon
            title={t('register.create.forbidden')}
            description={t('register.create.forbiddenHint')}
          />
        )}
        {may.allowed &&
          (type ? (
            <ChosenType
              key={type}
              type={type}
              onLeave={() => setSearch(new URLSearchParams())}
            />
          ) : (
            <TypeChooser
              onChoose={chosen =>
                setSearch(new URLSearchParams({ [TYPE]: chosen }))
              }
            />
          ))}
      </Container>
    </NamedPage>
  );
};

function ChosenType(props: { type: string; onLeave: () => void }) {
  const { t } = useTexts();
  const type = useAssetType(props.type);
  const transitions = useCreationTransitions(props.type);
  const error = type.error ?? transitions.error;
  return (
    <Flex direction="column" gap="4">
      <Flex align="center" gap="2">
        <Text weight="bold">
          {t('register.create.chosen', {
            type: type.value?.title ?? props.type,
          })}
        </Text>
        <Button size="small" variant="tertiary" onPress={props.onLeave}>
          {t('register.create.other')}
        </Button>
      </Flex>
      {error && (
        <Problem
          error={error}
          onRetry={() => {
            type.reload();
            transitions.reload();
          }}
        />
      )}
      {!error && !(type.value && transitions.value) && <Waiting lines={8} />}
      {type.value && transitions.value && (
        <CreateAssetForm type={type.value} transitions={transitions.value} />
      )}
    </Flex>
  );
}
