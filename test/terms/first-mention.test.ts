import { describe, expect, it, test } from 'vitest';
import type { Role } from '../../pipeline/model.ts';
import { type Brief, briefTerms, termsVersion } from '../../pipeline/terms/first-mention.ts';
import { makeMatcher } from './make.ts';

const matcher = makeMatcher(
  'term,translation,first,also,avoid,keep,from,until',
  'PSE,ESO,electronic system operator (ESO),,stock exchange,,,',
  'PSE privat,private ESO,private electronic system operator (ESO),,,,,',
  'Penyelenggara Sistem Elektronik,electronic system operator,,,,,,',
  'Kominfo,Kominfo,Ministry of Information Affairs (Kominfo),the ministry,,,,2024-10-20',
  'Kominfo,Kominfo,"Ministry of Information Affairs (Kominfo, now Komdigi)",,,,2024-10-21,',
  'Rupa Cita,,"Rupa Cita, the agenda",,,yes,,',
  'menteri,minister,,,,,,',
);

const LONG = 'electronic system operator (ESO)';

function briefs(...parts: readonly (readonly [Role, string])[]): Brief[] {
  return parts.map(([role, text]) => ({ role, text, handling: 'translate' }));
}

function targets(segments: readonly Brief[], date?: string): readonly string[] {
  return briefTerms(segments, matcher, date).flat().map(({ target }) => target);
}

describe('the long form is due', () => {
  test.each<[string, readonly (readonly [Role, string])[], readonly string[]]>([
    ['once in running text', [['body', 'PSE wajib, PSE lain'], ['body', 'PSE']], [LONG, 'ESO', 'ESO']],
    ['not in a headline', [['headline', 'PSE Mendaftar'], ['body', 'PSE']], ['ESO', LONG]],
    ['not in a standfirst, kicker or caption', [['kicker', 'PSE'], ['standfirst', 'PSE'], ['caption', 'PSE'], ['cell', 'PSE'], ['alt', 'PSE'], ['body', 'PSE']], ['ESO', 'ESO', 'ESO', 'ESO', 'ESO', LONG]],
    ['in a quote', [['quote', '"PSE wajib," katanya'], ['body', 'PSE']], [LONG, 'ESO']],
    ['in a list item', [['list-item', 'PSE'], ['body', 'PSE']], [LONG, 'ESO']],
    ['once a family', [['body', 'PSE privat'], ['body', 'PSE']], ['private electronic system operator (ESO)', 'ESO']],
    ['never where the source spells it out', [['body', 'Penyelenggara Sistem Elektronik (PSE) wajib'], ['body', 'PSE']], ['electronic system operator', 'ESO', 'ESO']],
    ['never where the source spells it out the other way round', [['body', 'PSE (Penyelenggara Sistem Elektronik) wajib'], ['body', 'PSE']], ['ESO', 'electronic system operator', 'ESO']],
    ['never where the full name is no term', [['body', 'Kementerian Informasi (<g1>Kominfo</g1>) hadir'], ['body', 'Kominfo']], ['Kominfo', 'Kominfo']],
    ['in brackets of more words', [['body', '(kata Kominfo)']], ['Ministry of Information Affairs (Kominfo, now Komdigi)']],
    ['for a kept term too', [['body', 'Rupa Cita'], ['body', 'Rupa Cita']], ['Rupa Cita, the agenda', 'Rupa Cita']],
  ])('%s', (_, parts, expected) => {
    expect(targets(briefs(...parts))).toEqual(expected);
  });

  it('by the row of the article’s date', () => {
    expect(targets(briefs(['body', 'Kominfo']), '2022-07-08')).toEqual(['Ministry of Information Affairs (Kominfo)']);
    expect(targets(briefs(['body', 'Kominfo']), '2025-01-01')).toEqual(['Ministry of Information Affairs (Kominfo, now Komdigi)']);
  });

  it('without the date with the English of the other rows accepted', () => {
    const [[use] = []] = briefTerms(briefs(['body', 'Kominfo']), matcher, undefined);
    expect(use?.also).toEqual(['Ministry of Information Affairs (Kominfo)', 'the ministry']);
  });

  it('not in a segment that no provider gets', () => {
    expect(targets([{ role: 'promo', text: 'PSE', handling: 'drop' }, ...briefs(['body', 'PSE'])])).toEqual(['ESO', LONG]);
  });

  it('and after it the long form is forbidden', () => {
    const [first = [], second = []] = briefTerms(briefs(['body', 'PSE'], ['body', 'PSE']), matcher, undefined);
    expect(first[0]).toMatchObject({ target: LONG, first: true, avoid: ['stock exchange'] });
    expect(second[0]).toMatchObject({ target: 'ESO', first: false, avoid: ['stock exchange', LONG] });
  });
});

describe('the version of a segment’s terms', () => {
  const version = (...parts: readonly (readonly [Role, string])[]): string => termsVersion(briefTerms(briefs(...parts), matcher, undefined).at(-1) ?? []);
  it('is the same for the same terms in other words', () => {
    expect(version(['body', 'Kata menteri'])).toBe(version(['body', 'Para menteri hadir']));
  });
  it('differs by first mention and by term, and is empty for none', () => {
    expect(version(['body', 'PSE'])).not.toBe(version(['body', 'PSE'], ['body', 'PSE']));
    expect(version(['body', 'PSE'])).not.toBe(version(['body', 'menteri']));
    expect(version(['body', 'kabar'])).toBe('');
  });
});
