import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { InstantString } from '@westgate/base';
import { makeFolder, OWNER_ONLY } from '../disk/files.ts';
import type { Sql } from '../sql/port.ts';

/** One attempt to sign in. It holds no name and nothing that was typed. */
export interface SignIn {
  readonly at: InstantString;
  /** The person whose account was tried; null where there is no such account. */
  readonly person: string | null;
  /** What came of it, in a word. */
  readonly result: string;
  /** Where it came from, without its last part. */
  readonly address: string;
}

/** The attempts to sign in, kept for {@link MONTHS_KEPT} months. */
export interface SignInLog {
  note(entry: SignIn): Promise<void>;
  /** Newest first. `before`: attempts before this instant. */
  read(limit: number, before: InstantString | null): Promise<readonly SignIn[]>;
}

/** Whole months that are kept beside the present one; the law asks for six. */
const MONTHS_KEPT = 12;
const FOLDER = 'sign-ins';
const FILE = /^\d{4}-\d{2}\.jsonl$/;

/**
 * A file a month in `<dataDir>/sign-ins`, readable by its owner alone. Not in the database: an embedded one may be made anew from the deeds,
 * and these are none.
 */
export function folderSignInLog(dataDir: string): SignInLog {
  const folder = join(dataDir, FOLDER);
  const months = (): readonly string[] =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => FILE.test(name))
          .sort()
      : [];
  return {
    async note(entry) {
      makeFolder(folder);
      const line = `${JSON.stringify(entry)}\n`;
      appendFileSync(join(folder, `${entry.at.slice(0, 7)}.jsonl`), line, { mode: OWNER_ONLY.file, flush: true });
      for (const name of months().slice(0, -(MONTHS_KEPT + 1))) rmSync(join(folder, name));
    },
    async read(limit, before) {
      const found: SignIn[] = [];
      for (const name of [...months()].reverse()) {
        if (found.length >= limit) break;
        found.push(...linesOf(join(folder, name)).filter(({ at }) => before === null || at < before));
      }
      return found.slice(0, limit);
    },
  };
}

/** Attempts that last as long as the process. */
export function memorySignInLog(): SignInLog {
  const entries: SignIn[] = [];
  return {
    async note(entry) {
      entries.unshift(entry);
    },
    read: async (limit, before) => entries.filter(({ at }) => before === null || at < before).slice(0, limit),
  };
}

/** Attempts in the table `sign_in` of a server. */
export function sqlSignInLog(database: Sql): SignInLog {
  return {
    async note({ at, person, result, address }) {
      await database.query('insert into sign_in (at, person, result, address) values ($1, $2, $3, $4)', [at, person, result, address]);
      await database.query('delete from sign_in where district_id = 1 and at < $1', [monthsBefore(at)]);
    },
    async read(limit, before) {
      const statement = `select at, person, result, address from sign_in
        where district_id = 1 and ($2::text is null or at < $2) order by at desc, seq desc limit $1`;
      return (await database.query<SignIn>(statement, [limit, before])).rows;
    },
  };
}

/** The entries of a file, newest first; a line that a crash cut short is passed over. */
function linesOf(path: string): readonly SignIn[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line) as SignIn] : []))
    .reverse();
}

/** The first instant that is kept at `at`. */
function monthsBefore(at: InstantString): string {
  const [year = 0, month = 1] = at.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - MONTHS_KEPT, 1)).toISOString();
}
