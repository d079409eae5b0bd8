import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WestgateError } from '@westgate/base';
import type { ClientBase, CustomTypesConfig, Pool, PoolClient } from 'pg';
import { LIMITS } from '../limits/limits.ts';
import { STORE_PERIODS } from '../limits/periods.ts';
import { OftenRun } from './often-run.ts';
import { PARSERS } from './parsers.ts';
import type { Database, Param, Sql } from './port.ts';
import { connectErrorOf, isLost, LostCommit, serverErrorOf } from './server-error.ts';

const OLDEST_SERVER = 160_000;

interface Settings {
  readonly version: number;
  readonly named: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly synchronous_commit: string;
}

/** How a server's database is spoken with; all may be left out. */
export interface ServerOptions {
  /** Longest a statement may run, in milliseconds, unless its transaction says otherwise; 0: any time. */
  readonly statementMs?: number;
  /** Longest to wait for a connection, in milliseconds. */
  readonly connectMs?: number;
}

/** A database on a server, and what only it can do. */
export interface ServerDatabase extends Database {
  /** Calls `hear` each time someone notifies `channel`, until it is ended; `lost`, once, when its connection is lost. */
  listen(channel: string, hear: () => void, lost: () => void): Promise<{ end(): void }>;
}

const CONNECTIONS = 6;

/**
 * The database that `url` (`postgresql://user:password@host:port/name`) names. Connects once, and throws WG_DATABASE_LOST where nothing answers
 * or the server refuses, WG_DATABASE_UNFIT where the server may lose what it acknowledged or cannot hold every character.
 */
export async function openPostgres(
  url: string,
  { statementMs = LIMITS.statementMs, connectMs = STORE_PERIODS.connectMs }: ServerOptions = {},
): Promise<ServerDatabase> {
  const setUp = async (client: ClientBase): Promise<void> => {
    client.on('error', ignore); // a query under way is refused with it, and the pool drops the connection
    await client.query(sessionOf(statementMs));
    await requireFitServer(sqlOf(client, statementMs));
  };
  // Only who keeps a database on a server loads what speaks with one.
  const pg = await import('pg');
  const types: CustomTypesConfig = { getTypeParser: (oid) => PARSERS[oid] ?? pg.types.getTypeParser(oid, 'text') };
  const pool = new pg.Pool({
    connectionString: checkedUrl(url),
    types,
    max: CONNECTIONS,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    onConnect: setUp,
  });
  pool.on('error', ignore); // an idle connection was lost: the next query opens another
  const database = databaseOf(pool, statementMs);
  try {
    await database.query('select 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return database;
}

function databaseOf(pool: Pool, usualMs: number): ServerDatabase {
  const connect = (): Promise<PoolClient> =>
    pool.connect().catch((error: unknown) => {
      throw connectErrorOf(error);
    });

  const use = async <T>(work: (client: ClientBase) => Promise<T>): Promise<T> => {
    const client = await connect();
    let failure: unknown = null;
    try {
      return await work(client);
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      client.release(isLost(failure));
    }
  };

  return {
    query: (sql, params) => use((client) => sqlOf(client, usualMs).query(sql, params)),
    copy: (into, lines) => use((client) => sqlOf(client, usualMs).copy(into, lines)),
    exec: (sql) => use((client) => sqlOf(client, usualMs).exec(sql)),
    transaction: (work, statementMs) => use((client) => inTransaction(client, work, statementMs ?? usualMs)),
    async listen(channel, hear, lost) {
      const client = await connect();
      let isOver = false;
      const end = (): void => {
        if (isOver) return;
        isOver = true;
        client.off('notification', hear).off('error', onLost).off('end', onLost);
        client.release(true);
      };
      const onLost = (): void => {
        end();
        lost();
      };
      client.on('notification', hear).on('error', onLost).on('end', onLost);
      try {
        await sqlOf(client, usualMs).exec(`listen ${channel}`);
      } catch (error) {
        end();
        throw error;
      }
      return { end };
    },
    close: () => pool.end(),
  };
}

async function inTransaction<T>(client: ClientBase, work: (tx: Sql) => Promise<T>, statementMs: number): Promise<T> {
  const sql = sqlOf(client, statementMs);
  await sql.exec(`begin; set local statement_timeout = ${statementMs}`);
  let result: T;
  try {
    result = await work(sql);
  } catch (error) {
    if (!isLost(error)) await sql.exec('rollback');
    throw error;
  }
  try {
    await sql.exec('commit');
  } catch (error) {
    throw isLost(error) ? new LostCommit(error) : error;
  }
  return result;
}

function sqlOf(client: ClientBase, statementMs: number): Sql {
  const limit = statementMs === 0 ? {} : { query_timeout: statementMs + STORE_PERIODS.serverGraceMs };
  const run = async (text: string, values: readonly Param[]) => {
    const name = values.length === 0 ? null : oftenRun(client).nameOf(text);
    const statement = { text, values: [...values], ...limit, ...(name === null ? {} : { name }) };
    try {
      return await client.query(statement);
    } catch (error) {
      throw serverErrorOf(error);
    }
  };
  return {
    async query<Row>(sql: string, params: readonly Param[] = []) {
      const { rows, rowCount } = await run(sql, params);
      return { rows: rows as Row[], affectedRows: rowCount ?? 0 };
    },
    async copy(into, lines) {
      const { from } = await import('pg-copy-streams');
      const taking = client.query(Object.assign(from(`copy ${into} from stdin`), limit));
      try {
        await pipeline(Readable.from([Buffer.from(lines.join(''))]), taking);
      } catch (error) {
        throw serverErrorOf(error);
      }
      return taking.rowCount;
    },
    async exec(sql) {
      await run(sql, []);
    },
  };
}

const often = new WeakMap<ClientBase, OftenRun>();

/** What is prepared on a connection stays with it. */
function oftenRun(client: ClientBase): OftenRun {
  const held = often.get(client) ?? new OftenRun();
  often.set(client, held);
  return held;
}

function ignore(): void {}

/** What every session sets, so that the server's own settings change no answer. */
function sessionOf(statementMs: number): string {
  return `
    set timezone = 'UTC';
    set datestyle = 'ISO';
    set search_path = public;
    set extra_float_digits = 1;
    set statement_timeout = ${statementMs};
    set lock_timeout = ${STORE_PERIODS.chainLockMs};
    set idle_in_transaction_session_timeout = ${STORE_PERIODS.idleInTransactionMs};
    set application_name = 'westgate'`;
}

function checkedUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new WestgateError('WG_INPUT_INVALID', 'expected DATABASE_URL of the form postgresql://user:password@host:5432/name');
}

/** Refuses, with WG_DATABASE_UNFIT, a server that may lose what it acknowledged, cannot hold every character, or is too old. */
async function requireFitServer(sql: Sql): Promise<void> {
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
