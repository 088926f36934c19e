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

import { Button, Link, Text } from '@backstage/ui';
import {
  AssetDetail,
  AssetDocument,
  lifecycleEvidence,
} from '@itam/plugin-itam-common';
import { useState } from 'react';
import { PageList, Problem, Quiet, Section } from '../shared';
import { useTexts } from '../translation';
import { ActorName } from './ActorName';
import { AddDocumentDialog } from './AddDocumentDialog';
import { useLineStyles } from './OpenFactsSection';
import { useDocuments, useDownload } from './useDocuments';

/** What proves the life of an asset: files kept here, and links. */
export const DocumentsSection = (props: {
  asset: AssetDetail;
  onChanged: () => void;
}) => {
  const classes = useLineStyles();
  const { t } = useTexts();
  const { asset, onChanged } = props;
  const pages = useDocuments(asset);
  const download = useDownload(asset.id);
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('lifecycle.document.title')}
      actions={
        asset.allowed.includes('transition') && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setAdding(true)}
          >
            {t('lifecycle.document.add')}
          </Button>
        )
      }
    >
      <PageList pages={pages} empty={t('lifecycle.document.none')}>
        {items => (
          <ul className={classes.lines}>
            {items.map(document => (
              <li key={document.id} className={classes.line}>
                <DocumentWords document={document} />
                {!document.url && (
                  <Button
                    size="small"
                    variant="tertiary"
                    aria-label={t('lifecycle.document.downloadOf', {
                      title: document.title,
                    })}
                    isPending={download.busy}
                    onPress={() => download.run(document)}
                  >
                    {t('lifecycle.document.download')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </PageList>
      {download.error && (
        <Problem
          error={download.error}
          title={t('lifecycle.document.notLoaded')}
        />
      )}
      {adding && (
        <AddDocumentDialog
          assetId={asset.id}
          kinds={Object.entries(lifecycleEvidence).map(([id, { title }]) => ({
            id,
            label: title,
          }))}
          onDone={() => {
            pages.reload();
            onChanged();
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
};

function DocumentWords(props: { document: AssetDocument }) {
  const classes = useLineStyles();
  const { t } = useTexts();
  const { title, docTitle, url, bytes, sha256, addedAt, addedBy } =
    props.document;
  return (
    <div className={classes.words}>
      {url ? <Link href={url}>{title}</Link> : <Text>{title}</Text>}
      <Quiet as="div" variant="body-small">
        {docTitle} · {addedAt.slice(0, 10)} · <ActorName actor={addedBy} />
        {bytes !== undefined &&
          ` · ${t('lifecycle.document.size', {
            size: String(Math.max(1, Math.round(bytes / 1024))),
          })}`}
        {sha256 && (
          <span title={sha256}>
            {' · '}
            {t('lifecycle.document.hash', { hash: sha256.slice(0, 12) })}
          </span>
        )}
      </Quiet>
    </div>
  );
}
