import { type AnyRow, type Register, TABLE_NAMES, type TableName } from '@westgate/domain';
import { runInWorker } from '../jobs/run-in-worker.ts';
import type { RowsByTable } from './parse.ts';
import type { FolderAnswer, FolderQuestion, FolderSource } from './read-folder-job.ts';
import { writeFolder } from './write.ts';

/** A district of 100,000 sites takes a minute and most of this memory. */
const LIMITS = { wallMs: 300_000, memoryMb: 2_400, inputBytes: 1_000_000_000, isLong: true } as const;

/** The rows of a folder, and what is told of it beside. */
export interface FolderReading extends FolderAnswer {
  readonly rows: RowsByTable;
}

/**
 * Reads a district folder in a worker when it is asked for; with `held`, its files are laid over those of the district held then, and read again
 * only where that has changed since. Throws `WG_FOLDER_INVALID` with all faults, `WG_TOO_HARD` for a folder that takes too long.
 */
export function folderReader(source: FolderSource, held: (() => Register) | null, now: () => Date): () => Promise<FolderReading> {
  let over: Register | null = null;
  let reading: Promise<FolderReading> | null = null;
  return () => {
    const register = held?.() ?? null;
    if (reading === null || register !== over) reading = readRows({ source, held: register && writeFolder(register), now: now() });
    over = register;
    return reading;
  };
}

async function readRows(question: FolderQuestion): Promise<FolderReading> {
  const rows = new Map<TableName, AnyRow[]>(TABLE_NAMES.map((table) => [table, []]));
  const answer = await runInWorker('read-folder', question, LIMITS, undefined, (piece) => {
    rows.get(piece.table)?.push(...piece.rows);
  });
  return { ...answer, rows: Object.fromEntries(rows) as unknown as RowsByTable };
}
