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

import { Button, Flex, Text } from '@backstage/ui';
import { AssetDetail, StatementWord } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { Problem } from '../shared';
import { useTexts } from '../translation';
import { useStatement } from './useCustody';
import { WrongDialog } from './WrongDialog';

/** Lets anyone who sees an asset say whether its record is right. */
export const StatementButtons = (props: {
  asset: Pick<AssetDetail, 'id' | 'tag' | 'name'>;
  words: StatementWord[];
  onSaid: () => void;
}) => {
  const { t } = useTexts();
  const { asset, words, onSaid } = props;
  const stating = useStatement(asset.id);
  const [answer, setAnswer] = useState<string>();
  const [reporting, setReporting] = useState(false);

  const say = async (says: StatementWord) => {
    const result = await stating.run({ says });
    if (result) {
      setAnswer(
        t(
          result.discrepancy
            ? 'custody.statement.opened'
            : 'custody.statement.verified',
        ),
      );
      onSaid();
    }
  };
  return (
    <div>
      <Flex gap="1" role="group" aria-label={t('custody.statement.title')}>
        {words.map(says => (
          <Button
            key={says}
            size="small"
            variant={says === 'wrong' ? 'tertiary' : 'secondary'}
            isDisabled={stating.busy}
            aria-label={t('custody.statement.of', {
              says: t(`custody.statement.${says}`),
              name: asset.name,
            })}
            onPress={() => (says === 'wrong' ? setReporting(true) : say(says))}
          >
            {t(`custody.statement.${says}`)}
          </Button>
        ))}
      </Flex>
      <div aria-live="polite">
        {answer && !stating.error && (
          <Text as="p" variant="body-small">
            {answer}
          </Text>
        )}
        {stating.error && (
          <Problem
            error={stating.error}
            title={t('custody.statement.refused')}
          />
        )}
      </div>
      {reporting && (
        <WrongDialog
          asset={asset}
          onDone={() => {
            setAnswer(t('custody.statement.opened'));
            onSaid();
          }}
          onClose={() => setReporting(false)}
        />
      )}
    </div>
  );
};
