/** What must not leave the house: kinds of personal data, and patterns of a person's own. */

import { SettingsError } from '../errors.ts';
import { compilePattern, patternFault } from './pattern-guard.ts';

export const KINDS = ['phone', 'email', 'nik', 'account'] as const;
export type Kind = (typeof KINDS)[number];

/** All matches of `pattern` (which has flag `g`) that are what they seem. */
export interface Rule {
  readonly pattern: RegExp;
  readonly fits?: (match: string) => boolean;
}

/** @throws SettingsError where one of `patterns` cannot be used. */
export function rulesOf({ kinds, patterns }: { readonly kinds: readonly Kind[]; readonly patterns: readonly string[] }): readonly Rule[] {
  return [
    ...kinds.flatMap((kind) => RULES[kind]),
    ...patterns.map((text): Rule => {
      const pattern = compilePattern(text);
      const fault = patternFault(text);
      if (pattern === undefined || fault !== undefined) throw new SettingsError(`redact.patterns: unexpected ${JSON.stringify(text)}, ${fault ?? 'expected a regular expression'}`);
      return { pattern };
    }),
  ];
}

/** A number begins here: no digit stands before, neither of the same number nor of a decimal. */
const START = String.raw`(?<!\d)(?<!\d[.,])`;
/** It ends here. */
const END = String.raw`(?!\d|[.,]\d)`;
/** It is no sum of money, and no share. */
const NO_SUM_BEFORE = String.raw`(?<!(?:Rp|IDR|USD|US\$|SGD|[$€£¥])\.?\s?)`;
const NO_SUM_AFTER = String.raw`(?!\s?(?:rupiah|dolar|dollar|ribu|juta|miliar|milyar|triliun|persen|%))`;
/** Further numbers of the same line: `021-3456789/90`. */
const ALSO = String.raw`(?:\s?/\s?\d{2,8}(?!\d)){0,3}`;
/** An account's number: digits, or groups of them with one sign between. */
const ACCOUNT = String.raw`\d{2,16}(?:([ .-])\d{1,12}(?:\1\d{1,12}){0,5})?`;

const RULES: { readonly [kind in Kind]: readonly Rule[] } = {
  phone: [
    // +62 812-3456-7890, 0062 21 3456789, (+62) 21 3456789
    { pattern: phone(String.raw`\(?(?:\+|00)62\)?[\s.-]?(?:\(0?\d{1,3}\)|0?\d{2,4})(?:[\s.-]?\d{2,5}){1,4}`), fits: hasDigits(9, 40) },
    // 0812-3456-7890, 08123456789, 0812 3456 789
    { pattern: phone(String.raw`08\d{1,3}(?:[\s.-]?\d{2,5}){1,4}`), fits: hasDigits(9, 40) },
    // (021) 345 6789, 021-3456789, 0274 512345: an area and a line
    { pattern: phone(String.raw`(?:\(0[2-79]\d{1,2}\)|0[2-79]\d{1,2})[\s.-]?(?:\d{5,8}|\d{3,4}[\s.-]\d{3,4})`), fits: hasDigits(8, 40) },
    // 6281234567890, as in links
    { pattern: number(String.raw`628\d{8,11}`) },
    // Other countries, without blanks: +6591234567
    { pattern: phone(String.raw`\+[1-9]\d{9,14}`) },
  ],
  email: [{ pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?:@|\s?[[(](?:at|et)[\])]\s?)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu }],
  // National identity number: 16 digits, as they stand or in groups.
  nik: [{ pattern: number(String.raw`(?:\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .-])\d{6}\2\d{4})`) }],
  account: [
    { pattern: number(String.raw`(?<=\b(?:rekening|norek|no\.?\s?rek|rek\.|virtual account)[^\n]{0,60}?)${ACCOUNT}`), fits: isAccount },
    { pattern: number(ACCOUNT, String.raw`(?=[^\n\d]{0,30}\b(?:rekening|norek|a\.?n\.?\s|a/n\b))`), fits: isAccount },
  ],
};

function phone(body: string): RegExp {
  return new RegExp(`${START}${body}${ALSO}${END}`, 'giu');
}

function number(body: string, after = ''): RegExp {
  return new RegExp(`${START}${NO_SUM_BEFORE}${body}${END}${NO_SUM_AFTER}${after}`, 'giu');
}

function hasDigits(least: number, most: number): (match: string) => boolean {
  return (match) => {
    const digits = match.replace(/\D/g, '').length;
    return digits >= least && digits <= most;
  };
}

/** 10 to 16 digits that are no sum (`1.234.567.890`), no date, and no years (`2019 2020 2021`). */
function isAccount(match: string): boolean {
  const groups = match.split(/\D+/);
  const isSum = groups.length > 1 && (groups[0]?.length ?? 0) <= 3 && groups.slice(1).every((group) => group.length === 3) && /[.,]/.test(match);
  const isDate = /^(?:\d{4}[ .-]\d{2}[ .-]\d{2}|\d{1,2}[ .-]\d{1,2}[ .-]\d{4})(?!\d)/.test(match);
  const areYears = groups.every((group) => /^(?:19|20)\d\d$/.test(group));
  return hasDigits(10, 16)(match) && !isSum && !isDate && !areYears;
}
