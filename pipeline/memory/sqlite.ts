/** Memory, journal and progress over one embedded SQLite file. */

import { z } from 'zod';
import type { Answer, Journal, Memory, Progress } from '../ports.ts';
import { type Connection, createWriter, openDatabase, type Writer } from './database.ts';

export interface Store {
  readonly memory: Memory;
  readonly journal: Journal;
  readonly progress: Progress;
  /** True where nothing was known before: the sheets must be read again. */
  readonly fresh: boolean;
  close(): void;
}

/**
 * Opens the store at `path` (a file in `.padan/`).
 *
 * @throws FileError where it cannot be opened or made.
 */
export function openStore(path: string): Store {
  const { connection, fresh } = openDatabase(path);
  const writer = createWriter(connection);
  return {
    memory: memoryOver(connection, writer),
    journal: journalOver(connection, writer),
    progress: progressOver(connection, writer),
    fresh,
    close: () => {
      writer.flush();
      connection.close();
    },
  };
}

const answerRow = z.object({ key: z.string(), text: z.string(), unknown: z.string() });
const words = z.array(z.string());

function journalOver(connection: Connection, writer: Writer): Journal {
  const select = connection.prepare(
    'select a.key, a.text, a.unknown from json_each(?) j join answers a on a.key = j.value',
  );
  const insert = connection.prepare('insert or replace into answers values (?, ?, ?)');
  return {
    find(keys) {
      const found = new Map<string, Answer>();
      for (const row of select.all(JSON.stringify(keys))) {
        const { key, text, unknown } = answerRow.parse(row);
        found.set(key, { key, text, unknown: words.parse(JSON.parse(unknown)) });
      }
      return Promise.resolve(found);
    },
    add: (answers) => writer.write(() => {
      for (const answer of answers) insert.run(answer.key, answer.text, JSON.stringify(answer.unknown));
    }),
  };
}

const sheetRow = z.object({ rows: z.string() });
const approvalRow = z.object({ key: z.string(), english: z.string() });

function memoryOver(connection: Connection, writer: Writer): Memory {
  const eraseSheet = connection.prepare('delete from sheets where article = ?');
  const insertSheet = connection.prepare('insert into sheets values (?, ?)');
  const selectSheet = connection.prepare('select rows from sheets where article = ?');
  const eraseApprovals = connection.prepare('delete from approvals where article = ?');
  const insertApproval = connection.prepare('insert into approvals values (?, ?, ?, ?)');
  const selectApprovals = connection.prepare('select key, english from approvals where article = ? order by n');
  const byKey = connection.prepare(
    'select a.key, a.english from json_each(?) j join approvals a on a.key = j.value order by a.article, a.n',
  );
  return {
    put: (article, rows, approvals) => writer.write(() => {
      eraseSheet.run(article);
      eraseApprovals.run(article);
      if (rows !== undefined) insertSheet.run(article, rows);
      approvals.forEach(({ key, english }, n) => insertApproval.run(article, n, key, english));
    }),
    of(article) {
      const sheet = selectSheet.get(article);
      return Promise.resolve({
        rows: sheet === undefined ? undefined : sheetRow.parse(sheet).rows,
        approvals: selectApprovals.all(article).map((row) => approvalRow.parse(row)),
      });
    },
    approved(keys) {
      const found = new Map<string, string[]>();
      for (const row of byKey.all(JSON.stringify(keys))) {
        const { key, english } = approvalRow.parse(row);
        const known = found.get(key);
        if (known === undefined) found.set(key, [english]);
        else known.push(english);
      }
      return Promise.resolve(found);
    },
  };
}

const stageRow = z.object({ signature: z.string(), report: z.string() });
const keysRow = z.object({ article: z.string(), keys: z.union([z.instanceof(Uint8Array), z.instanceof(ArrayBuffer).transform((bytes) => new Uint8Array(bytes))]) });

function progressOver(connection: Connection, writer: Writer): Progress {
  const select = connection.prepare('select signature, report from progress where article = ?');
  const insert = connection.prepare('insert or replace into progress values (?, ?, ?, ?)');
  const all = connection.prepare('select article, keys from progress');
  const erase = connection.prepare('delete from progress where article = ?');
  return {
    of(article) {
      const row = select.get(article);
      return Promise.resolve(row === undefined ? undefined : stageRow.parse(row));
    },
    set: (article, { signature, report }, keys) => writer.write(() => {
      insert.run(article, signature, report, Buffer.from(Uint32Array.from(keys, shortKey).buffer));
    }),
    reopen(keys) {
      const wanted = new Set(keys.map(shortKey));
      const articles: string[] = [];
      for (const raw of all.iterate()) {
        const { article, keys: bytes } = keysRow.parse(raw);
        const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
          if (!wanted.has(view.getUint32(at, true))) continue;
          articles.push(article);
          break;
        }
      }
      return writer.write(() => {
        for (const article of articles) erase.run(article);
      });
    },
  };
}

/** 32 bits of a key: a false hit only costs one needless look at an article. */
function shortKey(key: string): number {
  return Buffer.from(key.slice(0, 6), 'base64url').readUInt32LE(0);
}
