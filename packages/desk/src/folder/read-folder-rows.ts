import { WestgateError } from '@westgate/base';
import { type AnyRow, grouped, keyOf, type Register, TABLE_NAMES, type TableName } from '@westgate/domain';
import { jobRunner } from '../jobs/job-runner.ts';
import type { RowsByTable } from './parse.ts';
import type { FolderAnswer, FolderQuestion, FolderSource, jobs } from './read-folder-job.ts';
import { writeFolder } from './write.ts';

const run = jobRunner<typeof jobs>(new URL('./read-folder-job.js', import.meta.url));
/** A district of 100,000 sites takes a minute and most of this memory. */
const LIMITS = { wallMs: 300_000, memoryMb: 2_400, inputBytes: 1_000_000_000, isLong: true } as const;

/** The rows of a folder, and what is told of it beside. */
export interface FolderReading extends FolderAnswer {
  readonly rows: RowsByTable;
}

/** The district that a folder is read into. */
export interface FolderGround {
  readonly held: () => Register;
  /** The files of the folder are laid over those of the district held. */
  readonly isPartial: boolean;
}

/**
 * Reads a district folder in a worker when it is asked for, and again only where it was read with the district held then and that has changed since.
 * A fault that is held is none of the folder: the value stays as it is held. Throws `WG_FOLDER_INVALID` with all other faults, `WG_TOO_HARD` for a
 * folder that takes too long.
 */
export function folderReader(source: FolderSource, { held, isPartial }: FolderGround, now: () => Date): () => Promise<FolderReading> {
  let reading: Promise<FolderReading & { readonly over: Register | null }> | null = null;
  return async () => {
    const register = held();
    const last = await reading;
    if (last && (last.over === null || last.over === register)) return last;
    const question = { source, isPartial, now: now() };
    reading = isPartial ? readOver(question, register) : readAlone(question, register);
    return reading;
  };
}

type Asked = Omit<FolderQuestion, 'held'>;

/** The rows of a whole folder: read with the district held only where it has faults, which may be those of what is held. */
async function readAlone(asked: Asked, register: Register): Promise<FolderReading & { readonly over: Register | null }> {
  try {
    return { ...(await readRows({ ...asked, held: null })), over: null };
  } catch (error) {
    if (!(error instanceof WestgateError) || error.code !== 'WG_FOLDER_INVALID' || register.district.size === 0) throw error;
    return readOver(asked, register);
  }
}

async function readOver(asked: Asked, register: Register): Promise<FolderReading & { readonly over: Register }> {
  const reading = await readRows({ ...asked, held: writeFolder(register) });
  return { ...reading, rows: withHeld(reading, register), over: register };
}

async function readRows(question: FolderQuestion): Promise<FolderReading> {
  const rows = new Map<TableName, AnyRow[]>(TABLE_NAMES.map((table) => [table, []]));
  const answer = await run('read-folder', question, LIMITS, undefined, (piece) => {
    rows.get(piece.table)?.push(...piece.rows);
  });
  return { ...answer, rows: Object.fromEntries(rows) as unknown as RowsByTable };
}

/** The rows with the values that could not be read as they are held; of a table that was not brought all rows as they are held. */
function withHeld({ rows, unread }: FolderReading, register: Register): RowsByTable {
  const tables = [...new Set(unread.map(({ table }) => table))].map((table): readonly [TableName, readonly AnyRow[]] => {
    const held: ReadonlyMap<string, AnyRow> = register[table];
    const cells = unread.filter((cell) => cell.table === table);
    if (cells.some(({ isGiven }) => !isGiven)) return [table, [...held.values()]];
    const lost = cells.find(({ key }) => !held.has(key));
    if (lost) {
      const message = `${table} ${lost.key}, ${lost.column}: expected a value that can be read, found none that is held there`;
      throw new WestgateError('WG_FOLDER_INVALID', message, { faults: [], total: 1 });
    }
    const given: readonly AnyRow[] = rows[table];
    const byKey = grouped(cells, ({ key }) => key);
    const withOwn = (row: AnyRow, key: string): AnyRow => withCells(row, held.get(key), byKey.get(key));
    return [table, given.map((row) => withOwn(row, keyOf(table, row)))];
  });
  return { ...rows, ...Object.fromEntries(tables) };
}

function withCells(row: AnyRow, held: AnyRow | undefined, cells: FolderReading['unread'] = []): AnyRow {
  return held && cells.length > 0 ? { ...row, ...Object.fromEntries(cells.map(({ column }) => [column, held[column]])) } : row;
}
