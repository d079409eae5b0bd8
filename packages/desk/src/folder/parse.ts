import { resultAtOnce, type Said } from '@westgate/base';
import {
  type AnyRow,
  CIRCULAR_FORMAT,
  FOLDER_TABLES,
  isCompanion,
  isEvidencePath,
  isPlainPath,
  isReadPath,
  keyOf,
  MONTHLY_FORMAT,
  nounOf,
  REPORT_FORMAT,
  type Row,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { type Ground, runSteps } from './check.ts';
import { checkDistrict, type DistrictFacts } from './check-district.ts';
import { GEOMETRY_CHECKS } from './check-geometry.ts';
import { REFERENCE_CHECKS } from './check-references.ts';
import { TABLE_CHECKS } from './check-tables.ts';
import { dayInZone } from './day-in-zone.ts';
import { written } from './expected.ts';
import { type Fault, FaultList } from './fault.ts';
import { type FaultTally, listBeyond, tallySteps } from './fault-tally.ts';
import type { FolderFiles } from './files.ts';
import { hashOfReport, keyOfReport } from './frozen-report.ts';
import { type LoadedTables, loadSteps, rowsWith } from './load.ts';
import { ADDED_FILES } from './older-folders.ts';
import { readSentences, type SentencesRead } from './plan-text.ts';

const FORMATS: readonly unknown[] = [REPORT_FORMAT, MONTHLY_FORMAT, CIRCULAR_FORMAT];
const KNOWN_FILE: Said = {
  zh: '格式里有的文件、SOURCE.md、README.md 或 LICENSE',
  en: 'a file of the format, SOURCE.md, README.md or LICENSE',
};

/** Every row of a district, by table, in the order of the folder; `rev` is 1 throughout. */
export type RowsByTable = { readonly [T in TableName]: readonly Row<T>[] };

/** A value that could not be read, as the one held there could not: its row has none. */
export interface UnreadCell {
  readonly table: TableName;
  readonly key: string;
  readonly column: string;
}

/** A folder read: all its rows, or all its faults (the first 1,000 of `total`). Never a part. `unread`: none but by faults that are held. */
export type ParsedFolder =
  | { readonly status: 'valid'; readonly rows: RowsByTable; readonly unread: readonly UnreadCell[] }
  | { readonly status: 'faulty'; readonly faults: readonly Fault[]; readonly total: number };

/**
 * Reads and checks a whole district folder. Pure: nothing is stored, every fault is found in one run. `now`: when it is read, after which nothing
 * has happened; null for what is held, which is not looked at so. `held`: faults that the district has already, which are no reason to refuse it and
 * are not told.
 */
export function parseFolder(given: FolderFiles, now: Date | null = null, held: FaultTally | null = null): ParsedFolder {
  return resultAtOnce(parseSteps(given, now, held));
}

/** The same step by step, for whoever gives others their turn between. */
export function* parseSteps(given: FolderFiles, now: Date | null, held: FaultTally | null): Generator<undefined, ParsedFolder> {
  const faults = held ? listBeyond(held) : new FaultList();
  const { tables, district, sentences } = yield* readSteps(given, now, faults);
  if (faults.total > 0) return { status: 'faulty', faults: faults.faults, total: faults.total };
  if (!district.row) return refuse(faults);
  return { status: 'valid', rows: rowsOf(tables, district.row, sentences), unread: unreadIn(tables) };
}

/** How often each fault is in a folder, however many they are. */
export function tallyFolder(given: FolderFiles, now: Date | null = null): FaultTally {
  return resultAtOnce(folderTallySteps(given, now));
}

/** The same step by step, for whoever gives others their turn between. */
export function folderTallySteps(given: FolderFiles, now: Date | null): Generator<undefined, FaultTally> {
  return tallySteps(function* (faults) {
    yield* readSteps(given, now, faults);
  });
}

/** What is read of a folder, whatever its faults. */
interface TablesRead {
  readonly tables: LoadedTables;
  readonly district: DistrictFacts;
  readonly sentences: SentencesRead;
}

function* readSteps(given: FolderFiles, now: Date | null, faults: FaultList): Generator<undefined, TablesRead> {
  const files = new Map([...given].map(([path, text]) => [path, cleanText(text)]));
  checkFiles(files, faults);
  const tables = yield* loadSteps(files, faults);
  const district = checkDistrict(tables, faults);
  const sentences = readSentences(tables, files, district.languages ?? ['zh', 'en'], faults);
  const today = now && district.timeZone !== null ? dayInZone(district.timeZone, now) : null;
  const ground = { district, texts: sentences.texts, today };
  for (const check of [...REFERENCE_CHECKS, ...TABLE_CHECKS, checkReports, ...GEOMETRY_CHECKS]) {
    yield;
    yield* runSteps(check, tables, ground, faults);
  }
  return { tables, district, sentences };
}

function checkFiles(files: FolderFiles, faults: FaultList): void {
  for (const name of FOLDER_TABLES) {
    const { file, about } = TABLES[name];
    const expected = { zh: `存放${nounOf(name).zh}的文件`, en: `a file with one row for ${about}` };
    if (!files.has(file) && !ADDED_FILES.has(file)) faults.add('missing-file', { file, row: null }, null, expected, '');
  }
  for (const file of files.keys()) {
    if (isPlainPath(file) && (isReadPath(file) || isEvidencePath(file) || isCompanion(file))) continue;
    faults.add('unknown-file', { file, row: null }, null, KNOWN_FILE, file);
  }
}

function rowsOf(tables: LoadedTables, district: Row<'district'>, { texts, newRows }: SentencesRead): RowsByTable {
  const rows: Partial<Record<TableName, readonly AnyRow[]>> = {};
  for (const name of TABLE_NAMES) rows[name] = tables[name].rows.map(({ row }) => row);
  rows.district = [district];
  rows.sentence = [...tables.sentence.rows.map(({ row }) => ({ ...row, ...texts.get(String(row.id)) })), ...newRows];
  return rows as unknown as RowsByTable;
}

function unreadIn(tables: LoadedTables): readonly UnreadCell[] {
  return TABLE_NAMES.flatMap((table) =>
    tables[table].rows.flatMap(({ row, faulty }) => [...faulty].map((column) => ({ table, key: keyOf(table, row), column }))),
  );
}

function refuse(faults: FaultList): ParsedFolder {
  if (faults.total === 0)
    faults.add('malformed', { file: TABLES.district.file, row: null }, null, { zh: '一个区', en: 'one district' }, '');
  return { status: 'faulty', faults: faults.faults, total: faults.total };
}

function cleanText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/** A report is as it was made: its id is its number, its content of the known format, and its hash that of all it freezes. */
function checkReports(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  const columns = ['id', 'number', 'title_zh', 'title_en', 'as_of', 'made_on', 'head_seq', 'head_hash', 'hash', 'content'] as const;
  for (const { row, at } of rowsWith(tables, 'report', columns)) {
    if (row.number < 1 || row.id !== keyOfReport(row.number))
      faults.add('bad-id', at, 'id', written(keyOfReport(Math.max(1, row.number))), row.id);
    if (row.title_zh === null && row.title_en === null)
      faults.add('no-text', at, 'title_en', { zh: '至少一种语言的标题', en: 'a title in one language at least' }, '');
    const content: unknown = row.content;
    if (typeof content !== 'object' || content === null || !('format' in content) || !FORMATS.includes(content.format)) {
      faults.add(
        'malformed',
        at,
        'content',
        { zh: `格式为 ${FORMATS.join(' 或 ')} 的 JSON`, en: `JSON of the format ${FORMATS.join(' or ')}` },
        typeof content === 'string' ? content : JSON.stringify(content),
      );
    } else if (hashOfReport(row) !== row.hash) {
      faults.add('frozen', at, 'hash', { zh: '与报告内容相符的哈希值', en: 'the hash of what the report holds' }, row.hash);
    }
  }
}
