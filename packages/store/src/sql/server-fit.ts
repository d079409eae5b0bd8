import { WestgateError } from '@westgate/base';
import type { Sql } from './port.ts';

const OLDEST_SERVER = 160_000;

interface Settings {
  readonly version: number;
  readonly named: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly synchronous_commit: string;
}

/** Refuses, with WG_DATABASE_UNFIT, a server that may lose what it acknowledged, cannot hold every character, or is too old. */
export async function requireFitServer(sql: Sql): Promise<void> {
  const { rows } = await sql.query<Settings>(`
    select current_setting('server_version_num')::integer as version, current_setting('server_version') as named,
      current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as synchronous_commit`);
  const [found] = rows;
  if (!found) return;
  if (found.version < OLDEST_SERVER) throw unfit('version', '16 or newer', found.named);
  if (found.encoding !== 'UTF8') throw unfit('server_encoding', 'UTF8', found.encoding);
  if (found.fsync !== 'on') throw unfit('fsync', 'on', found.fsync);
  if (found.synchronous_commit === 'off') throw unfit('synchronous_commit', 'on', found.synchronous_commit);
}

function unfit(setting: string, expected: string, found: string): WestgateError {
  const message = `Expected a PostgreSQL server with ${setting} ${expected}, found ${found}. See docs/how-to/postgresql.md.`;
  return new WestgateError('WG_DATABASE_UNFIT', message, { setting, expected, found });
}
