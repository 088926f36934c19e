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

import { Button, Flex } from '@backstage/ui';
import { AssetDetail, OpenFact } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { useTexts } from '../translation';
import { AssignFactDialog } from './AssignFactDialog';
import { GiveFactDialog } from './GiveFactDialog';
import { ReasonDialog } from './ReasonDialog';
import { useUpdateOpenFact } from './useOpenFacts';

type Doing = 'give' | 'assign' | 'waive';
const doings: Doing[] = ['give', 'assign', 'waive'];

/** Gives an open fact, gives it to somebody, or waives it. */
export const OpenFactActions = (props: {
  open: OpenFact;
  asset?: AssetDetail;
  onChanged: () => void;
}) => {
  const { t } = useTexts();
  const { open, asset, onChanged } = props;
  const [doing, setDoing] = useState<Doing>();
  const waiving = useUpdateOpenFact();
  const close = () => setDoing(undefined);
  return (
    <Flex gap="1">
      {doings.map(one => (
        <Button
          key={one}
          size="small"
          variant={one === 'give' ? 'secondary' : 'tertiary'}
          aria-label={t(`lifecycle.openFacts.${one}Title`, {
            title: open.title,
          })}
          onPress={() => setDoing(one)}
        >
          {t(`lifecycle.openFacts.${one}`)}
        </Button>
      ))}
      {doing === 'give' && (
        <GiveFactDialog
          open={open}
          asset={asset}
          onDone={onChanged}
          onClose={close}
        />
      )}
      {doing === 'assign' && (
        <AssignFactDialog open={open} onDone={onChanged} onClose={close} />
      )}
      {doing === 'waive' && (
        <ReasonDialog
          title={t('lifecycle.openFacts.waiveTitle', { title: open.title })}
          hint={t('lifecycle.openFacts.waiveHint')}
          action={t('lifecycle.openFacts.waive')}
          busy={waiving.busy}
          error={waiving.error}
          onClose={close}
          onSubmit={async reason => {
            if (await waiving.run(open.id, { waive: true, reason })) {
              onChanged();
              close();
            }
          }}
        />
      )}
    </Flex>
  );
};
