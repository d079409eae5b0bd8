import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import type { Sql } from '../sql/port.ts';
import type { FileKeep } from './file-keep.ts';

/**
 * The files in the table `kept_file`: several processes on one database see the same ones, and a copy of the database is whole. A file goes
 * through memory once, so the limit on uploads bounds it.
 */
export function sqlFileKeep(database: Sql): FileKeep {
  const read = async (sha256: string): Promise<Uint8Array | null> => {
    const { rows } = await database.query<{ content: string }>(
      "select encode(content, 'base64') as content from kept_file where district_id = 1 and sha256 = $1",
      [sha256],
    );
    return rows[0] ? Buffer.from(rows[0].content, 'base64') : null;
  };
  return {
    async keep(path, sha256) {
      await addFile(database, sha256, readFileSync(path));
      rmSync(path);
    },
    read,
    async hash(sha256) {
      const bytes = await read(sha256);
      return bytes ? createHash('sha256').update(bytes).digest('hex') : null;
    },
    async list(ageMs) {
      const { rows } = await database.query<{ sha256: string }>(
        'select sha256 from kept_file where district_id = 1 and kept_at <= now() - make_interval(secs => $1::double precision) order by 1',
        [ageMs / 1_000],
      );
      return rows.map(({ sha256 }) => sha256);
    },
    async remove(sha256, ageMs) {
      await database.query(
        'delete from kept_file where district_id = 1 and sha256 = $1 and kept_at <= now() - make_interval(secs => $2::double precision)',
        [sha256, ageMs / 1_000],
      );
    },
  };
}

/** Puts a file into the table. */
export async function addFile(sql: Sql, sha256: string, bytes: Buffer): Promise<void> {
  await sql.query(
    `insert into kept_file (sha256, content) values ($1, decode($2, 'base64'))
     on conflict (district_id, sha256) do update set content = excluded.content, kept_at = now()`,
    [sha256, bytes.toString('base64')],
  );
}
