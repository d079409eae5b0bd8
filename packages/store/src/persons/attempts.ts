import { STORE_PERIODS } from '../limits/periods.ts';
import type { Sql } from '../sql/port.ts';

/** How attempts of one kind are counted. Times in milliseconds. */
export interface AttemptRule {
  /** Wrong ones, and those being looked at, that cost no wait. */
  readonly free: number;
  /** The wait after them; doubled by each wrong one. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After this long without a wrong one nothing is held against a key. */
  readonly forgottenMs: number;
  /** One that is looked at for longer than this was broken off, and counts as wrong. */
  readonly underwayMs: number;
}

/** What became of an attempt: wrong; right, which clears the key; or not looked at after all, or no matter of guessing. */
export type AttemptEnd = 'wrong' | 'right' | 'back';

type Query = Pick<Sql, 'query'>;

/**
 * Counts an attempt before it is looked at, in one statement. Gives 0 where it may be, else the milliseconds to wait. What is held is forgotten by the
 * time since the last wrong one, however many were taken meanwhile. A time that lies further ahead than the longest wait of an attempt that came in a little
 * later was set by a clock that has gone back since, and does not hold.
 */
export async function takeAttempt(sql: Query, key: string, rule: AttemptRule, nowMs: number): Promise<number> {
  const { free, forgottenMs, underwayMs, longestWaitMs } = rule;
  const held = '(case when $2 - held.last >= $4 then 0 else held.wrong end)';
  const isBrokenOff = '(held.underway > 0 and $2 - held.taken >= $5)';
  const taken = await sql.query(
    `insert into attempt as held (key, wrong, underway, last, taken, until) values ($1, 0, 1, 0, $2, 0)
     on conflict (district_id, key) do update set
       wrong = ${held} + case when ${isBrokenOff} and $2 - held.taken < $4 then held.underway else 0 end,
       underway = case when ${isBrokenOff} then 1 else held.underway + 1 end,
       last = case when ${isBrokenOff} then held.taken else held.last end,
       taken = $2
     where (held.until <= $2 or held.until > $2 + $6 + $5) and (${held} + held.underway < $3 or held.underway = 0 or ${isBrokenOff})
     returning key`,
    [key, nowMs, free, forgottenMs, underwayMs, longestWaitMs],
  );
  if (taken.rows.length > 0) return 0;
  const { rows } = await sql.query<{ until: number }>('select until from attempt where district_id = 1 and key = $1', [key]);
  return Math.max((rows[0]?.until ?? 0) - nowMs, STORE_PERIODS.busyMs);
}

/**
 * Says what became of an attempt that was taken; gives how many wrong ones are held against the key. Of a key with nothing to hold nothing is kept: a wrong
 * one that comes in after the last other was right begins it again.
 */
export async function endAttempt(sql: Query, key: string, end: AttemptEnd, rule: AttemptRule, nowMs: number): Promise<number> {
  const isBack = 'update attempt set underway = greatest(underway - 1, 0)';
  const where = 'where district_id = 1 and key = $1';
  if (end === 'wrong') return endWrong(sql, key, rule, nowMs);
  const [isNothing, cleared] = end === 'right' ? ['underway <= 1', ', wrong = 0, until = 0'] : ['underway <= 1 and wrong = 0', ''];
  const gone = await sql.query(`delete from attempt ${where} and ${isNothing} returning key`, [key]);
  if (gone.rows.length > 0) return 0;
  const { rows } = await sql.query<{ wrong: number }>(`${isBack}${cleared} ${where} returning wrong`, [key]);
  return rows[0]?.wrong ?? 0;
}

async function endWrong(sql: Query, key: string, { free, firstWaitMs, longestWaitMs }: AttemptRule, nowMs: number): Promise<number> {
  const until = (wrong: string) =>
    `case when ${wrong} < $3 then 0 else $2 + least($5, $4 * power(2, least(${wrong} - $3, 30)))::bigint end`;
  const { rows } = await sql.query<{ wrong: number }>(
    `insert into attempt as held (key, wrong, underway, last, taken, until) values ($1, 1, 0, $2, $2, ${until('1')})
     on conflict (district_id, key) do update set
       underway = greatest(held.underway - 1, 0), wrong = held.wrong + 1, last = $2, until = ${until('held.wrong + 1')}
     returning wrong`,
    [key, nowMs, free, firstWaitMs, longestWaitMs],
  );
  return rows[0]?.wrong ?? 0;
}

/** Lets go of keys that nothing was tried under since `beforeMs`. */
export async function sweepAttempts(sql: Query, beforeMs: number): Promise<void> {
  await sql.query('delete from attempt where district_id = 1 and taken < $1', [beforeMs]);
}
