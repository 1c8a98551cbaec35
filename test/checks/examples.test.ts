import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createBilingual } from '../../pipeline/builtin/bilingual.ts';
import { CHECKS } from '../../pipeline/checks/list.ts';
import type { Pair } from '../../pipeline/checks/pair.ts';
import { inlineFromCell } from '../../pipeline/formats/inline-cell.ts';
import { type HouseStyle, style } from '../../pipeline/style/style.ts';
import { toPlain } from '../../pipeline/tagged.ts';

/** The examples in a check's doc comment: `@silent id | en`, `@finding id | en | message`. */
function examplesIn(source: string): readonly { id: string; en: string; message: string | undefined }[] {
  return [...source.matchAll(/^ \* @(silent|finding) (.+)$/gm)].map(([, kind, text = '']) => {
    const [id = '', en = '', message] = text.split(' | ');
    return { id, en, message: kind === 'finding' ? message : undefined };
  });
}

/** The house style that a file's examples are judged by: `@style { … }` in its doc comment. */
function styleIn(text: string): HouseStyle {
  return style.parse(parse(/^ \* @style (.+)$/m.exec(text)?.[1] ?? '{}'));
}

const bilingual = createBilingual();

function pairOf(id: string, en: string, house: HouseStyle): Pair {
  const source = inlineFromCell(id, []);
  const target = inlineFromCell(en, source.marks);
  return { source, target, indonesian: toPlain(source), english: toPlain(target), role: 'body', uses: [], style: house, bilingual };
}

const folder = new URL('../../pipeline/checks/', import.meta.url);
const documented = readdirSync(folder).flatMap((file) => {
  const examples = file.endsWith('.ts') && file !== 'terms.ts' ? examplesIn(readFileSync(new URL(file, folder), 'utf8')) : [];
  return examples.length === 0 ? [] : [{ file, examples }];
});

describe('every check', () => {
  it('has examples of both kinds in its doc comment', () => {
    expect(documented).toHaveLength(CHECKS.length);
    for (const { file, examples } of documented) {
      expect(examples.some(({ message }) => message === undefined), file).toBe(true);
      expect(examples.some(({ message }) => message !== undefined), file).toBe(true);
    }
  });
});

describe.each(documented)('$file', ({ file, examples }) => {
  const source = readFileSync(new URL(file, folder), 'utf8');
  const house = styleIn(source);
  const check = CHECKS.find(({ rule }) => source.includes(`rule: '${rule}',\n`));

  it.each(examples.filter(({ message }) => message === undefined))('says nothing of “$id” → “$en”', ({ id, en }) => {
    expect(check?.check(pairOf(id, en, house))).toEqual([]);
  });

  it.each(examples.filter(({ message }) => message !== undefined))('finds the fault in “$id” → “$en”', ({ id, en, message }) => {
    const findings = check?.check(pairOf(id, en, house)) ?? [];
    expect(findings.map((finding) => finding.message)).toEqual([message]);
    expect(findings[0]?.rule).toBe(check?.rule);
    expect(findings[0]?.message).not.toMatch(/[;|]|\/\//);
  });

  it.each(examples.filter(({ message }) => message === undefined))('is not found fault with by any other check: “$id” → “$en”', ({ id, en }) => {
    expect(CHECKS.flatMap((other) => other.check(pairOf(id, en, house)))).toEqual([]);
  });
});
