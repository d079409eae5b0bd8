import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryFS, PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import { PARSERS } from './parsers.ts';
import type { Database, Sql } from './port.ts';

/**
 * A database of a district is some megabytes, and behind it the operating system keeps its files: PostgreSQL's own cache of 128 MB would be
 * zeroed at each opening, and segments of its log of 16 MB would be most of a folder.
 */
const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];
const FIRST_START = ['--wal-segsize=1'];

/** Opens PGlite in `folder`, or in memory for null. An empty one begins as a copy of the database whose files lie in the folder `template`. */
export async function openPGlite(folder: string | null, template: string | null = null): Promise<Database> {
  if (folder !== null && template !== null) cpSync(template, folder, { recursive: true });
  const place = folder === null ? { fs: new FilledMemory(template) } : { dataDir: folder };
  const pglite = await PGlite.create({ ...place, startParams: START, initDbStartParams: FIRST_START, parsers: PARSERS });
  return {
    ...sqlOf(pglite),
    transaction: (work) => pglite.transaction((tx) => work(sqlOf(tx))),
    close: () => pglite.close(),
  };
}

/** Files in memory that begin as those of a folder, or as none. */
class FilledMemory extends MemoryFS {
  readonly #folder: string | null;

  constructor(folder: string | null) {
    super();
    this.#folder = folder;
  }

  override async initialSyncFs(): Promise<void> {
    if (this.#folder !== null) this.#fill(this.#folder, PGlite.paths.PGDATA);
  }

  #fill(from: string, to: string): void {
    const files = this.pg?.Module.FS;
    files?.mkdir(to);
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const [source, target] = [join(from, entry.name), `${to}/${entry.name}`];
      if (entry.isDirectory()) this.#fill(source, target);
      else files?.writeFile(target, readFileSync(source), { canOwn: true });
    }
  }
}

function sqlOf(runner: PGlite | PGliteTransaction): Sql {
  return {
    async query<Row>(sql: string, params: readonly (string | number | boolean | null)[] = []) {
      const { rows, affectedRows } = await runner.query<Row>(sql, [...params]);
      return { rows, affectedRows: affectedRows ?? 0 };
    },
    async exec(sql) {
      await runner.exec(sql);
    },
  };
}
