import { describe, expect, it } from 'vitest';
import { classifyBlocks, type PlainBlock } from '../../pipeline/furniture/classify.ts';
import { furnitureRules } from '../../pipeline/furniture/rules.ts';
import { splitFurniture } from '../../pipeline/furniture/split.ts';

const paragraph = (text: string): PlainBlock => ({ text, kind: 'paragraph' });
const TITLE = paragraph('Warga Pesisir Menanam Seribu Bibit Bakau');
const LEAD = paragraph('Demak - Puluhan warga menanam bibit bakau di pantai utara pada akhir pekan lalu, dibantu pelajar dan nelayan setempat.');
const BODY = paragraph('Bibit itu dibeli dari hasil iuran warga selama enam bulan, kata ketua kelompok tani di desa tersebut kepada wartawan.');

const whole = furnitureRules().filter((rule) => rule.at === 'whole');
const cut = furnitureRules().filter((rule) => rule.at !== 'whole');

describe.each(whole)('the rule $name', (rule) => {
  it.each(rule.examples)(`gives ${rule.role} to: %s`, (example) => {
    expect(rule.pattern.test(example)).toBe(true);
    const blocks = rule.weak ? [TITLE, paragraph(example), LEAD, BODY] : [TITLE, LEAD, BODY, paragraph(example), BODY];
    expect(classifyBlocks(blocks, 'text')[rule.weak ? 1 : 3]).toBe(rule.role);
  });

  it.each(rule.not)('does not match: %s', (example) => {
    expect(rule.pattern.test(example)).toBe(false);
  });
});

describe.each(cut)('the rule $name', (rule) => {
  const side = rule.at === 'start' ? 'prefix' : 'suffix';
  it.each(rule.examples)(`cuts a ${rule.role} off: %s`, (example) => {
    const at = example.indexOf('‖');
    const text = example.replace('‖', '');
    const piece = splitFurniture(text, 'body', { first: true, last: true })[side];
    expect(piece).toEqual(side === 'prefix' ? { role: 'dateline', start: 0, end: at } : { role: 'byline', start: at, end: text.length });
  });

  it.each(rule.not)('cuts nothing off: %s', (example) => {
    expect(splitFurniture(example, 'body', { first: true, last: true })[side]).toBeUndefined();
  });
});

it('every rule has a name of its own', () => {
  const names = furnitureRules().map((rule) => rule.name);
  expect(new Set(names).size).toBe(names.length);
});
