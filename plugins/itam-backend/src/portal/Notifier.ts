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

import type { AssetState } from '@itam/plugin-itam-common';

/** The asset a notification is about. */
export type NotifiedAsset = Pick<AssetState, 'id' | 'tag' | 'name'>;

/** How somebody has an asset. */
export type HolderRole = 'custodian' | 'consumer';

/** What people are told about one asset. */
export type AssetNotification =
  /** They are its custodian, or the one who uses it, from now on. */
  | { kind: 'assigned-to-you'; asset: NotifiedAsset; as: HolderRole[] }
  /** It is handed to them, if they accept. */
  | {
      kind: 'transfer-to-accept';
      asset: NotifiedAsset;
      /** Title of who hands it over. */
      from?: string;
      /** The last day to answer, YYYY-MM-DD. */
      until?: string;
    }
  /** Who was to accept it has answered. */
  | { kind: 'transfer-answered'; asset: NotifiedAsset; accepted: boolean }
  /** Facts of its life they are to make good. */
  | {
      kind: 'open-fact-due';
      asset: NotifiedAsset;
      /** What is missing, and by which day it is due, YYYY-MM-DD. */
      facts: Array<{ title: string; due: string }>;
      overdue: boolean;
    }
  /** A legal hold keeps it as it is; the matter is not told. */
  | { kind: 'hold-opened'; asset: NotifiedAsset }
  /** No legal hold is left on it. */
  | { kind: 'hold-released'; asset: NotifiedAsset }
  /** A transition was forced; somebody is to look at it. */
  | { kind: 'exception-to-review'; asset: NotifiedAsset; transition: string };

/** What people are told about several assets at once. */
export type AssetsNotification =
  /** They are theirs to keep or use from now on. */
  | { kind: 'several-assigned-to-you'; count: number }
  /** Their owner, custodian or consumer is gone. */
  | { kind: 'assets-left-behind'; count: number };

/** Who is told. */
export interface Audience {
  /** Users and groups, as entity refs; a group means its members. */
  recipients: string[];
  /** Users who know already, such as the one who did it. */
  except?: string[];
}

/**
 * Tells people, in the notifications of the portal, what concerns them. To be
 * called once what it tells is committed. It returns at once and never fails:
 * whoever cannot be told is not told. The same kind about the same asset takes
 * the place of the earlier one.
 */
export interface Notifier {
  notify(
    notification: AssetNotification | AssetsNotification,
    audience: Audience,
  ): void;
}

/** Of a portal that wants no notifications. */
export const silentNotifier: Notifier = { notify() {} };
