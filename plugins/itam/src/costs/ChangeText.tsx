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

import { makeStyles } from '@material-ui/core/styles';
import LessIcon from '@material-ui/icons/ArrowDownward';
import MoreIcon from '@material-ui/icons/ArrowUpward';
import SameIcon from '@material-ui/icons/DragHandle';
import NewIcon from '@material-ui/icons/FiberNew';
import { useTexts } from '../translation';
import { changeBetween } from './change';
import { isTiny, moneyText, monthText, percentText } from './text';

const useStyles = makeStyles({
  change: { display: 'inline-flex', alignItems: 'center', gap: 4 },
});

const icons = {
  more: MoreIcon,
  less: LessIcon,
  same: SameIcon,
  new: NewIcon,
  none: SameIcon,
};

/** How a month differs from the one before, in words. */
export const ChangeText = (props: {
  before?: string;
  after?: string;
  currency: string;
  /** The month before. */
  month: string;
  /** Only the direction and by how much, for a table that names the month. */
  short?: boolean;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { before, after, currency, month, short } = props;
  const change = changeBetween(before, after);
  const Icon = icons[change.direction];
  if (short && change.direction === 'none') {
    return null;
  }
  return (
    <span className={classes.change}>
      <Icon fontSize="inherit" aria-hidden />
      <span>{short ? shortText() : longText()}</span>
    </span>
  );

  function longText(): string {
    const { direction, difference, part } = change;
    const named = { month: monthText(month) };
    if (direction !== 'more' && direction !== 'less') {
      return t(`costs.change.${direction}`, named);
    }
    const by = { ...named, difference: moneyText(difference ?? '0', currency) };
    return part === undefined
      ? t(`costs.change.${direction}`, by)
      : t(`costs.change.${direction}By`, { ...by, percent: percentText(part) });
  }

  function shortText(): string {
    const { direction, difference, part } = change;
    if (direction === 'new') return t('costs.change.shortNew');
    if (direction !== 'more' && direction !== 'less') {
      return t('costs.change.shortSame');
    }
    const by =
      part === undefined || isTiny(difference ?? '0', currency)
        ? moneyText(difference ?? '0', currency)
        : percentText(part);
    return direction === 'more'
      ? t('costs.change.shortMore', { by })
      : t('costs.change.shortLess', { by });
  }
};
