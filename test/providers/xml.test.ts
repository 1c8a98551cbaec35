import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, unescapeXml } from '../../pipeline/providers/entities.ts';
import { spellPiece, splitTags, wordsOf } from '../../pipeline/providers/split-tags.ts';
import { fromXml, html, toXml, XML } from '../../pipeline/providers/xml.ts';
import { runs } from '../runs.ts';
import { use } from './exchange.ts';

const HTML = html('translate="no"');
// Pieces that make tags, entities and their ruins likely.
const texts = fc.array(fc.oneof(
  fc.constantFrom('<g1>', '</g1>', '<g2>', '</g2>', '<x3/>', '<x3>', '</x3>', '<g1/>', '<', '>', '&', '&amp;', '&lt;g1&gt;', '"', "'", ' ', '</span>', '<span id="g1">', '<g id="1">', '⟦3⟧'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
), { maxLength: 12 }).map((parts) => parts.join('').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));

describe('tagged text in pieces', () => {
  it('is the text again when its pieces are put together', () => {
    fc.assert(fc.property(texts, (text) => {
      expect(splitTags(text).map(spellPiece).join('')).toBe(text);
    }), { numRuns: runs(1000) });
  });

  it('has tags that nest, whatever the text', () => {
    fc.assert(fc.property(texts, (text) => {
      const open: number[] = [];
      for (const piece of splitTags(text)) {
        if (piece.kind === 'open') open.push(piece.id);
        if (piece.kind === 'close') expect(open.pop()).toBe(piece.id);
      }
      expect(open).toEqual([]);
    }), { numRuns: runs(1000) });
  });

  it('says where its words stand', () => {
    const text = '<g1>Harga</g1> naik <x2/>.';
    for (const piece of splitTags(text)) if (piece.kind === 'words') expect(text.slice(piece.start, piece.start + piece.value.length)).toBe(piece.value);
    expect(wordsOf(text)).toBe('Harga naik .');
  });
});

describe('tagged text as XML and HTML', () => {
  it.each([['XML', XML], ['HTML', HTML]] as const)('comes back from %s as it was', (_name, spelling) => {
    fc.assert(fc.property(texts, (text) => {
      expect(fromXml(toXml(text, spelling), spelling)).toBe(text);
    }), { numRuns: runs(1000) });
  });

  it.each([
    ['words with markup characters', 'A & B < C > "D"', 'A &amp; B &lt; C &gt; &quot;D&quot;'],
    ['a pair and a sealed piece', '<g1>Buka <x2/></g1>', '<g id="1">Buka <x id="2"/></g>'],
    ['a pair that crosses another', '<g1>a<g2>b</g1>c</g2>', '<g id="1">a&lt;g2&gt;b</g>c&lt;/g2&gt;'],
    ['characters that XML cannot hold', 'a\u0000b\u001Bc\uD800d\uFFFEe\tf', 'abcde\tf'],
    ['a character beyond the basic plane', 'a😀b', 'a😀b'],
  ])('spells %s', (_name, text, expected) => {
    expect(toXml(text, XML)).toBe(expected);
  });

  it('spells sealed pieces in HTML as spans that hold a sign, so that none is thrown away', () => {
    expect(toXml('Lihat <x2/> <g1>ini</g1>', HTML)).toBe('Lihat <span translate="no" id="x2">⟦2⟧</span> <span id="g1">ini</span>');
  });

  it.each([
    ['an empty element with an end tag', XML, 'See <x id="2"></x>.', 'See <x2/>.'],
    ['other quotes, blanks and order', HTML, "<span  id='x2'  translate = no >⟦ 2 ⟧</span>!", '<x2/>!'],
    ['an attribute without quotes', HTML, '<span id=g1>so</span>', '<g1>so</g1>'],
    ['a span of the server’s own', HTML, '<span class="google-src-text">a</span> b', 'a b'],
    ['elements that are not ours', HTML, 'x <b>y</b> z', 'x <b>y</b> z'],
    ['a tag of ours that lost its number', XML, '<g>a</g>', 'a'],
    ['an end without a start', XML, 'a</g>b', 'ab'],
    ['a pair that was not closed', XML, '<g id="1">a', '<g1>a'],
    ['a less-than sign that is no tag', XML, '1 < 2 and <3', '1 < 2 and <3'],
    ['entities, once only', HTML, 'It&#39;s &quot;R&amp;D&quot; &amp;lt; &#x2019;&nbsp;&mdash;&unknown;', 'It\'s "R&D" &lt; ’\u00A0—&unknown;'],
    ['a pair within a sealed piece', XML, '<x id="2"><g id="1">a</g></x>b', '<x2/>b'],
    ['tags in another order', XML, '<g id="2">b</g> <g id="1">a</g>', '<g2>b</g2> <g1>a</g1>'],
  ] as const)('reads %s', (_name, spelling, answer, expected) => {
    expect(fromXml(answer, spelling)).toBe(expected);
  });

  it('gives up a text whose sealed piece never ends', () => {
    expect(fromXml('See <x id="2">and more', XML)).toBeUndefined();
  });

  it('marks terms within words, and leaves one that a tag cuts', () => {
    const text = 'PSE & <g1>lingkup</g1> privat PSE';
    const spelling = { ...XML, term: (words: string, { target }: { readonly target: string }) => `[${words}=${target}]` };
    const uses = [use(text, 'privat', 'private'), use(text, 'PSE', 'ESO'), { ...use(text, 'lingkup', 'x'), end: text.length - 4 }];
    expect(toXml(text, spelling, uses)).toBe('[PSE=ESO] &amp; <g id="1">lingkup</g> [privat=private] PSE');
  });
});

describe('entities', () => {
  it('decode what was escaped', () => {
    fc.assert(fc.property(texts, (text) => { expect(unescapeXml(escapeXml(text))).toBe(text); }), { numRuns: runs(500) });
  });

  it.each(['&#0;', '&#xD800;', '&#1114112;', '&;', '&#;', '& amp;'])('leave %s as it is', (text) => {
    expect(unescapeXml(text)).toBe(text);
  });
});
