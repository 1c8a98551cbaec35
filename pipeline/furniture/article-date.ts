/** The date of an article, by which glossary rows with `from` and `until` hold. */

import { datesIn, isoDate } from './calendar.ts';

/** Front-matter keys that hold the article's date, best first. */
export const DATE_KEYS: readonly string[] = ['date', 'tanggal', 'published'];

/**
 * The article's date as `YYYY-MM-DD`: from the front matter, else from the dateline, else the latest
 * full date in the text, else undefined. Never from the clock; impossible dates are passed over.
 * @param info `text` gives the whole article as plain words; blanks of any kind between the parts of a date.
 */
export function articleDate(info: { readonly frontMatterDate?: string | Date | undefined; readonly dateline?: string | undefined; readonly text: () => string }): string | undefined {
  const { frontMatterDate, dateline, text } = info;
  if (frontMatterDate instanceof Date) {
    // YAML reads a bare date as midnight UTC.
    if (!Number.isNaN(frontMatterDate.getTime())) return frontMatterDate.toISOString().slice(0, 10);
  } else if (frontMatterDate !== undefined) {
    const [first] = fullDates(frontMatterDate);
    if (first !== undefined) return first;
  }
  return fullDates(dateline ?? '').at(-1) ?? latest(fullDates(text()));
}

function fullDates(text: string): readonly string[] {
  return /\d/.test(text) ? datesIn(text.replace(/[^\S ]/g, ' ')).flatMap((date) => isoDate(date) ?? []) : [];
}

function latest(dates: readonly string[]): string | undefined {
  return dates.reduce<string | undefined>((best, date) => (best === undefined || date > best ? date : best), undefined);
}
