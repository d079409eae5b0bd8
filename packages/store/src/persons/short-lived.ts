import type { Sql } from '../sql/port.ts';

/** Something kept for a short while under a key of its kind. */
export interface ShortLived {
  readonly kind: string;
  readonly key: string;
  /** Of whom only so many are kept; '' for nobody. */
  readonly owner: string;
  readonly held: string;
  /** Milliseconds since 1970 from which it is not there any more. */
  readonly untilMs: number;
}

/** How many of one kind are kept: of one owner, and of all. */
export interface MostKept {
  readonly ofOwner: number;
  readonly ofAll: number;
}

type Query = Pick<Sql, 'query'>;

/** What is left of too many: all are looked through once for many that come. */
const KEPT_SHARE = 0.9;

/**
 * Keeps `entry` unless something stands under its key; false where it does. Of those beyond `most` the oldest go; of all, those of the owner who has
 * most go first: whoever makes thousands pushes out nobody else's.
 */
export async function putShortLived(sql: Query, entry: ShortLived, nowMs: number, most?: MostKept): Promise<boolean> {
  const { kind, key, owner, held, untilMs } = entry;
  await sql.query('delete from short_lived where district_id = 1 and until <= $1', [nowMs]);
  const put = await sql.query(
    `insert into short_lived as kept (kind, key, owner, held, until) values ($1, $2, $3, $4, $5)
     on conflict (district_id, kind, key) do update set owner = excluded.owner, held = excluded.held, until = excluded.until
     where kept.until <= $6 returning key`,
    [kind, key, owner, held, untilMs, nowMs],
  );
  if (most) {
    await sql.query(
      `delete from short_lived where district_id = 1 and kind = $1 and owner = $2 and key = any(array(
         select key from short_lived where district_id = 1 and kind = $1 and owner = $2 order by until desc offset $3))`,
      [kind, owner, most.ofOwner],
    );
    await sql.query(
      `delete from short_lived where district_id = 1 and kind = $1
         and (select count(*) from short_lived where district_id = 1 and kind = $1) > $2
         and key = any(array(select key from (select key, until, row_number() over (partition by owner order by until desc) as place
           from short_lived where district_id = 1 and kind = $1) placed order by place, until desc offset $3))`,
      [kind, most.ofAll, Math.ceil(most.ofAll * KEPT_SHARE)],
    );
  }
  return put.rows.length > 0;
}

/**
 * What stands under a key, which is gone with that: of all who ask at once one gets it. Null for nothing. `held`: only where it is this that stands
 * there.
 */
export async function takeShortLived(sql: Query, kind: string, key: string, nowMs: number, held?: string): Promise<string | null> {
  const { rows } = await sql.query<{ held: string; until: number }>(
    'delete from short_lived where district_id = 1 and kind = $1 and key = $2 and held = coalesce($3, held) returning held, until',
    [kind, key, held ?? null],
  );
  const [taken] = rows;
  return taken && nowMs < taken.until ? taken.held : null;
}

/** What stands under a key, which stays; null for nothing. */
export async function peekShortLived(sql: Query, kind: string, key: string, nowMs: number): Promise<string | null> {
  const { rows } = await sql.query<{ held: string }>(
    'select held from short_lived where district_id = 1 and kind = $1 and key = $2 and until > $3',
    [kind, key, nowMs],
  );
  return rows[0]?.held ?? null;
}

/** How many of a kind an owner has now. */
export async function countShortLived(sql: Query, kind: string, owner: string, nowMs: number): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'select count(*) as count from short_lived where district_id = 1 and kind = $1 and owner = $2 and until > $3',
    [kind, owner, nowMs],
  );
  return rows[0]?.count ?? 0;
}
