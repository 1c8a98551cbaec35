import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { checkTerms } from '../../pipeline/checks/terms.ts';
import { briefTerms } from '../../pipeline/terms/first-mention.ts';
import { createMatcher } from '../../pipeline/terms/matcher.ts';
import { readTermbase } from '../../pipeline/terms/termbase.ts';

const file = 'glossary/terms.csv';
const { terms } = readTermbase(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file);
const matcher = createMatcher(terms);

describe('the glossary that Padan ships', () => {
  it('holds at least a hundred terms', () => {
    expect(terms.length).toBeGreaterThanOrEqual(100);
  });

  test.each(terms.flatMap((term) => [term.term, ...term.variants].map((spelling) => ({ spelling, term }))))('finds $spelling as one term', ({ spelling, term }) => {
    const found = matcher.match(`di ${spelling}`, term.from ?? term.until);
    expect(found.map((match) => match.term.version)).toEqual([term.version]);
  });

  test.each(terms)('accepts what it asks for: $term → $translation', (term) => {
    for (const first of [true, false]) {
      const role = first ? 'body' : 'caption';
      const source = `di ${term.term}`;
      const [uses = []] = briefTerms([{ text: source, role, handling: 'translate' }], matcher, term.from ?? term.until);
      for (const english of [uses[0]?.target ?? '', ...(uses[0]?.also ?? [])]) {
        expect(checkTerms({ source, english: `It is about ${english} now.`, terms: uses }).findings).toEqual([]);
        expect(checkTerms({ source, english: `IT IS ABOUT ${english.toUpperCase()}`, terms: uses }).findings).toEqual([]);
      }
    }
  });

  test.each([
    ['PSE', '2022-07-08', 'electronic system operator (ESO)', 'ESO'],
    ['Kemkominfo', '2022-07-08', 'Ministry of Communication and Informatics (Kominfo)', 'Kominfo'],
    ['Kemkominfo', '2025-07-08', 'Ministry of Communication and Informatics (Kominfo, now Komdigi)', 'Kominfo'],
    ['Kemkomdigi', '2025-07-08', 'Ministry of Communication and Digital Affairs (Komdigi)', 'Komdigi'],
    ['lingkup privat', '2022-07-08', 'private-scope', 'private-scope'],
    ['PSE lingkup privat', '2022-07-08', 'private-scope electronic system operator (ESO)', 'private-scope ESO'],
  ])('renders %s of %s', (text, date, first, after) => {
    const uses = briefTerms([{ text, role: 'body', handling: 'translate' }, { text, role: 'body', handling: 'translate' }], matcher, date);
    expect(uses.flat().map(({ target }) => target)).toEqual([first, after]);
  });
});
