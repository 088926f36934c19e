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

import {
  createTranslationRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { bulkMessages } from './bulk/messages';
import { costsMessages } from './costs/messages';
import { custodyMessages } from './custody/messages';
import { discoveryMessages } from './discovery/messages';
import { lifecycleMessages } from './lifecycle/messages';
import { portalMessages } from './portal/messages';
import { formMessages } from './register/form/messages';
import { historyMessages } from './register/history/messages';
import { registerMessages } from './register/messages';
import { viewsMessages } from './register/views/messages';
import { relationsMessages } from './relations/messages';
import { settingsMessages } from './settings/messages';
import { sharedMessages } from './shared/messages';
import { workMessages } from './work/messages';

const messages = {
  shared: sharedMessages,
  register: registerMessages,
  form: formMessages,
  history: historyMessages,
  lifecycle: lifecycleMessages,
  relations: relationsMessages,
  bulk: bulkMessages,
  costs: costsMessages,
  custody: custodyMessages,
  discovery: discoveryMessages,
  settings: settingsMessages,
  views: viewsMessages,
  work: workMessages,
  portal: portalMessages,
};

/** Every text of the plugin, keyed by slice. @public */
export const itamTranslationRef = createTranslationRef({
  id: 'plugin.itam',
  messages,
});

/** The keys of texts, as `slice.part.text`; plural forms are one text. */
type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string
    ? K extends `${infer Singular}_${'one' | 'other'}`
      ? Singular
      : K
    : `${K}.${KeysOf<T[K]>}`;
}[keyof T & string];

/** The text, or plural forms, of a key. */
type TextOf<T, K extends string> = K extends keyof T
  ? T[K]
  : K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? TextOf<T[Head], Rest>
    : never
  : `${K}_other` extends keyof T
  ? T[`${K}_other`]
  : never;

/** The names of what a text has to be told. */
type NamesIn<S> = S extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type ToldTo<S> = [NamesIn<S>] extends [never]
  ? []
  : [told: { [Name in NamesIn<S>]: string | number }];

/**
 * Gives the text of a key in the language of the reader. The type of the host
 * says the same, but works it out anew from all texts at every call, which made
 * the types of this plugin take minutes.
 */
export type Texts = <K extends KeysOf<typeof messages>>(
  key: K,
  ...told: ToldTo<TextOf<typeof messages, K>>
) => string;

/** The texts of the plugin. */
export function useTexts(): { t: Texts } {
  const { t } = useTranslationRef(itamTranslationRef);
  // both types are made of the same messages
  return { t: t as unknown as Texts };
}
