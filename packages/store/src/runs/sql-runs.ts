import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { STORE_PERIODS } from '../limits/periods.ts';
import type { Sql } from '../sql/port.ts';
import { type ReadRun, RUN_PART_BYTES, type RunKeep } from './run-keep.ts';

/** Runs in the tables `run` and `run_file` of a server, for every process. A file goes through memory part by part. */
export function sqlRunKeep(database: Pick<Sql, 'query'>): RunKeep {
  const read = async (where: string): Promise<readonly ReadRun[]> => {
    const { rows } = await database.query<ReadRun>(
      `select id, rev, owner, is_over as "isOver", asked_at as "askedAt", file, told,
           (extract(epoch from now() - seen_at) * 1000)::double precision as "quietMs"
         from run where district_id = 1 and ${where} order by asked_at desc, id desc`,
    );
    return rows;
  };
  return {
    all: () => read('true'),
    recent: () => read("(not is_over or seen_at > now() - interval '3 minutes')"),
    async put({ id, rev, owner, isOver, askedAt, file, told }) {
      const values = [id, rev, owner, isOver, file, told];
      if (rev === 1) {
        const made = await database.query(
          `insert into run (id, rev, owner, is_over, file, told, asked_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
          [...values, askedAt],
        );
        return made.affectedRows === 1;
      }
      const changed = await database.query(
        `update run set rev = $2, owner = $3, is_over = $4, file = $5, told = $6, seen_at = now()
         where district_id = 1 and id = $1 and rev = $2 - 1`,
        values,
      );
      return changed.affectedRows === 1;
    },
    async seen(owner) {
      await database.query('update run set seen_at = now() where district_id = 1 and owner = $1 and not is_over', [owner]);
    },
    async remove(ids, files) {
      const { rows } = await database.query<{ file: string | null }>(
        'delete from run where district_id = 1 and id in (select jsonb_array_elements_text($1::jsonb)) returning file',
        [JSON.stringify(ids)],
      );
      await database.query(
        `delete from run_file where district_id = 1 and not exists (select from run where run.district_id = 1 and run.file = sha256)
           and (sha256 in (select jsonb_array_elements_text($1::jsonb)) or kept_at < now() - make_interval(secs => $2::double precision))`,
        [JSON.stringify([...files, ...rows.flatMap(({ file }) => file ?? [])]), STORE_PERIODS.unnamedRunFileMs / 1_000],
      );
    },
    async keepFile(path, sha256) {
      const file = openSync(path, 'r');
      try {
        const bytes = Buffer.alloc(RUN_PART_BYTES);
        for (let part = 0; ; part += 1) {
          const count = readSync(file, bytes, 0, RUN_PART_BYTES, part * RUN_PART_BYTES);
          if (count === 0) break;
          await database.query(
            `insert into run_file (sha256, part, content) values ($1, $2, decode($3, 'base64'))
             on conflict (district_id, sha256, part) do update set kept_at = now()`,
            [sha256, part, bytes.toString('base64', 0, count)],
          );
        }
      } finally {
        closeSync(file);
      }
      rmSync(path);
    },
    async filePart(sha256, part) {
      const { rows } = await database.query<{ content: string }>(
        "select encode(content, 'base64') as content from run_file where district_id = 1 and sha256 = $1 and part = $2",
        [sha256, part],
      );
      return rows[0] ? Buffer.from(rows[0].content, 'base64') : null;
    },
  };
}
