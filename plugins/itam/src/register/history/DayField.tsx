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

import { TextField } from '@backstage/ui';

/** The input of the library names its type only where it is textual. */
const dayInput: object = { type: 'date' };

/** A day, as YYYY-MM-DD. */
export const DayField = (props: {
  label: string;
  value: string;
  max?: string;
  onChange: (day: string) => void;
}) => <TextField {...dayInput} {...props} size="small" />;
