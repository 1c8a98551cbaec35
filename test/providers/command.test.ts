import { describe, expect, it } from 'vitest';
import type { Job } from '../../pipeline/ports.ts';
import { createCommand } from '../../pipeline/providers/command.ts';
import { asking } from '../asking.ts';

const job = (id: string, text = 'Harga naik.'): Job => ({ id, text, role: 'body', terms: [], context: { before: '', after: '' } });
const { signal } = new AbortController();

/** A provider whose program is `script`, with the jobs as `jobs`. */
function program(script: string, timeout = 20): ReturnType<typeof createCommand> {
  const read = "const jobs = require('node:fs').readFileSync(0, 'utf8').split('\\n').filter(Boolean).map((line) => JSON.parse(line));";
  return createCommand({ command: [process.execPath, '-e', `${read}${script}`], cwd: '.', batch: 10, timeout });
}

describe('a program of the user’s', () => {
  it.each([
    ['that answers with broken JSON', 'console.log("{\\"id\\": \\"a\\""); console.log(JSON.stringify({id: "b", text: "B"}));', [['a', 'no answer'], ['b', 'B']]],
    ['that answers an id twice', 'for (const {id} of jobs) { console.log(JSON.stringify({id, text: "1"})); console.log(JSON.stringify({id, text: "2"})); }', [['a', 'answered twice'], ['b', 'answered twice']]],
    ['that answers other ids', 'console.log(JSON.stringify({id: "zzz", text: "Z"})); console.log(JSON.stringify({id: "b", text: "B"}))', [['a', 'no answer'], ['b', 'B']]],
    ['that gives an empty text', 'for (const {id} of jobs) console.log(JSON.stringify({id, text: " "}))', [['a', 'empty answer'], ['b', 'empty answer']]],
    ['that says why it failed', 'for (const {id} of jobs) console.log(JSON.stringify({id, error: "too hard"}))', [['a', 'too hard'], ['b', 'too hard']]],
  ])('%s gets a named outcome for each segment', async (_name, script, expected) => {
    const outcomes = await asking(program(script))([job('a'), job('b')]);
    expect(outcomes.map((outcome) => [outcome.id, outcome.status === 'done' ? outcome.text : outcome.reason])).toEqual(expected);
  });

  it('that dies without an answer is a failure that another try may mend, in its own last words', async () => {
    await expect(program('console.error("no model here"); process.exit(3)').translate([job('a')], signal)).rejects.toMatchObject({
      name: 'ProviderError',
      retry: true,
      message: expect.stringMatching(/ended with code 3 and gave no answer; its last words: no model here/) as string,
    });
  });

  it('that hangs is ended when its time is over', async () => {
    await expect(program('setInterval(() => {}, 1000)', 0.3).translate([job('a')], signal)).rejects.toMatchObject({
      name: 'ProviderError',
      retry: true,
      message: expect.stringMatching(/did not end within 0\.3 seconds/) as string,
    });
  });

  it('that is not there is named with the setting to look at', async () => {
    const provider = createCommand({ command: ['./no-such-program'], cwd: '.', batch: 1, timeout: 5 });
    await expect(provider.translate([job('a')], signal)).rejects.toMatchObject({ retry: false, message: expect.stringMatching(/could not be started.*providers\.command\.command/) as string });
  });

  it('is ended when the run is stopped', async () => {
    const controller = new AbortController();
    const waiting = program('setInterval(() => {}, 1000)').translate([job('a')], controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
