/** Exact decimals as strings (`-1250.5`): what is written as 0,1 is 0.1 and nothing else. */

/** The canonical spelling: no leading or trailing zeros that say nothing, no `-0`. */
export function canonical(decimal: string): string {
  const negative = decimal.startsWith('-');
  const [whole = '', part = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  const left = trimStart(whole) || '0';
  const right = trimEnd(part);
  const plain = right === '' ? left : `${left}.${right}`;
  return negative && plain !== '0' ? `-${plain}` : plain;
}

/** The decimal times ten to the power `places` (0 or more). */
export function shift(decimal: string, places: number): string {
  const negative = decimal.startsWith('-');
  const [whole = '', part = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  const padded = part.padEnd(places, '0');
  return canonical(`${negative ? '-' : ''}${whole}${padded.slice(0, places)}.${padded.slice(places)}`);
}

/** Puts a separator between groups of three digits of the whole part and sets the decimal mark. */
export function group(decimal: string, thousands: string, point: string): string {
  const negative = decimal.startsWith('-');
  const [whole = '', part] = (negative ? decimal.slice(1) : decimal).split('.');
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${negative ? '-' : ''}${groups.join(thousands)}${part === undefined ? '' : point + part}`;
}

function trimStart(digits: string): string {
  let at = 0;
  while (at < digits.length && digits.charCodeAt(at) === 48) at++;
  return digits.slice(at);
}

function trimEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}
