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

/**
 * Annotations by which other entity providers name the cloud resource an
 * entity stands for, beside our own `itam/provider-id`.
 *
 * @public
 */
export const defaultProviderIdAnnotations = [
  'itam/provider-id',
  'amazonaws.com/arn',
  'amazon.com/arn',
  'azure.com/resource-id',
  'cloud.google.com/full-resource-name',
];

/**
 * A provider id in the form the register keeps: Azure ids are
 * case-insensitive and written in lower case, all others stand as they are.
 *
 * @public
 */
export function comparableProviderId(value: string): string {
  const trimmed = value.trim();
  return /^\/subscriptions\//i.test(trimmed) ? trimmed.toLowerCase() : trimmed;
}
