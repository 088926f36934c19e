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

import { Text, TextProps } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';

/**
 * The colour of what stands back. The secondary colour of the theme is too
 * faint on a card of the dark theme (4.0 : 1); this one is above 4.5 : 1 on
 * both.
 */
export const quietColour =
  'color-mix(in srgb, var(--bui-fg-primary) 72%, transparent)';

const useStyles = makeStyles({ quiet: { color: quietColour } });

/** Text that stands back. */
export const Quiet = (props: Omit<TextProps, 'color' | 'ref'>) => {
  const classes = useStyles();
  return (
    <Text {...props} className={`${classes.quiet} ${props.className ?? ''}`} />
  );
};
