/** What the tests of Markdown share: a trivial splitter, providers, and GFM examples of our own. */

import type { Inline, Mark, Part } from '../../pipeline/model.ts';
import { cutInline, type PlainRange } from '../../pipeline/formats/inline-cut.ts';
import type { Sentence } from '../../pipeline/formats/markdown-assemble.ts';
import { readMarkdown } from '../../pipeline/formats/markdown-read.ts';
import { writeMarkdown } from '../../pipeline/formats/markdown-write.ts';
import { toPlain } from '../../pipeline/tagged.ts';

export const KEYS = { frontMatter: ['title', 'description', 'subtitle', 'summary'] };

/** Splits after a full stop and a blank; blanks at either end belong to no sentence. */
export function split(plain: string): readonly PlainRange[] {
  const out: PlainRange[] = [];
  for (const match of plain.matchAll(/\S(?:[^.]|\.(?! ))*\.?/g)) {
    out.push({ start: match.index, end: match.index + match[0].trimEnd().length });
  }
  return out;
}

/** The document with each sentence as `translate` gives it. */
export function render(source: string, translate: (sentence: Inline, index: number) => Sentence['target'], all = false): string {
  const document = readMarkdown(source, KEYS);
  const english = new Map<number, readonly Sentence[]>();
  for (const [index, block] of document.blocks.entries()) {
    if (!block.hasWords && !all) continue;
    const ranges = split(toPlain(block.inline));
    const cut = cutInline(block.inline, ranges);
    english.set(index, ranges.map((range, at) => ({ ...range, target: translate(cut[at] ?? { parts: [], marks: [] }, index) })));
  }
  return writeMarkdown(document, english);
}

export const echo = (sentence: Inline): Inline => sentence;

/** Brackets round each run of text that holds a letter or digit. */
export function bracket(sentence: Inline): Inline {
  return {
    marks: sentence.marks,
    parts: sentence.parts.map((part): Part => {
      if (part.kind !== 'text' || !/[\p{L}\p{N}]/u.test(part.value)) return part;
      const [, before = '', core = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(part.value) ?? [];
      return { kind: 'text', value: `${before}⟦${core}⟧${after}` };
    }),
  };
}

/** A sentence that says `words` and keeps the sealed pieces of its source. */
export function saying(words: string): (sentence: Inline) => Inline {
  return (sentence) => ({
    marks: sentence.marks,
    parts: [{ kind: 'text', value: words }, ...sentence.parts.filter((part) => part.kind === 'sealed')],
  });
}

export function textOnly(value: string): Inline {
  return { parts: [{ kind: 'text', value }], marks: [] as Mark[] };
}

export const GFM: readonly string[] = [
  '| foo | bar |\n| --- | --- |\n| baz | bim |\n',
  '| abc | defghi |\n:-: | -----------:\nbar | baz\n',
  '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n',
  '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n',
  '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n',
  '| abc | def |\n| --- |\n| bar |\n',
  '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n',
  '| abc | def |\n| --- | --- |\n',
  '- [ ] foo\n- [x] bar\n',
  '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] **bim** bam\n',
  '~~Hi~~ Hello, ~there~ world!\n',
  'This ~~has a\n\nnew paragraph~~.\n',
  'This will ~~~not~~~ strike.\n',
  'www.commonmark.org\n',
  'Visit www.commonmark.org/help for more information.\n',
  'Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.\n',
  'www.google.com/search?q=Markup+(business)\n\n(www.google.com/search?q=Markup+(business))\n',
  'www.google.com/search?q=commonmark&hl=en\n\nwww.google.com/search?q=commonmark&hl;\n',
  'www.commonmark.org/he<lp\n',
  'http://commonmark.org\n\n(Visit https://encrypted.google.com/search?q=Markup+(business))\n',
  'foo@bar.baz\n\nhello@mail+xyz.example is not valid, but hello+xyz@mail.example is.\n',
  'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_\n',
  'mailto:foo@bar.baz\n\nxmpp:foo@bar.baz/txt\n',
  '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.\n</blockquote>\n',
  'A note[^1] and another[^dua].\n\n[^1]: The first.\n\n[^dua]: The second. With *two* sentences.\n\n    And a paragraph.\n',
  '- satu\n- dua | tiga\n\n1. a\n\n   | x | y |\n   |---|---|\n   | 1 | `a\\|b` |\n',
];

/** Articles of our own: every kind of block, front matter in every style. */
export const OWN: readonly string[] = [
  `---
title: "Harga cabai naik"
description: Pasar pagi ramai
subtitle: 'Warga mengeluh'
summary: |
  Baris satu.
  Baris dua.
tags: [pasar, cabai]
---

# Harga *cabai* naik

Pedagang **di pasar. Pembeli** mengeluh. Harganya \`Rp 8\\.000\` per kilo,
naik dari 7\\.500 &amp; masih naik.

> Kutipan [panjang. Masih](https://contoh.id "Tajuk tautan") kutipan.
> Baris kedua
> > Lebih dalam.

- satu
- dua

  lagi
- [x] tiga

1. angka
2. dua

| Pasar | Harga |
|---|--:|
| Senen \\| Baru | [lihat](x "tabel") |

Judul kedua
===

![Peta pasar](peta.png "Peta")

Akhir[^1]. Lihat [rujukan], kirim ke redaksi@contoh.id.
Baris\\
patah {{< foto id="a_b" >}} habis.

:::note[Catatan]
Isi catatan.
:::

[^1]: Catatan kaki. Dua kalimat.

[rujukan]: https://contoh.id/a_b 'Tajuk rujukan'

    kode

<div>html</div>

***
`,
  '+++\ntitle = "Tetap"\n+++\n\nIsi.',
  '---\ntitle: Judul: dua\n---\n\nIsi.\n',
];
