import { type InstantString, invariant } from '@westgate/base';
import type { Change, TableName } from '@westgate/domain';
import { type Deed, type DeedSummary, FIRST_HASH, type Head } from '../journal/deed.ts';
import { copyLine } from '../sql/copy-line.ts';
import type { Sql } from '../sql/port.ts';
import { changesAhead } from './ahead.ts';
import { partsOf } from './rows.ts';
import { upgradeChanges } from './upgrade.ts';

interface DeedRow extends Omit<DeedSummary, 'changeCount' | 'prevHash'> {
  readonly change_count: number;
  readonly prev_hash: string;
}

interface ChangeRow extends DeedRow {
  /** Null where there are too many to be one value. */
  readonly changes: readonly Change[] | null;
}

interface FoundRow extends DeedRow {
  readonly found: readonly (Change & { readonly position: number })[];
}

const SUMMARY = 'd.seq, d.at, d.who, d.verb, d.reason, d.idem, d.request, d.undoes, d.change_count, d.prev_hash, d.hash, d.schema';
const CHANGE = "jsonb_build_object('table', c.table_name, 'key', c.key, 'before', c.before, 'after', c.after)";
const PLACED = `${CHANGE} || jsonb_build_object('position', c.position)`;
/** Changes read as one value: the import of a large district has hundreds of megabytes of them, more than the embedded database can pass on. */
const CHANGES_AT_ONCE = 500;
const WITH_CHANGES = `
  select ${SUMMARY}, case when d.change_count <= ${CHANGES_AT_ONCE} then
    (select coalesce(jsonb_agg(${CHANGE} order by c.position), '[]') from deed_change c where c.seq = d.seq) end as changes
  from deed d`;
/** Changes of a deed of many, read one row each. */
const ROWS_AT_ONCE = 4_000;
/** Named by their positions, which count from 1: asked for by how many, all that follow would be sorted for each part. */
const CHANGES = `
  select ${CHANGE} as change from deed_change c where c.seq = $1 and c.position > $2 and c.position <= $3 order by c.position`;

const INSERT_DEEDS = `
  insert into deed (seq, at, who, verb, reason, idem, request, undoes, change_count, prev_hash, hash, schema)
  select seq, at, who, verb, reason, idem, request, undoes, change_count, prev_hash, hash, schema
  from jsonb_to_recordset($1::jsonb) as given (
    seq bigint, at timestamptz, who text, verb text, reason text, idem text, request text, undoes bigint, change_count integer, prev_hash text, hash text,
    schema smallint)`;
const INSERT_CHANGES = `
  insert into deed_change (seq, position, table_name, key, before, after)
  select seq, position, "table", key, nullif(before, 'null'), nullif(after, 'null')
  from jsonb_to_recordset($2::jsonb) as given (seq bigint, position integer, "table" text, key text, before jsonb, after jsonb)`;
const CHANGES_INTO = 'deed_change (seq, position, table_name, key, before, after)';
/** Deeds and images of one statement: what their references point to need only be there when it ends. */
const INSERT_BOTH = `with written as (${INSERT_DEEDS}) ${INSERT_CHANGES}`;

/** A deed may hold thousands of images: few are read at a time. */
const STORED_AT_ONCE = 50;

/** Records deeds and their row images beside the rows they changed. */
export async function insertDeeds(tx: Sql, deeds: readonly Deed[]): Promise<void> {
  const [deedParts, imageParts] = [partsOf(deeds.map(storedAs)), partsOf(deeds.flatMap(placedImages))];
  if (deedParts.length === 1 && imageParts.length === 1) {
    await tx.query(INSERT_BOTH, [JSON.stringify(deedParts.flat()), JSON.stringify(imageParts.flat())]);
    return;
  }
  await insertBare(tx, deeds);
  await insertImages(tx, deeds);
}

/** Records deeds whose images are written later. */
export async function insertBare(tx: Sql, deeds: readonly Deed[]): Promise<void> {
  for (const part of partsOf(deeds.map(storedAs))) await tx.query(INSERT_DEEDS, [JSON.stringify(part)]);
}

/** Records the images of deeds that are recorded. */
export async function insertImages(tx: Sql, deeds: readonly Deed[]): Promise<void> {
  for (const part of partsOf(deeds.flatMap(placedImages))) await tx.copy(CHANGES_INTO, part.map(imageLine));
}

/** An image with its deed and its place there. */
type PlacedImage = Change & { readonly seq: number; readonly position: number };

function placedImages({ seq, changes }: Deed): readonly PlacedImage[] {
  return changes.map(({ table, key, before, after }, index) => ({ seq, position: index + 1, table, key, before, after }));
}

function imageLine({ seq, position, table, key, before, after }: PlacedImage): string {
  return copyLine([seq, position, table, key, before && JSON.stringify(before), after && JSON.stringify(after)]);
}

function storedAs({ seq, at, who, verb, reason, idem, request, undoes, changeCount, prevHash, hash, schema }: Deed): DeedRow {
  return { seq, at, who, verb, reason, idem, request, undoes, change_count: changeCount, prev_hash: prevHash, hash, schema };
}

/** The last deed the database holds. */
export async function readHead(sql: Sql): Promise<Head> {
  const { rows } = await sql.query<Head>('select seq, hash from deed order by seq desc limit 1');
  return rows[0] ?? { seq: 0, hash: FIRST_HASH };
}

/** The deed `seq`, or null; with its first `most` changes. */
export async function findDeed(sql: Sql, seq: number, most: number = Number.POSITIVE_INFINITY): Promise<Deed | null> {
  return firstOf(sql, (await sql.query<ChangeRow>(`${WITH_CHANGES} where d.seq = $1`, [seq])).rows, most);
}

/** The deed first stored with this idempotency key, or null. */
export async function findDeedByIdem(sql: Sql, idem: string): Promise<Deed | null> {
  return firstOf(sql, (await sql.query<ChangeRow>(`${WITH_CHANGES} where d.idem = $1`, [idem])).rows);
}

/** The idempotency keys of all deeds. */
export async function readIdems(sql: Sql): Promise<readonly string[]> {
  const { rows } = await sql.query<{ readonly idem: string }>('select idem from deed where idem is not null');
  return rows.map(({ idem }) => idem);
}

/** A deed as a database holds it, with some of its changes, letter by letter as they were written. */
export interface FoundDeed {
  readonly deed: DeedSummary;
  /** `position`: from 1, among all changes of the deed. */
  readonly changes: readonly { readonly position: number; readonly change: Change }[];
}

/** The deed as readers see it. */
export function readableDeed({ deed, changes }: FoundDeed): Deed {
  return { ...deed, changes: upgradeChanges(changes.map(({ change }) => change)) };
}

/** Deeds that changed one record, newest first, each with its change of that record only. */
export async function readHistory(sql: Sql, table: TableName, key: string, limit: number, before: number): Promise<readonly FoundDeed[]> {
  const { rows } = await sql.query<FoundRow>(
    `select ${SUMMARY}, jsonb_build_array(${PLACED}) as found
     from deed_change c join deed d on d.seq = c.seq
     where c.table_name = $1 and c.key = $2 and c.seq < $3 order by c.seq desc limit $4`,
    [table, key, before, limit],
  );
  return rows.map(foundIn);
}

/** A row by its table and key. */
export interface RowRef {
  readonly table: TableName;
  readonly key: string;
}

/** Changes of many records in one deed that are read at most. */
const TOUCHES_READ = 1_000;
const TOUCHING = `
  with found as (
    select c.seq, c.position from jsonb_to_recordset($1::jsonb) as wanted ("table" text, key text)
    join deed_change c on c.table_name = wanted."table" and c.key = wanted.key where c.seq < $2),
  ranked as (
    select seq, position, dense_rank() over (order by seq desc) as deed, row_number() over (partition by seq order by position) as nth from found)
  select ${SUMMARY}, jsonb_agg(${PLACED} order by c.position) as found
  from ranked r join deed_change c on c.seq = r.seq and c.position = r.position join deed d on d.seq = r.seq
  where r.deed <= $3 and r.nth <= ${TOUCHES_READ} group by d.seq order by d.seq desc`;

/** The number of the deed first stored with this idempotency key, or null. */
export async function findSeqByIdem(sql: Sql, idem: string): Promise<number | null> {
  return (await sql.query<{ readonly seq: number }>('select seq from deed where idem = $1', [idem])).rows[0]?.seq ?? null;
}

/** The numbers of the deeds of a kind, in order. */
export async function seqsOfVerb(sql: Sql, verb: string): Promise<readonly number[]> {
  return (await sql.query<{ readonly seq: number }>('select seq from deed where verb = $1 order by seq', [verb])).rows.map(
    ({ seq }) => seq,
  );
}

/** Deeds that changed any of these rows, newest first, each with its changes of them, the first 1,000; a row stands once among them. */
export async function readTouching(sql: Sql, rows: readonly RowRef[], limit: number, before: number): Promise<readonly FoundDeed[]> {
  const found = await sql.query<FoundRow>(TOUCHING, [JSON.stringify(rows), before, limit]);
  return found.rows.map(foundIn);
}

/** A row as it stood before a deed changed it or took it out. */
export interface FormerRow extends RowRef {
  /** The columns asked for. */
  readonly cells: Readonly<Record<string, unknown>>;
}

/** How rows of these tables stood before they were changed or taken out, each state once, with these columns alone. */
export async function readFormer(sql: Sql, tables: readonly TableName[], columns: readonly string[]): Promise<readonly FormerRow[]> {
  const { rows } = await sql.query<FormerRow>(
    `select distinct c.table_name as "table", c.key,
       (select coalesce(jsonb_object_agg(name, c.before->name), '{}') from jsonb_array_elements_text($2::jsonb) as asked (name)
        where c.before ? name) as cells
     from deed_change c where c.before is not null and c.table_name in (select jsonb_array_elements_text($1::jsonb))`,
    [JSON.stringify(tables), JSON.stringify(columns)],
  );
  return rows;
}

/** The `limit` deeds that follow `seq`, in order, their images letter by letter as they were written, whatever the schema. */
export async function readStoredAfter(sql: Sql, seq: number, limit: number): Promise<readonly Deed[]> {
  const deeds: Deed[] = [];
  for (const row of await rowsAfter(sql, seq, limit)) deeds.push({ ...summaryOf(row), changes: await changesOf(sql, row) });
  return deeds;
}

/** The `limit` deeds that follow `seq`, in order, letter by letter; null for the changes where they are too many to be read at once: {@link readChanges} can. */
export async function readStoredPage(
  sql: Sql,
  seq: number,
  limit: number,
): Promise<readonly { readonly deed: DeedSummary; readonly changes: readonly Change[] | null }[]> {
  return (await rowsAfter(sql, seq, limit)).map((row) => ({ deed: summaryOf(row), changes: row.changes }));
}

async function rowsAfter(sql: Sql, seq: number, limit: number): Promise<readonly ChangeRow[]> {
  return (await sql.query<ChangeRow>(`${WITH_CHANGES} where d.seq > $1 order by d.seq limit $2`, [seq, limit])).rows;
}

/** The changes of a deed after the one at `position`, up to the one at `last`, in order, as many as are read at once. */
export async function readChanges(sql: Sql, seq: number, position: number, last: number): Promise<readonly Change[]> {
  const { rows } = await sql.query<{ change: Change }>(CHANGES, [seq, position, Math.min(position + ROWS_AT_ONCE, last)]);
  return rows.map(({ change }) => change);
}

/** Those deeds among `seqs` that have at most `most` changes, letter by letter as they were written. */
export async function readStoredAmong(sql: Sql, seqs: readonly number[], most: number): Promise<readonly Deed[]> {
  const wanted = 'd.seq in (select value::bigint from jsonb_array_elements_text($1::jsonb) as wanted (value))';
  const { rows } = await sql.query<ChangeRow>(`${WITH_CHANGES} where ${wanted} and d.change_count <= $2`, [JSON.stringify(seqs), most]);
  return rows.map((row) => ({ ...summaryOf(row), changes: row.changes ?? [] }));
}

/** Every deed in order, as {@link readStoredAfter} gives them. */
export async function* storedDeeds(sql: Sql): AsyncGenerator<Deed> {
  for (let last = 0; ; ) {
    const deeds = await readStoredAfter(sql, last, STORED_AT_ONCE);
    yield* deeds;
    if (deeds.length < STORED_AT_ONCE) return;
    last = deeds.at(-1)?.seq ?? last;
  }
}

/** The newest deeds, newest first, without their row images. */
export async function readRecent(sql: Sql, limit: number, before: number): Promise<readonly DeedSummary[]> {
  const { rows } = await sql.query<DeedRow>(`select ${SUMMARY} from deed d where d.seq < $1 order by d.seq desc limit $2`, [before, limit]);
  return rows.map(summaryOf);
}

/** Who did deeds, as it is stored: the id of a person whose name is sealed, or a name in plain. */
export interface Writer {
  readonly person: string | null;
  readonly plain: string | null;
  readonly deeds: number;
  readonly first: InstantString;
  readonly last: InstantString;
}

/** Everyone who did a deed, in the order of their first ones. */
export async function readWriters(sql: Sql): Promise<readonly Writer[]> {
  const { rows } = await sql.query<Writer>(
    `select person, plain, count(*) as deeds, min(at) as first, max(at) as last
     from (select substring(who from '^person:(p-[0-9a-f]{16}):') as person, case when who like 'person:p-%:%' then null else who end as plain, at
           from deed) d
     group by person, plain order by first, person, plain`,
  );
  return rows;
}

async function firstOf(sql: Sql, rows: readonly ChangeRow[], most?: number): Promise<Deed | null> {
  invariant(rows.length <= 1, 'a deed is found once');
  return rows[0] ? deedOf(sql, rows[0], most) : null;
}

async function deedOf(sql: Sql, row: ChangeRow, most?: number): Promise<Deed> {
  return { ...summaryOf(row), changes: upgradeChanges(await changesOf(sql, row, most)) };
}

/** The changes of a deed in their order: with the row that was read, or some rows at a time. */
async function changesOf(sql: Sql, row: ChangeRow, most: number = Number.POSITIVE_INFINITY): Promise<readonly Change[]> {
  const { seq, changes, change_count: count } = row;
  if (changes !== null) return changes.length <= most ? changes : changes.slice(0, most);
  const wanted = Math.min(count, most);
  // Asked for first: once they are not there any more, the images are.
  const ahead = await changesAhead(sql, seq, count, most);
  if (ahead) return ahead;
  const read: Change[] = [];
  for (let last = 0; last < wanted; last += ROWS_AT_ONCE) for (const change of await readChanges(sql, seq, last, wanted)) read.push(change);
  return read;
}

function foundIn(row: FoundRow): FoundDeed {
  const changes = row.found.map(({ position, table, key, before, after }) => ({ position, change: { table, key, before, after } }));
  return { deed: summaryOf(row), changes };
}

function summaryOf(row: DeedRow): DeedSummary {
  const { seq, at, who, verb, reason, idem, request, undoes, hash, schema } = row;
  return { seq, at, who, verb, reason, idem, request, undoes, changeCount: row.change_count, prevHash: row.prev_hash, hash, schema };
}
