import { describe, expect, test } from 'vitest';
import { makeAnalyser } from '../../pipeline/builtin/analysis.ts';
import { openData } from '../../pipeline/builtin/data.ts';
import { article, comparative, pluralOf, superlative } from '../../pipeline/builtin/english-nouns.ts';
import { gerund, participle, past, thirdPerson } from '../../pipeline/builtin/english-verbs.ts';
import { type EngineStyle, loadEngine } from '../../pipeline/builtin/engine.ts';
import { loadLexicon } from '../../pipeline/builtin/lexicon.ts';
import { verbGroup } from '../../pipeline/builtin/verb-forms.ts';

describe('English verbs', () => {
  test.each([
    ['go', 'goes', 'went', 'gone', 'going'],
    ['study', 'studies', 'studied', 'studied', 'studying'],
    ['stop', 'stops', 'stopped', 'stopped', 'stopping'],
    ['open', 'opens', 'opened', 'opened', 'opening'],
    ['admit', 'admits', 'admitted', 'admitted', 'admitting'],
    ['set up', 'sets up', 'set up', 'set up', 'setting up'],
    ['be able to', 'is able to', 'was able to', 'been able to', 'being able to'],
    ['lie', 'lies', 'lay', 'lain', 'lying'],
    ['watch', 'watches', 'watched', 'watched', 'watching'],
    ['free', 'frees', 'freed', 'freed', 'freeing'],
  ])('%s', (verb, third, before, done, doing) => {
    expect([thirdPerson(verb), past(verb, false), participle(verb), gerund(verb)]).toEqual([third, before, done, doing]);
  });
});

describe('verb groups', () => {
  const plain = { tense: 'past', progressive: false, passive: false, modal: '', negative: '', adverbs: [], chain: [], told: false } as const;
  test.each([
    ['buy', plain, 'bought'],
    ['buy', { ...plain, negative: 'not' }, 'did not buy'],
    ['buy', { ...plain, passive: true }, 'was bought'],
    ['buy', { ...plain, passive: true, progressive: true }, 'was being bought'],
    ['buy', { ...plain, tense: 'future', negative: 'not' }, 'will not buy'],
    ['buy', { ...plain, tense: 'future', told: true }, 'would buy'],
    ['buy', { ...plain, negative: 'notyet' }, 'has not yet bought'],
    ['buy', { ...plain, modal: 'can', passive: true }, 'can be bought'],
    ['buy', { ...plain, chain: ['want to'] }, 'wanted to buy'],
    ['buy', { ...plain, tense: 'present', adverbs: ['also'] }, 'also buys'],
    ['be', { ...plain, tense: 'present', negative: 'not' }, 'is not'],
    ['be', { ...plain, tense: 'perfect' }, 'has been'],
    ['sell', { ...plain, tense: 'infinitive', passive: true }, 'be sold'],
  ] as const)('%s %o', (verb, features, expected) => {
    expect(verbGroup(verb, features, false)).toBe(expected);
  });
});

describe('English nouns, adjectives, articles', () => {
  test.each([['country', 'countries'], ['man', 'men'], ['bus', 'buses'], ['attorney general', 'attorneys general'], ['head of state', 'heads of state'], ['series', 'series'], ['police officer', 'police officers'], ['box', 'boxes'], ['day', 'days']])('%s, %s', (one, many) => {
    expect(pluralOf(one)).toBe(many);
  });
  test.each([['big', 'bigger', 'biggest'], ['good', 'better', 'best'], ['expensive', 'more expensive', 'most expensive'], ['easy', 'easier', 'easiest'], ['large', 'larger', 'largest'], ['important', 'more important', 'most important']])('%s', (word, more, most) => {
    expect([comparative(word), superlative(word)]).toEqual([more, most]);
  });
  test.each([['hour', 'an'], ['university', 'a'], ['engineer', 'an'], ['8', 'an'], ['18', 'an'], ['180', 'a'], ['MP', 'an'], ['UN', 'a'], ['house', 'a'], ['European', 'a'], ['11', 'an']] as const)('%s takes %2$s', (word, expected) => {
    expect(article(word)).toBe(expected);
  });
});

describe('Indonesian word formation', () => {
  const analyser = makeAnalyser(loadLexicon(openData()));
  test.each([
    ['menyerang', 'v', 'active', 'attack'],
    ['diserang', 'v', 'passive', 'attack'],
    ['menulis', 'v', 'active', 'write'],
    ['ditulis', 'v', 'passive', 'write'],
    ['memukul', 'v', 'active', 'hit'],
    ['rumah-rumah', 'n', 'none', 'house'],
    ['rumahnya', 'n', 'none', 'house'],
    ['rumahku', 'n', 'none', 'house'],
    ['terbesar', 'a', 'none', 'large'],
    ['termahal', 'a', 'none', 'expensive'],
    ['kumakan', 'v', 'bare', 'eat'],
  ])('%s is %s %s, from `%s`', (form, pos, voice, english) => {
    const [best] = analyser.readings(form).filter((reading) => reading.pos === pos);
    expect(best?.voice).toBe(voice);
    expect(best?.renderings.some(({ text }) => text.startsWith(english) || /^(?:big|beat|strike|costly)/.test(text))).toBe(true);
  });
  test('a plural and a clitic are marked', () => {
    expect(analyser.readings('rumah-rumah')[0]?.plural).toBe(true);
    expect(analyser.readings('rumahnya')[0]?.clitic).toBe('nya');
  });
  test('a form that nothing knows has no readings', () => {
    expect(analyser.readings('qwrtzplk')).toEqual([]);
  });
});

describe('unknown words', () => {
  const engine = loadEngine();
  test('are kept and counted; names are not among them', () => {
    const { text, unknown } = engine.translate({ text: 'Presiden Zgrblk membeli qwrtzplk baru.' });
    expect(text).toContain('qwrtzplk');
    expect(text).toContain('Zgrblk');
    expect(unknown).toEqual(['qwrtzplk']);
  });
  test('lower the confidence', () => {
    const sure = engine.translate({ text: 'Pemerintah membeli rumah baru.' }).confidence;
    expect(engine.translate({ text: 'Pemerintah mqrtz zzpl krrst baru.' }).confidence).toBeLessThan(sure);
  });
});

describe('explain', () => {
  test('prints every stage', () => {
    const stages = loadEngine().explain({ text: 'Rumah itu dibangun pemerintah.' });
    expect(stages.map(({ stage }) => stage)).toEqual(['tokens', 'lattice', 'path', 'order', 'choice', 'text']);
    expect(stages.every(({ lines }) => lines.length > 0)).toBe(true);
  });
});

describe('headlines', () => {
  test('are told in the present', () => {
    expect(loadEngine().translate({ text: 'Pemerintah menaikkan harga beras', headline: true }).text).not.toMatch(/raised|increased|hiked/);
  });

  test('keep a government in the singular', () => {
    expect(loadEngine().translate({ text: 'Pemerintah menaikkan harga beras', headline: true }).text).toMatch(/raises|increases/);
  });
});

describe('the house style', () => {
  const engine = loadEngine();
  test.each<[EngineStyle, string, string]>([
    [{}, 'Pak Budi dan Ibu Siti datang.', 'Mr. Budi and Ms. Siti came.'],
    [{ honorifics: 'translate' }, 'Pak Budi dan Ibu Siti datang.', 'Mr. Budi and Ms. Siti came.'],
    [{ honorifics: 'keep' }, 'Pak Budi dan Ibu Siti datang.', 'Pak Budi and Ibu Siti came.'],
    [{ honorifics: 'drop' }, 'Pak Budi dan Ibu Siti datang.', 'Budi and Siti came.'],
    [{ honorifics: 'drop' }, 'Mas Gibran datang.', 'Gibran came.'],
    [{ honorifics: 'drop' }, 'Ibu itu datang.', 'The mother came.'],
    [{ spelling: 'british' }, 'Warna rumah itu putih.', 'The house colour is white.'],
    [{ spelling: 'british' }, 'Pemerintah menyukai warna #color di color.com.', 'The government likes #color colours in color.com.'],
    [{ dates: 'day-first' }, 'Rapat itu digelar pada 8 Juli 2022.', 'The meeting was held on 8 July 2022.'],
    [{ weekdays: 'comma' }, 'Rapat itu digelar pada Jumat (8/7/2022).', 'The meeting was held on Friday, July 8, 2022.'],
    [{ percent: 'two-words' }, 'Harga naik 12,5 persen.', 'The price rose 12.5 per cent.'],
    [{ percent: 'sign' }, 'Harga naik 12,5 persen.', 'The price rose 12.5%.'],
    [{ dollar: 'US$' }, 'Pemerintah membayar 3 juta dolar AS.', 'The government paid US$3 million.'],
    [{ quotes: 'curly' }, '"Kami siap," kata Pak Budi dari <g1>"Agraria"</g1>.', '“We are ready,” Mr. Budi said from <g1>“Agraria”</g1>.'],
    [{ quotes: 'straight' }, '“Kami siap,” kata Pak Budi.', '"We are ready," Mr. Budi said.'],
    [{ degrees: 'drop' }, 'Ir. Budi Santoso, S.H., M.H., datang.', 'Budi Santoso came.'],
    [{ clock: 12 }, 'Rapat dimulai pukul 14.30 WIB.', 'The meeting started at 2:30 p.m. WIB.'],
  ])('%j writes %s', (style, text, english) => {
    expect(engine.translate({ text, style }).text).toBe(english);
  });

  test('does not touch a term', () => {
    const text = 'Pusat warna dibuka.';
    expect(engine.translate({ text, terms: [{ start: 0, end: 11, target: 'Center of Color' }], style: { spelling: 'british' } }).text).toContain('Center of Color');
  });
});
