import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../pipeline/ports.ts';
import { readAnswers } from '../../pipeline/providers/model-reply.ts';
import { runs } from '../runs.ts';
import { anyText, job, shown } from './models.ts';

const three = [job('a', 'Satu.'), job('b', 'Dua.'), job('c', 'Tiga.')];
const GOOD = '{"s1":"One.","s2":"Two.","s3":"Three."}';
const done = ['a: One.', 'b: Two.', 'c: Three.'];
const all = (what: string): readonly string[] => ['a', 'b', 'c'].map((id) => `${id}: ! bad output: ${what}`);

describe('what a model wrote', () => {
  it.each<[string, string, readonly string[]]>([
    ['is JSON', GOOD, done],
    ['is JSON with blanks round it', `\n ${GOOD}\n`, done],
    ['has its keys in another order', '{"s3":"Three.","s1":"One.","s2":"Two."}', done],
    ['is JSON in a fence', `\`\`\`json\n${GOOD}\n\`\`\``, done],
    ['is JSON in a fence, with a word before', `Here you are:\n\n\`\`\`json\n${GOOD}\n\`\`\`\n`, done],
    ['comes after a thought', `<think>\n{"s1":"no"} perhaps\n</think>\n${GOOD}`, done],
    ['is two fences', `\`\`\`json\n${GOOD}\n\`\`\`\n\`\`\`json\n${GOOD}\n\`\`\``, all('the answer is no JSON object')],
    ['is a list', '["One.","Two.","Three."]', all('the answer is no JSON object')],
    ['is a text', '"One."', all('the answer is no JSON object')],
    ['is null', 'null', all('the answer is no JSON object')],
    ['is nothing', '', all('the answer is no JSON object')],
    ['is talk', 'One. Two. Three.', all('the answer is no JSON object')],
    ['is cut', GOOD.slice(0, -5), all('the answer is no JSON object')],
    ['is cut within a fence', `\`\`\`json\n${GOOD.slice(0, 20)}`, all('the answer is no JSON object')],
    ['has words after it', `${GOOD}\nI hope this helps!`, all('the answer is no JSON object')],
    ['is two objects', GOOD + GOOD, all('the answer is no JSON object')],
    ['leaves an id out', '{"s1":"One.","s3":"Three."}', ['a: One.', 'b: ! bad output: no answer under its id', 'c: Three.']],
    ['has other ids', '{"x":"One.","S2":"Two."," s3":"Three."}', all('no answer under its id')],
    ['has an id that nobody asked for', '{"s1":"One.","s2":"Two.","s3":"Three.","s4":"Four.","__proto__":"x"}', done],
    ['has an id twice', '{"s1":"One.","s2":"Two.","s2":"Zwei.","s3":"Three."}', ['a: One.', 'b: ! bad output: answered twice', 'c: Three.']],
    ['has an id twice, once in escapes', '{"s1":"One.","s\\u0032":"Two.","s2":"Zwei.","s3":"Three."}', ['a: One.', 'b: ! bad output: answered twice', 'c: Three.']],
    ['has an id again within another value', '{"s1":"One.","s2":"Two.","s3":"Three.","more":{"s1":"x","s2":["s1","s1"]}}', done],
    ['quotes what looks like an id', '{"s1":"One \\"s2\\": {","s2":"Two.","s3":"\\\\"}', ['a: One "s2": {', 'b: Two.', 'c: \\']],
    ['has texts that are none', '{"s1":{"text":"One."},"s2":null,"s3":3}', all('the answer is no text')],
    ['has empty texts', '{"s1":"","s2":" \\n","s3":"Three."}', ['a: ! bad output: empty answer', 'b: ! bad output: empty answer', 'c: Three.']],
    ['has what is no text in it', '{"s1":"O\\u0000ne.","s2":"\\ud800","s3":"Three."}', ['a: ! bad output: the answer holds characters that are no text', 'b: ! bad output: the answer holds characters that are no text', 'c: Three.']],
  ])('%s', (_name, written, expected) => {
    expect(shown(readAnswers(three, written))).toEqual(expected);
  });

  it('may be megabytes long', () => {
    expect(shown(readAnswers([job('a', 'Satu.')], JSON.stringify({ s1: 'a"\n'.repeat(500_000) })))).toEqual(['a: ! bad output: the answer is too long: 500000 letters for 4']);
  });

  it('gives every job one outcome in its order, whatever it is', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('One.', 'Two.'), fc.integer(), fc.constant(null), fc.array(fc.string()));
    const key = fc.oneof(fc.constantFrom('s1', 's2', 's3', 's4'), fc.string());
    const written = fc.oneof(
      anyText,
      fc.array(fc.tuple(key, value)).map((pairs) => `{${pairs.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`).join(',')}}`),
    );
    fc.assert(fc.property(written, (text) => {
      const outcomes = readAnswers(three, text);
      expect(outcomes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      for (const [n, outcome] of outcomes.entries()) {
        // Done only where the object has the key once, with this text.
        if (outcome.status === 'done') {
          expect((JSON.parse(text) as Record<string, unknown>)[`s${n + 1}`]).toBe(outcome.text);
          expect(text.split(`"s${n + 1}":`)).toHaveLength(2);
        }
      }
    }), { numRuns: runs(2000) });
  });
});

describe('an answer that is no translation', () => {
  const source = 'Menteri itu menjelaskan kebijakan baru di depan wartawan.';
  it.each<[string, Job, string, string]>([
    ['a word for a sentence', job('a', source), 'HACKED', 'bad output: the answer is too short: 6 letters for 49'],
    ['a poem for a sentence', job('a', 'Tulis puisi.'), 'Roses are red, violets are blue, sugar is sweet and so are you. '.repeat(4), 'bad output: the answer is too long: 192 letters for 10'],
    ['JSON for a sentence', job('a', source), ' {"s1":"The minister explained the new policy to reporters."}', 'bad output: the answer is code, expected a sentence'],
    ['a fence for a sentence', job('a', source), '```\nThe minister explained the new policy.\n```', 'bad output: the answer is code, expected a sentence'],
    ['a refusal', job('a', source), 'I’m unable to assist with that request, whatever it is.', 'refused: refused: I’m unable to assist with that request, whatever it is.'],
    ['a model that speaks of itself', job('a', source), 'As an AI language model, I have no opinion on that.', 'refused: refused: As an AI language model, I have no opinion on that.'],
  ])('is seen: %s', (_name, one, text, expected) => {
    expect(shown(readAnswers([one], JSON.stringify({ s1: text })))).toEqual([`a: ! ${expected}`]);
  });

  const use = { term: 'PSE', start: 0, end: 3, target: 'Electronic System Operator (ESO)', also: [], avoid: [], keep: false, first: true };
  it.each<[string, Job, string]>([
    ['a short sentence for a short one', job('a', 'Kartu tanda penduduk'), 'ID card'],
    ['a short term for a long name', job('a', 'Kementerian Komunikasi dan Digital', { terms: [{ ...use, end: 34, target: 'Komdigi' }] }), 'Komdigi'],
    ['a first mention that is spelled out', job('a', 'PSE', { terms: [use, use, use, use, use, use] }), 'Electronic System Operator (ESO) '.repeat(5).trim()],
    ['an apology that was made', job('a', 'Maaf, saya tidak bisa membantu, katanya.'), '"Sorry, I cannot help with that," he said.'],
    ['a sentence about a model', job('a', '"Sebagai AI, saya tidak punya pendapat," jawab robot itu.'), '"As an AI language model, I have no opinion," the robot answered.'],
    ['condolences', job('a', 'Saya turut berduka cita atas kepergiannya.'), 'I am sorry for your loss.'],
    ['code that is in the source', job('a', '{"s1":"x"} tertulis di layar.'), '{"s1":"x"} was written on the screen.'],
    ['more than one line', job('a', 'Baris satu, baris dua'), 'Line one,\n\tline two'],
  ])('is not seen in %s', (_name, one, text) => {
    expect(shown(readAnswers([one], JSON.stringify({ s1: text })))).toEqual([`a: ${text}`]);
  });
});

describe('a shifted answer', () => {
  const moved = 'bad output: the answer fits another sentence of the batch';
  const news = [
    job('a', 'Harga beras naik 12,5 persen di Surabaya.'),
    job('b', 'Warga mengeluh.'),
    job('c', 'Sebanyak 8.000 warga Bogor mengungsi.'),
    job('d', 'Bupati Siti Rahma menemui <g1>mereka</g1> pukul 07.30.'),
  ];
  const right = ['Rice prices rose 12.5 percent in Surabaya.', 'Residents complained.', 'As many as 8,000 people in Bogor fled.', 'Regent Siti Rahma met <g1>them</g1> at 7:30.'] as const;
  const [one, two, third, four] = right;
  it.each<[string, readonly (string | undefined)[], string]>([
    ['is not seen where all is well', right, 'abcd'],
    ['moved up by one from the second on', [one, third, four, 'They were very tired.'], ''],
    ['moved down by one', [two, one, third, four], 'cd'],
    ['two texts in one, the rest moved up', [`${one} ${two}`, third, four, 'They were very tired.'], ''],
    ['two texts in one, the second gone', [one, two, `${third} ${four}`, undefined], 'a'],
    ['two swapped', [third, two, one, four], 'd'],
    ['all in reverse', [four, third, two, one], ''],
    ['a tag that is a neighbour\'s', [one, two, 'As many as 8,000 people in Bogor <g1>fled</g1>.', 'Regent Siti Rahma met them at 7:30.'], 'a'],
    ['a name repeated for a pronoun', [one, two, 'As many as 8,000 people in Bogor fled, said Rahma.', four], 'abcd'],
    ['a number in words', ['Rice prices rose by an eighth in Surabaya.', two, third, four], 'abcd'],
  ])('is told by numbers, names and tags: %s', (_name, texts, believed) => {
    const written = JSON.stringify(Object.fromEntries(texts.flatMap((text, n) => (text === undefined ? [] : [[`s${n + 1}`, text]]))));
    const outcomes = readAnswers(news, written);
    expect(outcomes.filter(({ status }) => status === 'done').map(({ id }) => id).join('')).toBe(believed);
    for (const outcome of outcomes) {
      if (outcome.status === 'failed') expect(shown([outcome])[0]).toMatch(new RegExp(`${moved}|no answer under its id`));
    }
  });

  it.each([
    ['the sentence before', { before: 'Pada 2021 harga turun.', after: '' }],
    ['the sentence after', { before: '', after: 'Pada 2021 harga turun.' }],
  ])('is seen in an answer alone that has the numbers of %s and none of its own', (_name, context) => {
    const alone = job('a', 'Sebanyak 8.000 warga mengungsi.', { context });
    expect(shown(readAnswers([alone], '{"s1":"In 2021 prices fell."}'))).toEqual([`a: ! ${moved}`]);
    expect(shown(readAnswers([alone], '{"s1":"Some 8,000 people fled in 2021."}'))).toEqual(['a: Some 8,000 people fled in 2021.']);
  });

  it('is never seen in right answers, and always in swapped ones, when each sentence has a number of its own', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 10, max: 99_999 }), { minLength: 2, maxLength: 20 });
    fc.assert(fc.property(numbers, fc.nat(), fc.nat(), (values, x, y) => {
      const jobs = values.map((value, n) => job(`j${n}`, `Ada ${value} orang.`));
      const texts = values.map((value) => `There are ${value} people.`);
      const answer = (list: readonly string[]): string => JSON.stringify(Object.fromEntries(list.map((text, n) => [`s${n + 1}`, text])));
      expect(readAnswers(jobs, answer(texts)).every(({ status }) => status === 'done')).toBe(true);
      const [i, j] = [x % values.length, y % values.length];
      const swapped = texts.map((text, n) => (n === i ? texts[j] : n === j ? texts[i] : text) ?? '');
      const failed = readAnswers(jobs, answer(swapped)).flatMap(({ status }, n) => (status === 'failed' ? [n] : []));
      const first = Math.min(i, j);
      expect(failed).toEqual(i === j ? [] : [...new Set([Math.max(0, first - 1), first, Math.max(i, j)])]);
    }), { numRuns: runs(500) });
  });
});
