/**
 * Clock times keep hour, minute and zone.
 *
 * @silent Acara dimulai pukul 14.30 WIB. | The event starts at 14:30 WIB.
 * @silent Acara dimulai pukul 14.30. | The event starts at 2:30 p.m.
 * @finding Acara dimulai pukul 14.30 WIB. | The event starts at 15:30 WIB. | Unexpected 15:30 WIB, expected 14:30 WIB
 */

import type { Check } from './pair.ts';
import { valueFindings } from './values.ts';

export const times: Check = {
  rule: 'times',
  check: (pair) => valueFindings(pair, 'times', 'time', ({ kind }) => kind === 'time'),
};
