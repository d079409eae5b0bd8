import { type AnyRow, type Row, TABLE_NAMES, TABLES, type TableName } from '@westgate/domain';
import { checkDistrict, languagesOf } from './check-district.ts';
import { checkGeometry } from './check-geometry.ts';
import { checkRecords } from './check-records.ts';
import { checkReferences } from './check-references.ts';
import { checkClauses, checkTexts } from './check-texts.ts';
import { type Fault, FaultList } from './fault.ts';
import type { FolderFiles } from './files.ts';
import { type LoadedTables, loadTables } from './load.ts';
import { isCompanion, isPlainPath, isPlanTextPath, isTablePath } from './paths.ts';
import { readSentences } from './plan-text.ts';

/** Every row of a district, by table, in the order of the folder; `rev` is 1 throughout. */
export type RowsByTable = { readonly [T in TableName]: readonly Row<T>[] };

/** A folder read: all its rows, or all its faults (the first 1,000 of `total`). Never a part. */
export type ParsedFolder =
  | { readonly status: 'valid'; readonly rows: RowsByTable }
  | { readonly status: 'faulty'; readonly faults: readonly Fault[]; readonly total: number };

/** Reads and checks a whole district folder. Pure: nothing is stored, every fault is found in one run. */
export function parseFolder(given: FolderFiles): ParsedFolder {
  const faults = new FaultList();
  const files = new Map([...given].map(([path, text]) => [path, cleanText(text)]));
  checkFiles(files, faults);
  const tables = loadTables(files, faults);
  checkReferences(tables, faults);
  const district = checkDistrict(tables, faults);
  if (!district) return refuse(faults);
  const languages = languagesOf(district);
  const sentences = readSentences(tables, files, languages, faults);
  checkTexts(tables, languages, faults);
  checkClauses(tables, new Map(sentences.map((sentence) => [sentence.id, sentence])), faults);
  checkRecords(tables, district, faults);
  checkGeometry(tables, district.frame, faults);
  return faults.total > 0 ? refuse(faults) : { status: 'valid', rows: { ...rowsOf(tables), district: [district], sentence: sentences } };
}

function checkFiles(files: FolderFiles, faults: FaultList): void {
  for (const name of TABLE_NAMES) {
    const { file, about } = TABLES[name];
    if (!files.has(file)) faults.add('missing-file', { file, row: null }, null, `a file with one row for ${about}`, '');
  }
  for (const file of files.keys()) {
    if (isPlainPath(file) && (isTablePath(file) || isPlanTextPath(file) || isCompanion(file))) continue;
    faults.add('unknown-file', { file, row: null }, null, 'a file of the format, SOURCE.md, README.md or LICENSE', file);
  }
}

function rowsOf(tables: LoadedTables): RowsByTable {
  const rows: Partial<Record<TableName, readonly AnyRow[]>> = {};
  for (const name of TABLE_NAMES) rows[name] = tables[name].rows.map(({ row }) => row);
  return rows as unknown as RowsByTable;
}

function refuse(faults: FaultList): ParsedFolder {
  if (faults.total === 0) faults.add('malformed', { file: TABLES.district.file, row: null }, null, 'one district', '');
  return { status: 'faulty', faults: faults.faults, total: faults.total };
}

function cleanText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}
