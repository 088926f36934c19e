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
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    height: 64,
    paddingLeft: (sidebarConfig.drawerWidthClosed - 28) / 2,
    color: '#f4f7fa',
    fontSize: 18,
    fontWeight: 600,
    letterSpacing: 0.2,
    whiteSpace: 'nowrap',
  },
}));

/** Three stacked plates, the lowest one tagged: things that are kept count of. */
export const PortalLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <Link
      to="/"
      underline="none"
      className={classes.link}
      // The visible words come first, so that speech control finds them.
      aria-label="Asset portal, start page"
    >
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
        <path d="M14 3 25 8 14 13 3 8z" fill="#7fd1c7" />
        <path d="M3 13 14 18 25 13v3L14 21 3 16z" fill="#4aa8c0" />
        <path d="M3 19 14 24 25 19v2.5L14 26.5 3 21.5z" fill="#2f6f9f" />
        <circle cx="21" cy="21" r="2" fill="#ffd166" />
      </svg>
      {isOpen && 'Asset portal'}
    </Link>
  );
};
