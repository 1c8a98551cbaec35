/** Memory, journal and progress over one embedded SQLite file. */

import { z } from 'zod';
import type { Answer, Approval, Journal, Memory, Progress, RememberedRow } from '../ports.ts';
import { type Connection, openDatabase, transact } from './database.ts';

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
  return {
    memory: memoryOver(connection),
    journal: journalOver(connection),
    progress: progressOver(connection),
    fresh,
    close: () => connection.close(),
  };
}

const answerRow = z.object({ key: z.string(), text: z.string(), unknown: z.string() });
const words = z.array(z.string());

function journalOver(connection: Connection): Journal {
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
    add(answers) {
      transact(connection, () => {
        for (const answer of answers) insert.run(answer.key, answer.text, JSON.stringify(answer.unknown));
      });
      return Promise.resolve();
    },
  };
}

const rememberedRow = z.object({
  key: z.string(),
  id: z.string(),
  row: z.string(),
  approved: z.string().nullable(),
});
const approvalRow = z.object({ key: z.string(), article: z.string(), english: z.string() });

function memoryOver(connection: Connection): Memory {
  const erase = connection.prepare('delete from rows where article = ?');
  const insert = connection.prepare('insert into rows values (?, ?, ?, ?, ?, ?)');
  const select = connection.prepare('select key, id, row, approved from rows where article = ? order by n');
  const approvals = connection.prepare(
    `select r.key, r.article, r.approved as english from json_each(?) j
     join rows r on r.key = j.value and r.approved is not null order by r.article, r.n`,
  );
  return {
    put(article, rows) {
      transact(connection, () => {
        erase.run(article);
        rows.forEach((row, n) => insert.run(article, n, row.id, row.key, row.row, row.approved ?? null));
      });
      return Promise.resolve();
    },
    rows(article) {
      return Promise.resolve(select.all(article).map((raw): RememberedRow => {
        const { approved, ...row } = rememberedRow.parse(raw);
        return { ...row, approved: approved ?? undefined };
      }));
    },
    approved(keys) {
      const found = new Map<string, Approval[]>();
      for (const raw of approvals.all(JSON.stringify(keys))) {
        const approval = approvalRow.parse(raw);
        const known = found.get(approval.key);
        if (known === undefined) found.set(approval.key, [approval]);
        else known.push(approval);
      }
      return Promise.resolve(found);
    },
  };
}

const progressRow = z.object({ signature: z.string() });
const keysRow = z.object({ article: z.string(), keys: z.instanceof(Uint8Array) });

function progressOver(connection: Connection): Progress {
  const select = connection.prepare('select signature from progress where article = ?');
  const insert = connection.prepare('insert or replace into progress values (?, ?, ?)');
  const all = connection.prepare('select article, keys from progress');
  const erase = connection.prepare('delete from progress where article = ?');
  return {
    done(article) {
      const row = select.get(article);
      return Promise.resolve(row === undefined ? undefined : progressRow.parse(row).signature);
    },
    finish(article, signature, keys) {
      insert.run(article, signature, Buffer.from(Uint32Array.from(keys, shortKey).buffer));
      return Promise.resolve();
    },
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
      transact(connection, () => {
        for (const article of articles) erase.run(article);
      });
      return Promise.resolve();
    },
  };
}

/** 32 bits of a key: a false hit only costs one needless look at an article. */
function shortKey(key: string): number {
  return Buffer.from(key.slice(0, 6), 'base64url').readUInt32LE(0);
}
