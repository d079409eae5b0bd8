import type { InstantString } from '@westgate/base';
import type { Sql } from '../sql/port.ts';

/** Someone who is signed in. It stands outside the deeds: an embedded database that is made anew forgets it, and the person signs in again. */
export interface Session {
  /** SHA-256 of what the browser keeps, in hex: who reads the database cannot go on with the session. */
  readonly hash: string;
  readonly person: string;
  readonly made: InstantString;
  /** When it was last used, to the minute. */
  readonly seen: InstantString;
  /** From then on it is over, whatever is done. */
  readonly expires: InstantString;
}

/** Which sessions are meant: one, all of a person, all of a person but one, all that were not used since or are over. */
export type WhichSessions =
  | { readonly hash: string }
  | { readonly person: string; readonly but?: string }
  | { readonly unseenSince: InstantString; readonly over: InstantString };

type Query = Pick<Sql, 'query'>;

const COLUMNS = 'hash, person, made, seen, expires';

/** Keeps a new session. */
export async function addSession(sql: Query, { hash, person, made, seen, expires }: Session): Promise<void> {
  await sql.query(`insert into session (${COLUMNS}) values ($1, $2, $3, $4, $5)`, [hash, person, made, seen, expires]);
}

/**
 * Keeps a new session as long as what lies in the table of personal records is `sealed`; false where it is not. Whoever fills that personal record meanwhile waits,
 * and finds the session.
 */
export async function addSessionWhile(sql: Query, { hash, person, made, seen, expires }: Session, sealed: string): Promise<boolean> {
  const { affectedRows } = await sql.query(
    `with held as (select id from person_drawer where district_id = 1 and id = $2 and sealed = $6 for share)
     insert into session (${COLUMNS}) select $1, id, $3, $4, $5 from held`,
    [hash, person, made, seen, expires, sealed],
  );
  return affectedRows > 0;
}

/** Says when a session was last used; one that was ended does not come back by that. */
export async function touchSession(sql: Query, hash: string, seen: InstantString): Promise<void> {
  await sql.query('update session set seen = greatest(seen, $2) where district_id = 1 and hash = $1', [hash, seen]);
}

/** Every session, the newest first. */
export async function readSessions(sql: Query): Promise<readonly Session[]> {
  return (await sql.query<Session>(`select ${COLUMNS} from session where district_id = 1 order by made desc, hash`)).rows;
}

/** The session of this hash; null for none. */
export async function findSession(sql: Query, hash: string): Promise<Session | null> {
  return (await sql.query<Session>(`select ${COLUMNS} from session where district_id = 1 and hash = $1`, [hash])).rows[0] ?? null;
}

/** Ends sessions; gives how many there were. */
export async function endSessions(sql: Query, which: WhichSessions): Promise<number> {
  const remove = 'delete from session where district_id = 1 and';
  if ('hash' in which) return (await sql.query(`${remove} hash = $1`, [which.hash])).affectedRows;
  if ('person' in which) return (await sql.query(`${remove} person = $1 and hash <> $2`, [which.person, which.but ?? ''])).affectedRows;
  return (await sql.query(`${remove} (seen < $1 or expires < $2)`, [which.unseenSince, which.over])).affectedRows;
}
