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

import { useApiHolder } from '@backstage/core-plugin-api';
import {
  EntityPresentationApi,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import { useEffect, useMemo, useState } from 'react';
import { entityNames } from './labels';

/**
 * How entities are called in texts: as the portal calls them in its links,
 * once it has told.
 */
export function useEntityNames(refs: string[]): (ref: string) => string {
  const presentations = useApiHolder().get(entityPresentationApiRef);
  const [titles, setTitles] = useState(new Map<string, string>());
  const asked = refs.join('\n');
  useEffect(() => {
    let left = false;
    if (presentations) {
      readTitles(presentations, linesOf(asked)).then(found => {
        if (!left) setTitles(found);
      });
    }
    return () => {
      left = true;
    };
  }, [presentations, asked]);
  return useMemo(() => entityNames(linesOf(asked), titles), [asked, titles]);
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(Boolean);
}

async function readTitles(
  presentations: EntityPresentationApi,
  refs: string[],
): Promise<Map<string, string>> {
  const found = await Promise.allSettled(
    refs.map(async (ref): Promise<[string, string]> => {
      const { primaryTitle } = await presentations.forEntity(ref).promise;
      return [ref, primaryTitle];
    }),
  );
  return new Map(
    found.flatMap(at => (at.status === 'fulfilled' ? [at.value] : [])),
  );
}
