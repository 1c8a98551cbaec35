import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../../pipeline/sheet/sheet-read.ts';
import type { Layout } from '../../pipeline/sheet/sheet.ts';
import { writeSheet } from '../../pipeline/sheet/sheet-write.ts';
import { anySheet, prettier, row, sampleSheet, told, words } from './samples.ts';
import { runs } from '../runs.ts';

/** Milliseconds: properties over whole documents, on a machine that has other work. */
const SLOW = 120_000;
const LAYOUTS: readonly Layout[] = ['table', 'stacked'];

test('a sheet as a table', () => {
  expect(writeSheet(sampleSheet('table')).replace(/<!--[a-z0-9]{16}-->/g, '<!--k3f9-->')).toBe(`---
padan: 1
source: input/banjir.txt
languages: [id, en]
provider: builtin
counts: { rows: 5 }
rows: "1x1 2x3 3x1"
---

<!-- Padan: change the English or the Review, nothing else. Review: ok = approved, omit = no English here, redo = translate again; a note follows //. -->

| # | Indonesian | English | Review |
|--:|---|---|---|
| 1.1 <!--k3f9--> | Banjir surut di Demak | Flood recedes in Demak | draft |

## Warga pulang

| # | Indonesian | English | Review |
|--:|---|---|---|
| 2.1 <!--k3f9--> | Air mulai surut pada Senin pagi. | The water began to recede on Monday morning. | draft |
| 2.2 <!--k3f9--> | Sekitar 40 keluarga sudah pulang. | Some 40 families have gone home. | ok // asked the village head |
| 2.3 <!--k3f9--> | Sisanya menunggu di balai desa. | The others wait in the village hall. | draft; check: number 3 is missing |
| 3.1 <!--k3f9--> | 2 dari 4 halaman |  | dropped: page marker |

## Left over

| # | Indonesian | English | Review |
|--:|---|---|---|
| 4.1 <!--k3f9--> | Kalimat ini sudah tidak ada. | This sentence is gone. | edited |
`);
});

test('a stacked sheet', () => {
  const sheet = { ...sampleSheet('stacked'), sections: sampleSheet('stacked').sections.slice(1), leftOver: [] };
  expect(writeSheet(sheet).replace(/<!--[a-z0-9]{16}-->/g, '<!--k3f9-->').split('-->\n').slice(1).join('-->\n')).toBe(`
## Warga pulang

###### 2.1 <!--k3f9--> draft

> Air mulai surut pada Senin pagi.

The water began to recede on Monday morning.

###### 2.2 <!--k3f9--> ok // asked the village head

> Sekitar 40 keluarga sudah pulang.

Some 40 families have gone home.

###### 2.3 <!--k3f9--> draft; check: number 3 is missing

> Sisanya menunggu di balai desa.

The others wait in the village hall.

###### 3.1 <!--k3f9--> dropped: page marker

> 2 dari 4 halaman
`);
});

describe.each(LAYOUTS)('a sheet that was written is read back (%s)', (layout) => {
  test('the sample, with its line numbers', () => {
    const text = writeSheet(sampleSheet(layout));
    const read = readSheet(text);
    expect(told(read)).toEqual(told(sampleSheet(layout)));
    expect(read.layout).toBe(layout);
    expect(read.written).toEqual(['1.1', '2.1', '2.2', '2.3', '3.1']);
    expect(read.remarks).toEqual([]);
    const lines = text.split('\n');
    for (const one of read.sections.flatMap((section) => section.rows)) expect(lines[one.line - 1]).toContain(` ${one.id} <!--`);
  });

  test('any sheet', () => {
    fc.assert(
      fc.property(anySheet(layout), (sheet) => {
        expect(told(readSheet(writeSheet(sheet)))).toEqual(told(sheet));
      }),
      { numRuns: runs(40) },
    );
  }, SLOW);

  test('any sheet, after Prettier', async () => {
    await fc.assert(
      fc.asyncProperty(anySheet(layout), async (sheet) => {
        expect(told(readSheet(await prettier(writeSheet(sheet))))).toEqual(told(sheet));
      }),
      { numRuns: runs(20) },
    );
  }, SLOW);

  test('headings of the article that read like the sheet’s own', () => {
    const headings = ['Left over', '2.1', '2.1 Latar belakang', 'Bahasa C#', 'C #', '#', ''];
    const sheet = {
      ...sampleSheet(layout),
      sections: headings.map((heading, at) => ({ heading: words(heading), depth: 1 + (at % 6), rows: [row(`${at + 1}.1`, 'Ya.', 'Yes.')] })),
    };
    for (const depth of [1, 2, 6]) {
      const same = { ...sheet, sections: sheet.sections.map((section) => ({ ...section, depth })) };
      expect(told(readSheet(writeSheet(same)))).toEqual(told(same));
    }
  });

  test('a sheet without rows', () => {
    const sheet = { frontMatter: {}, layout, sections: [], leftOver: [] };
    expect(told(readSheet(writeSheet(sheet)))).toEqual(told(sheet));
  });
});
