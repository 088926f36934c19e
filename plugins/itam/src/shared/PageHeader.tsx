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

import { Header, HeaderProps } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  header: {
    // On a narrow screen the actions would leave no room for the title.
    '@media (max-width: 700px)': {
      flexWrap: 'wrap',
      '& > *': { flexBasis: '100%', flexWrap: 'wrap' },
    },
  },
});

/** Title, facts and actions of a page; the actions below on a narrow screen. */
export const PageHeader = (props: HeaderProps) => {
  const classes = useStyles();
  return <Header {...props} className={classes.header} />;
};
