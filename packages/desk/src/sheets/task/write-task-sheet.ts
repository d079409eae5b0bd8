import { isDay, type Language } from '@westgate/base';
import { inventedLabel, noticeOf, type Register, writeTextCell } from '@westgate/domain';
import { writeCsv } from '../../folder/csv.ts';
import { inTextOrder } from '../../folder/plan-text.ts';
import { jobRunner } from '../../jobs/job-runner.ts';
import { nameIn } from '../common/kept-words.ts';
import type { jobs } from '../common/write-sheet-job.ts';
import { checkCode } from './check-code.ts';
import { type ExportedCells, exportedCells } from './exported-cells.ts';

/** The cells of a row, with its check code. */
type WrittenCells = ExportedCells & { readonly check: string };

/** A column of the sheets that Westgate writes. */
interface WrittenColumn {
  readonly name: keyof WrittenCells;
  readonly head: Readonly<Record<Language, string>>;
  /** Characters of its width. */
  readonly width: number;
  /** It is written only where a commitment fills it. */
  readonly isAsStated?: true;
}

const COLUMNS: readonly WrittenColumn[] = [
  { name: 'id', head: { zh: '承诺编号', en: 'Commitment ID' }, width: 16 },
  { name: 'number', head: { zh: '序号', en: 'No.' }, width: 7 },
  { name: 'sentence', head: { zh: '报告内容', en: 'Words of the report' }, width: 52 },
  { name: 'task', head: { zh: '重点任务', en: 'Task' }, width: 40 },
  { name: 'lead', head: { zh: '主责单位', en: 'Lead department' }, width: 24 },
  { name: 'support', head: { zh: '协办单位', en: 'Co-operating departments' }, width: 30 },
  { name: 'due', head: { zh: '完成时限', en: 'Deadline' }, width: 14 },
  { name: 'note', head: { zh: '备注', en: 'Remarks' }, width: 36 },
  stated('goal', '量化目标', 'Measurable goal', 30),
  stated('leader', '牵头领导', 'Leader in charge', 14),
  stated('co-leader', '协同领导', 'Co-ordinating leader', 14),
  stated('steps', '季度形象进度', 'Quarterly milestones', 36),
  stated('person', '责任人', 'Person in charge', 14),
  stated('progress', '进展情况', 'Progress', 36),
  stated('problems', '存在问题', 'Problems', 30),
  stated('next', '下一步措施', 'Next steps', 30),
  stated('state', '填报状态', 'Status as stated', 12),
  { name: 'check', head: { zh: '核对码（请勿改动）', en: 'Check code (leave as it is)' }, width: 12 },
];
const SHEET_NAME = { zh: '任务分解表', en: 'Task breakdown' } as const;
const DAY_FORMAT = 'yyyy-mm-dd';
/** Days before the first of March 1900 have no number that every spreadsheet reads alike. */
const FIRST_DAY = '1900-03-01';

const run = jobRunner<typeof jobs>(new URL('../common/write-sheet-job.js', import.meta.url));
const LIMITS = { isLong: true } as const;

/**
 * The ledger as a task sheet (.xlsx) that can be edited and brought back: one row a commitment, in the order of the plans. It is written in a
 * worker.
 */
export async function writeTaskSheet(register: Register, language: Language): Promise<Uint8Array> {
  const rows = rowsOf(register, language);
  const columns = columnsOf(rows);
  const sheet = {
    name: SHEET_NAME[language],
    title: titleOf(register, language),
    columns: columns.map(({ name, head, width }) => ({ head: head[language], width, format: name === 'due' ? DAY_FORMAT : null })),
    rows: rows.map((cells, index) => columns.map(({ name }) => (isCounted(name, cells) ? index + 1 : cellValueOf(name, cells[name])))),
  };
  return run('write-sheet', sheet, LIMITS);
}

/**
 * The same as CSV: UTF-8 with a byte order mark; a text that a spreadsheet would run as a formula has an apostrophe before it. Of an invented district
 * the title of the sheet, which says so, stands in a line above the head, where the reading of sheets knows a title.
 */
export function writeTaskCsv(register: Register, language: Language): string {
  const cells = rowsOf(register, language);
  const columns = columnsOf(cells);
  const rows = cells.map((row, index) =>
    columns.map(({ name }) => (isCounted(name, row) ? String(index + 1) : writeTextCell(row[name] ?? ''))),
  );
  const [district] = register.district.values();
  const title = district?.invented ? [[writeTextCell(titleOf(register, language))]] : [];
  return `\uFEFF${writeCsv([...title, columns.map(({ head }) => head[language]), ...rows])}`;
}

/** What offices' sheets state stands in a column where one of them stated it. */
function columnsOf(rows: readonly WrittenCells[]): readonly WrittenColumn[] {
  return COLUMNS.filter(({ name, isAsStated }) => !isAsStated || rows.some((cells) => cells[name] !== null));
}

function stated(name: keyof WrittenCells, zh: string, en: string, width: number): WrittenColumn {
  return { name, head: { zh, en }, width, isAsStated: true };
}

/** A task that no sheet numbers is counted. */
function isCounted(name: keyof WrittenCells, { number }: WrittenCells): boolean {
  return name === 'number' && number === null;
}

function rowsOf(register: Register, language: Language): readonly WrittenCells[] {
  const order = new Map<string, number>();
  for (const document of register.document.keys()) {
    const own = [...register.sentence.values()].filter((sentence) => sentence.document === document);
    for (const { id } of inTextOrder(own)) order.set(id, order.size);
  }
  const commitments = [...register.commitment.values()];
  const place = (sentence: string): number => order.get(sentence) ?? order.size;
  return commitments
    .sort((a, b) => place(a.sentence) - place(b.sentence))
    .map((commitment) => exportedCells(register, commitment, language))
    .map((cells) => ({ ...cells, check: checkCode(cells) }));
}

/** A text stays a text, whatever it begins with; a day is a date of the spreadsheet. */
function cellValueOf(name: keyof WrittenCells, text: string | null): string | Date | null {
  return name === 'due' && text !== null && isDay(text) && text >= FIRST_DAY ? new Date(`${text}T00:00:00Z`) : text;
}

/** The district and the year of its plans, where they have one: a deadline that is written without a year is in it. */
function titleOf(register: Register, language: Language): string {
  const [district] = register.district.values();
  const name = (district && nameIn(district, language)) ?? '';
  const label = (district && inventedLabel(noticeOf(district), language)) ?? '';
  const years = new Set([...register.document.values()].filter(({ kind }) => kind === 'plan').map(({ covers }) => covers));
  const [only] = years;
  const year = years.size === 1 && only ? /^20\d\d$/.exec(only)?.[0] : undefined;
  if (language === 'zh') return `${name}${year === undefined ? '' : `${year}年`}重点任务分解表${label === '' ? '' : `（${label}）`}`;
  return ['Task breakdown sheet', name, year ?? '', label].filter((part) => part !== '').join(', ');
}
