import { positionsOf } from '@westgate/base';
import { type AnyRow, isBaseMapPath, isEvidencePath, TABLE_NAMES, TABLES, type TableName } from '@westgate/domain';
import type { JobSite } from '../jobs/job.ts';
import { type FolderFiles, readFolder } from './files.ts';
import { silentTables } from './keep-visibility.ts';
import type { RowsByTable, UnreadCell } from './parse.ts';
import { folderRows } from './rows-of-folder.ts';

/** A district folder: its files, or the path of one on this machine. */
export type FolderSource = FolderFiles | { readonly path: string };

/** A folder to read. */
export interface FolderQuestion {
  readonly source: FolderSource;
  /** The files of the district held, whose faults are none of this folder; null where it is not looked at. */
  readonly held: FolderFiles | null;
  /** The files given are laid over those held. */
  readonly isPartial: boolean;
  /** When it is read. */
  readonly now: Date;
}

/** Some rows of a table, in the order of the folder. */
export interface FolderPiece {
  readonly table: TableName;
  readonly rows: readonly AnyRow[];
}

/** The evidence files that lie in a district folder on this machine. */
export interface BroughtFiles {
  readonly dir: string;
  /** Their paths within the folder. */
  readonly paths: readonly string[];
}

/** What is told of a folder once its rows are handed over. */
export interface FolderAnswer {
  /** The tables of which it does not say who may see a record. */
  readonly silent: readonly TableName[];
  /** Values that could not be read, as those held there could not. `isGiven`: in a file that was brought. */
  readonly unread: readonly (UnreadCell & { readonly isGiven: boolean })[];
  /** The evidence files that lie in it; null where it is not on this machine. */
  readonly brought: BroughtFiles | null;
}

/** Columns and positions that are handed over at once. */
const VALUES_AT_ONCE = 20_000;

/** The job that reads a folder. */
export const jobs = { 'read-folder': readFolderJob } as const;

/** Reads and checks a district folder and hands over its rows some at a time. Throws `WG_FOLDER_INVALID` with all faults. */
async function readFolderJob({ source, held, isPartial, now }: FolderQuestion, site: JobSite<FolderPiece>): Promise<FolderAnswer> {
  const given = 'path' in source ? await readFolder(source.path) : source;
  const files = isPartial && held !== null ? new Map([...held, ...given]) : given;
  const { rows, unread } = folderRows(files, now, held);
  for (const table of TABLE_NAMES) for (const part of inParts(rows, table)) await site.hand({ table, rows: part });
  const brought = 'path' in source ? { dir: source.path, paths: [...given.keys()].filter(isEvidencePath) } : null;
  const isGiven = (table: TableName): boolean => [...given.keys()].some((path) => filesHold(path, table));
  return { silent: silentTables(files), unread: unread.map((cell) => ({ ...cell, isGiven: isGiven(cell.table) })), brought };
}

function filesHold(path: string, table: TableName): boolean {
  return path === TABLES[table].file || (table === 'feature' && isBaseMapPath(path));
}

function* inParts(rows: RowsByTable, table: TableName): Generator<readonly AnyRow[]> {
  let part: AnyRow[] = [];
  let values = 0;
  for (const row of rows[table]) {
    part.push(row);
    values += Object.keys(row).length + ('geometry' in row && row.geometry ? positionsOf(row.geometry).length : 0);
    if (values < VALUES_AT_ONCE) continue;
    yield part;
    [part, values] = [[], 0];
  }
  if (part.length > 0) yield part;
}
