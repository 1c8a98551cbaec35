/**
 * Money as whole numbers: picodollars (millionths of a millionth of a US dollar) in a bigint, so that no
 * sum ever drifts. A price of one dollar a million units is 1,000,000 picodollars a unit.
 */

export type Picos = bigint;

/** Digits after the decimal point of a dollar that a picodollar can say. */
const DIGITS = 12;
const DOLLAR = 10n ** 12n;

/**
 * The picodollars of a decimal number of dollars, as `0.125`, `5` or `1.2e-5`. What is finer than a
 * picodollar is rounded as told: prices and what was spent up, budgets down.
 *
 * @returns undefined where `text` is no such number.
 */
export function parseDollars(text: string, round: 'up' | 'down'): Picos | undefined {
  const match = /^(\d{1,15})(?:\.(\d{0,40}))?(?:e([+-]?\d{1,2}))?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  // Decimal places to move so that the digits count picodollars.
  const shift = DIGITS - fraction.length + Number(exponent);
  if (shift >= 0) return BigInt(digits) * 10n ** BigInt(shift);
  const unit = 10n ** BigInt(-shift);
  const value = BigInt(digits);
  return value / unit + (round === 'up' && value % unit !== 0n ? 1n : 0n);
}

/** The picodollars of a number of dollars, 0 or more, taken as it is written in decimals. @throws RangeError for any other number. */
export function picosOf(dollars: number, round: 'up' | 'down'): Picos {
  const picos = parseDollars(String(dollars), round);
  if (picos === undefined) throw new RangeError(`${dollars} is no amount of dollars`);
  return picos;
}

/** As a number of dollars, for JSON and for estimates; never to be counted on with. */
export function dollarsOf(picos: Picos): number {
  return Number(picos) / 1e12;
}

/** In decimals, rounded up to `places` of them (0 to 12), as `0.012346`. */
export function decimalsOf(picos: Picos, places: number): string {
  const unit = 10n ** BigInt(DIGITS - places);
  const units = (picos + unit - 1n) / unit;
  const one = DOLLAR / unit;
  const whole = (units / one).toString();
  return places === 0 ? whole : `${whole}.${(units % one).toString().padStart(places, '0')}`;
}
