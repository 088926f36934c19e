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
import { AssetCustody, AssetDetail } from '@itam/plugin-itam-common';
import { useState } from 'react';
import { ActorName } from '../lifecycle';
import {
  FactLine,
  FactList,
  Moment,
  Problem,
  Quiet,
  Section,
  Waiting,
  words,
} from '../shared';
import { useTexts } from '../translation';
import { AssignDialog } from './AssignDialog';
import { DiscrepancyList } from './DiscrepancyList';
import { HeldNow } from './HeldNow';
import { Party } from './Party';
import { ReturnDialog } from './ReturnDialog';
import { StatementButtons } from './StatementButtons';
import { Timeline } from './Timeline';
import { TransferDialog } from './TransferDialog';
import { TransferLine } from './TransferLine';
import { useCustody } from './useCustody';

interface SectionProps {
  asset: AssetDetail;
  onChanged: () => void;
}

/** Who owns, keeps and uses an asset; who had it; and whether that is right. */
export const CustodySection = (props: SectionProps) => {
  const { t } = useTexts();
  const { asset } = props;
  const { value, error, reload } = useCustody(asset);
  const onChanged = () => {
    reload();
    props.onChanged();
  };
  return (
    <>
      <Section
        title={t('custody.title')}
        actions={
          value && (
            <CustodyActions
              asset={asset}
              custody={value}
              onChanged={onChanged}
            />
          )
        }
      >
        {value ? (
          <Parties asset={asset} custody={value} onChanged={onChanged} />
        ) : (
          (error && <Problem error={error} onRetry={reload} />) || <Waiting />
        )}
      </Section>
      {value && value.openDiscrepancies > 0 && (
        <DiscrepancyList
          assetId={asset.id}
          count={value.openDiscrepancies}
          onChanged={onChanged}
        />
      )}
      <Timeline asset={asset} />
    </>
  );
};

function Parties(props: SectionProps & { custody: AssetCustody }) {
  const { t } = useTexts();
  const { asset, custody, onChanged } = props;
  const { legalEntity, ownership, transfer, heldBack } = custody;
  const facts: FactLine[] = [
    ...(['owner', 'custodian', 'consumer'] as const).map(part => ({
      id: part,
      label: t(`custody.part.${part}`),
      value: <Party party={custody[part]} />,
    })),
    ...(legalEntity
      ? [
          {
            id: 'legalEntity',
            label: t('custody.part.legalEntity'),
            value: legalEntity,
          },
        ]
      : []),
    ...(ownership
      ? [
          {
            id: 'ownership',
            label: t('custody.part.ownership'),
            value: words(ownership),
          },
        ]
      : []),
  ];
  return (
    <Flex direction="column" gap="4">
      <FactList facts={facts} />
      {heldBack && (
        <Text as="p">{t('custody.heldBack', { reason: heldBack })}</Text>
      )}
      {transfer && (
        <div role="group" aria-label={t('custody.transfer.onWay')}>
          <Text as="div" weight="bold">
            {t('custody.transfer.onWay')}
          </Text>
          <Flex gap="4" justify="between">
            <TransferLine transfer={transfer} onChanged={onChanged} />
          </Flex>
        </div>
      )}
      <HeldNow asset={asset} custody={custody} onChanged={onChanged} />
      <div>
        <Quiet as="p" variant="body-small">
          {custody.lastVerifiedAt ? (
            <>
              {t('custody.verified', { at: '' })}
              <Moment at={custody.lastVerifiedAt} />{' '}
              {custody.lastVerifiedBy && (
                <>
                  {t('custody.by')} <ActorName actor={custody.lastVerifiedBy} />
                </>
              )}
            </>
          ) : (
            t('custody.neverVerified')
          )}
        </Quiet>
        <StatementButtons
          asset={asset}
          words={['right', 'have-it', 'not-mine', 'wrong']}
          onSaid={onChanged}
        />
      </div>
    </Flex>
  );
}

type Doing = 'assign' | 'return' | 'transfer';

/** Hands out, takes back, transfers: for who may. */
function CustodyActions(props: SectionProps & { custody: AssetCustody }) {
  const { t } = useTexts();
  const { asset, custody, onChanged } = props;
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const isUsed =
    custody.consumer !== undefined ||
    custody.open.some(({ kind }) => kind !== 'custodian');
  if (!custody.allowed.includes('assign')) {
    return null;
  }
  const possible: Doing[] = [
    'assign',
    ...(isUsed ? (['return'] as const) : []),
    ...(custody.transfer || custody.heldBack ? [] : (['transfer'] as const)),
  ];
  const dialog = { asset, custody, onDone: onChanged, onClose: close };
  return (
    <Flex gap="1">
      {possible.map(one => (
        <Button
          key={one}
          size="small"
          variant="secondary"
          onPress={() => setDoing(one)}
        >
          {t(`custody.${one}.action`)}
        </Button>
      ))}
      {doing === 'assign' && <AssignDialog {...dialog} />}
      {doing === 'return' && <ReturnDialog {...dialog} />}
      {doing === 'transfer' && <TransferDialog {...dialog} />}
    </Flex>
  );
}
