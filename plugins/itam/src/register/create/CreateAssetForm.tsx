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
import {
  Alert,
  Button,
  Card,
  CardBody,
  Flex,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import { AssetTypeDetail, TransitionItem } from '@itam/plugin-itam-common';
import { FormEvent, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import {
  DocumentEntry,
  EvidenceFields,
  givenDocuments,
  TransitionReasons,
  useFactTexts,
} from '../../lifecycle';
import { assetRouteRef } from '../../routes';
import { Problem, Quiet, words } from '../../shared';
import { useTexts } from '../../translation';
import { FieldGroups, focusFault, useAssetFields, useDraft } from '../form';
import { creationGroups, creationOf, startsOf } from './creationForm';
import { useCreateAsset } from './useCreation';

const NO_VALUES = {};

/** The form of a new asset of a type, with what its first transition asks. */
export const CreateAssetForm = (props: {
  type: AssetTypeDetail;
  transitions: TransitionItem[];
}) => {
  const { t } = useTexts();
  const { type, transitions } = props;
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const assetPath = useRouteRef(assetRouteRef);
  const starts = startsOf(transitions);
  const [startId, setStartId] = useState<string | undefined>(starts[0]?.id);
  const start = starts.find(({ id }) => id === startId);
  const [to, setTo] = useState<string | undefined>(start?.to[0]);
  const [tag, setTag] = useState('');
  const [reason, setReason] = useState('');
  const [strict, setStrict] = useState(false);
  const [documents, setDocuments] = useState<Record<string, DocumentEntry>>({});

  const factTexts = useFactTexts();
  const assetGroups = useAssetFields(type);
  const groups = useMemo(
    () =>
      creationGroups({
        groups: assetGroups,
        start,
        type,
        texts: { ...factTexts, asksToo: t('register.create.asksToo') },
      }),
    [assetGroups, start, type, factTexts, t],
  );
  const fields = useMemo(() => groups.flatMap(at => at.fields), [groups]);
  const texts = useMemo(() => ({ required: t('form.missing') }), [t]);
  const draft = useDraft({ fields, initial: NO_VALUES, texts });
  const creating = useCreateAsset(error => {
    draft.refuse(error);
    focusFault(form.current);
  });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setStrict(true);
    if (!draft.complete()) {
      focusFault(form.current);
      return;
    }
    const created = await creating.run(
      creationOf({
        type: type.id,
        values: draft.values,
        start,
        to,
        tag,
        evidence: givenDocuments(documents),
        reason,
      }),
    );
    if (created) {
      navigate(assetPath({ tag: created.tag }));
    }
  };

  if (starts.length === 0 && transitions.length > 0) {
    return (
      <Alert
        role="alert"
        status="info"
        icon
        title={t('register.create.forbidden')}
        description={
          <TransitionReasons
            reasons={transitions.flatMap(({ reasons }) => reasons)}
          />
        }
      />
    );
  }
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Card>
        <CardBody>
          <Flex direction="column" gap="5">
            {starts.length > 0 && (
              <Select
                label={t('register.create.start')}
                description={t('register.create.startHint')}
                options={starts.map(({ id, title }) => ({ id, label: title }))}
                value={startId ?? null}
                onChange={key => {
                  const next = starts.find(({ id }) => id === key);
                  setStartId(next?.id);
                  setTo(next?.to[0]);
                }}
              />
            )}
            {start && start.to.length > 1 && (
              <Select
                label={t('lifecycle.dialog.to')}
                options={start.to.map(id => ({ id, label: words(id) }))}
                value={to ?? null}
                onChange={key => setTo(String(key))}
              />
            )}
            <FieldGroups groups={groups} draft={draft} />
            {start && start.evidence.length > 0 && (
              <Flex direction="column" gap="3">
                <Text as="h3" variant="body-medium" weight="bold">
                  {t('lifecycle.document.title')}
                </Text>
                <EvidenceFields
                  wanted={start.evidence}
                  entries={documents}
                  onChange={(doc, entry) =>
                    setDocuments(before => ({ ...before, [doc]: entry }))
                  }
                  strict={strict}
                />
              </Flex>
            )}
            <TextField
              label={t('register.create.tag')}
              description={t('register.create.tagHint')}
              maxLength={63}
              value={tag}
              onChange={setTag}
            />
            <TextField
              label={t('register.edit.reason')}
              description={t('register.edit.reasonHint')}
              maxLength={2000}
              value={reason}
              onChange={setReason}
            />
            <div aria-live="polite">
              {creating.error && (
                <Problem
                  error={creating.error}
                  title={t('register.create.failed')}
                />
              )}
              {strict && draft.faults > 0 && (
                <Quiet as="p">
                  {t('form.faults', { count: draft.faults })}
                </Quiet>
              )}
            </div>
            <Flex justify="end">
              <Button type="submit" isPending={creating.busy}>
                {t('register.create.submit')}
              </Button>
            </Flex>
          </Flex>
        </CardBody>
      </Card>
    </form>
  );
};
