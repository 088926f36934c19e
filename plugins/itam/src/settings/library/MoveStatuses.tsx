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

import { Alert, Button, Flex, Select, Text, TextField } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  itamSettingsUpdatePermission,
  LifecycleModelDetail,
  StatusMap,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { Problem, Section, words } from '../../shared';
import { useTexts } from '../../translation';
import { useMoveStatuses } from './useMoveStatuses';

const STAY = 'none';

/** Assets in statuses the newest version lacks, and where they can go. */
export const MoveStatuses = (props: {
  model: LifecycleModelDetail;
  onMoved: () => void;
}) => {
  const { t } = useTexts();
  const { model, onMoved } = props;
  const { allowed } = usePermission({
    permission: itamSettingsUpdatePermission,
  });
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [reason, setReason] = useState('');
  const { busy, error, preview, moved, forget, look, move } = useMoveStatuses(
    model.id,
  );
  const left = model.leftBehind.reduce((sum, { assets }) => sum + assets, 0);
  const map: StatusMap = {
    statuses: chosen,
    ...(reason.trim() && { reason: reason.trim() }),
  };
  const titleOf = (id: string) =>
    [...model.statuses, ...model.leftBehind].find(one => one.id === id)
      ?.title ?? id;

  const choose = (status: string, to: string) => {
    forget();
    setChosen(({ [status]: _, ...rest }) =>
      to === STAY ? rest : { ...rest, [status]: to },
    );
  };

  return (
    <Section title={t('settings.move.title')}>
      <Flex direction="column" gap="3">
        <Text as="p">
          {t('settings.move.introduction', {
            count: left,
            version: String(model.version),
          })}
        </Text>
        {error && <Problem error={error} title={t('settings.move.failed')} />}
        {moved !== undefined && (
          <Alert
            role="status"
            status="success"
            icon
            title={t('settings.move.moved', { count: moved })}
          />
        )}
        {model.leftBehind.map(({ id, title, version, assets }) => (
          <Select
            key={id}
            label={t('settings.move.from', {
              status: title,
              count: assets,
              version: String(version),
            })}
            isDisabled={!allowed || busy}
            options={[
              { id: STAY, label: t('settings.move.stay') },
              ...model.statuses.map(status => ({
                id: status.id,
                label: status.title,
              })),
            ]}
            value={chosen[id] ?? STAY}
            onChange={key => choose(id, String(key))}
          />
        ))}
        {allowed && (
          <>
            <TextField
              label={t('settings.move.reason')}
              maxLength={2000}
              value={reason}
              onChange={setReason}
            />
            {preview && (
              <div role="status">
                <Text as="p">
                  {t('settings.move.previewed', { count: preview.remaining })}
                </Text>
                <ul>
                  {preview.items.map(({ type, from, to, assets }) => (
                    <li key={`${type} ${from}`}>
                      {t('settings.move.line', {
                        type: words(type),
                        from: titleOf(from),
                        to: titleOf(to),
                        count: assets,
                      })}
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <Flex gap="2">
              <Button
                variant="secondary"
                isDisabled={Object.keys(chosen).length === 0}
                isPending={busy}
                onPress={() => look(map)}
              >
                {t('settings.move.preview')}
              </Button>
              {preview && preview.remaining > 0 && (
                <Button
                  variant="primary"
                  isPending={busy}
                  onPress={async () => {
                    await move(map);
                    setChosen({});
                    onMoved();
                  }}
                >
                  {t('settings.move.move', { count: preview.remaining })}
                </Button>
              )}
            </Flex>
          </>
        )}
      </Flex>
    </Section>
  );
};
