import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../pipeline/memory/sqlite.ts';
import { takeLock } from '../../pipeline/memory/lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'padan-memory-'));
const stores: Store[] = [];
function open(path = ':memory:'): Store {
  const store = openStore(path);
  stores.push(store);
  return store;
}
afterAll(() => { for (const store of stores) store.close(); });

const key = (name: string): string => name.padEnd(20, '0');

describe('a memory', () => {
  it('gives back what it was given for an article, and forgets what left it', async () => {
    const { memory } = open();
    await memory.put('a', 'rows of a', [{ key: key('k1'), english: 'One' }, { key: key('k2'), english: 'Two' }]);
    await memory.put('b', undefined, [{ key: key('k1'), english: 'Uno' }]);
    expect(await memory.of('a')).toEqual({ rows: 'rows of a', approvals: [{ key: key('k1'), english: 'One' }, { key: key('k2'), english: 'Two' }] });
    expect(await memory.of('b')).toEqual({ rows: undefined, approvals: [{ key: key('k1'), english: 'Uno' }] });
    expect(await memory.of('nobody')).toEqual({ rows: undefined, approvals: [] });
    await memory.put('a', undefined, []);
    expect(await memory.of('a')).toEqual({ rows: undefined, approvals: [] });
    expect(await memory.approved([key('k1'), key('k2')])).toEqual(new Map([[key('k1'), ['Uno']]]));
  });

  it('finds approvals of all articles by key, in order of the articles', async () => {
    const { memory } = open();
    await memory.put('z', undefined, [{ key: key('k'), english: 'Last' }]);
    await memory.put('a', undefined, [{ key: key('k'), english: 'First' }, { key: key('k'), english: 'Second' }]);
    expect((await memory.approved([key('k'), key('other')])).get(key('k'))).toEqual(['First', 'Second', 'Last']);
  });
});

describe('a journal', () => {
  it('finds what was added, the last of a key', async () => {
    const { journal } = open();
    await journal.add([{ key: 'k', text: 'one', unknown: ['x'] }, { key: 'l', text: 'two', unknown: [] }]);
    await journal.add([{ key: 'k', text: 'three', unknown: [] }]);
    expect(await journal.find(['k', 'l', 'm'])).toEqual(new Map([['k', { key: 'k', text: 'three', unknown: [] }], ['l', { key: 'l', text: 'two', unknown: [] }]]));
  });

  it('keeps its answers when the file is opened again, and starts anew when the file is broken', async () => {
    const path = join(folder, 'kept.db');
    const first = openStore(path);
    expect(first.fresh).toBe(true);
    await first.journal.add([{ key: 'k', text: 'kept', unknown: [] }]);
    first.close();
    const second = openStore(path);
    expect(second.fresh).toBe(false);
    expect((await second.journal.find(['k'])).get('k')?.text).toBe('kept');
    second.close();
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    writeFileSync(path, 'this is no database, it is a letter to an editor '.repeat(100));
    const third = openStore(path);
    expect(third.fresh).toBe(true);
    third.close();
  });
});

describe('progress', () => {
  it('remembers where an article stands, and forgets those that hold a key', async () => {
    const { progress } = open();
    const stage = { signature: 's', report: '{}' };
    await progress.set('a', stage, [key('AAAAAAAA'), key('BBBBBBBB')]);
    await progress.set('b', stage, [key('CCCCCCCC')]);
    expect(await progress.of('a')).toEqual(stage);
    await progress.reopen([key('BBBBBBBB')]);
    expect(await progress.of('a')).toBeUndefined();
    expect(await progress.of('b')).toEqual(stage);
  });
});

describe('the lock', () => {
  it('lets one run in, and the next after it', () => {
    const path = join(folder, 'run.lock');
    const release = takeLock(path);
    expect(() => takeLock(path)).toThrow(/Another padan run is at work here/);
    release();
    takeLock(path)();
  });
});
