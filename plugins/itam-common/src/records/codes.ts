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

import { z } from 'zod';

/** ISO 3166-1 alpha-2, as assigned in 2026. */
const countries = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ
  BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR
  CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
  GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU
  ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ
  LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
  MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
  PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI
  SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR
  TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(
    /\s+/,
  ),
);

/** Regions of more than one country that rules are made for. @public */
export const regionGroups = ['EU', 'EEA', 'worldwide'] as const;

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** A country, by its code of ISO 3166-1. @public */
export const countrySchema = z
  .string()
  .refine(
    code => countries.has(code),
    'must be a country code of ISO 3166-1, two capitals such as NL',
  );

/**
 * A region something may not leave: a country, or a group of countries.
 *
 * @public
 */
export const permittedRegionSchema = z
  .string()
  .refine(
    code => countries.has(code) || regionGroups.some(group => group === code),
    `must be a country code of ISO 3166-1 such as NL, or one of ${regionGroups.join(
      ', ',
    )}`,
  );

/** A currency there is, by its code of ISO 4217. @public */
export const knownCurrencySchema = z
  .string()
  .refine(
    code => currencies.has(code),
    'must be a currency code of ISO 4217 such as EUR',
  );

/** The short name people know a shared record by; unique among its kind. @public */
export const recordCodeSchema = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'must be 1 to 64 letters, digits, dots, hyphens or underscores, such as AMS-1',
  );

/** A day of the calendar. @public */
export const recordDaySchema = z.iso.date(
  'must be a day that exists, written YYYY-MM-DD',
);
