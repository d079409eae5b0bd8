import { PGlite, type Transaction as PGliteTransaction } from '@electric-sql/pglite';
import { PARSERS } from './parsers.ts';
import type { Database, Sql } from './port.ts';

/** The embedded database, and what only it can do. */
export interface EmbeddedDatabase extends Database {
  /** The whole database as a packed folder, to begin others with. */
  pack(): Promise<Uint8Array>;
}

/** Opens PGlite in `folder`, or in memory for null. An empty folder begins as what `template` (from `pack`) holds. */
export async function openPGlite(folder: string | null, template: Blob | null = null): Promise<EmbeddedDatabase> {
  const pglite = await PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    ...(template ? { loadDataDir: template } : {}),
    parsers: PARSERS,
  });
  return {
    ...sqlOf(pglite),
    transaction: (work) => pglite.transaction((tx) => work(sqlOf(tx))),
    close: () => pglite.close(),
    async pack() {
      await pglite.exec('checkpoint');
      const archive = await pglite.dumpDataDir('gzip');
      return new Uint8Array(await archive.arrayBuffer());
    },
  };
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
