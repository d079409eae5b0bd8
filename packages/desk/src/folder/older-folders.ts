import { described, FOLDER_TABLES, TABLES, type TableName } from '@westgate/domain';

/** The columns a file may do without, as folders of an older Westgate lack them, and what each then holds. */
export function addedColumns(name: TableName): Readonly<Record<string, unknown>> {
  return described(name).was ?? {};
}

/** True for a table whose file may be missing, as older folders lack it, or that no folder holds. */
export function mayLackFile(name: TableName): boolean {
  const { since, isApart = false } = described(name);
  return since > 1 || isApart;
}

/** The files a folder may do without. */
export const ADDED_FILES: ReadonlySet<string> = new Set(FOLDER_TABLES.filter(mayLackFile).map((name) => TABLES[name].file));
