import type { Said } from '@westgate/base';

/** What can be wrong with a district folder, each with what it means. The words are stable: the screen and the tests know them. */
export const FAULT_CODES = {
  'missing-file': 'a file of the format is not there',
  'unknown-file': 'a file the format does not know',
  encoding: 'bytes that are neither UTF-8 nor GB18030, or a character no text may hold',
  malformed: 'not readable as CSV, JSON or GeoJSON',
  'missing-column': 'a column of the table is not there',
  'unknown-column': 'a column the table does not have',
  'duplicate-column': 'the same column twice',
  'cell-count': 'a row with more or fewer cells than the header',
  'missing-value': 'a value that must be given is empty',
  'bad-id': 'an id not written as 1 to 80 letters, digits, dots, dashes or underscores',
  'duplicate-key': 'a row with the key of an earlier row',
  'unknown-reference': 'points to a record that is not in the folder',
  'wrong-kind': 'points to a record of another kind than it says',
  'unknown-word': 'a word that is not in the list of words allowed',
  'bad-day': 'not a day of the calendar written 2024-03-31',
  'bad-period': 'not a period such as 2024, 2024-Q1 or 2024-04-27/2024-04-29',
  'out-of-span': 'a day outside the span of days of the district',
  ahead: 'a day still to come, of something that is said to have happened',
  'bad-number': 'not a number written with digits and a point',
  'bad-integer': 'not a whole number',
  'bad-boolean': 'neither true nor false',
  'bad-text': 'a text that is too long',
  'bad-tag': 'an axis, or a value of an axis, that the district does not have',
  'bad-unit': 'a unit that district.json does not name',
  'missing-unit': 'a number without its unit',
  'no-text': 'a text that is in none of the languages of the district',
  'language-not-kept': 'a text in a language the district does not keep',
  'phrase-not-found': 'words that do not stand letter by letter in their sentence',
  'phrase-ambiguous': 'words that stand more than once in their sentence',
  'text-mismatch': 'sentences.csv and the plan text do not have the same sentences',
  'not-aligned': 'the languages of a plan text do not have the same sentences',
  'bad-geometry': 'a shape that is not a valid GeoJSON geometry',
  'outside-frame': 'a shape that lies outside the frame of the district',
  'position-contradiction': 'what is said of a position and its geometry or reason do not fit together',
  'bad-frame': 'not west, south, east, north in degrees',
  'unknown-crs': 'a projected system that Westgate has no formula for',
  'bad-time-zone': 'not a time zone of the IANA list',
  'bad-language': 'a language other than zh and en, or none',
  'bad-axis': 'an axis or value that is not well formed',
  'duplicate-pattern': 'two aims drawn with the same pattern or colour',
  'no-value': 'a figure with neither a number nor words',
  'missing-new-day': 'rescheduled without the new due date',
  'bad-update': 'a report that says nothing, or says something although nothing changed',
  'bad-review': 'a column that cannot be put under review, or a decision without its day',
  'bad-step': 'a step of a matter under supervision that does not follow from the one before',
  'missing-reason': 'a narrative sentence, or a record that says it has no place, without a reason',
  falls: 'less completed to date than was reported of an earlier month, without a reason',
  cycle: 'a record that is, through others, a member of itself',
  frozen: 'a report that is not as it was made',
} as const;

export type FaultCode = keyof typeof FAULT_CODES;

/** The same in Chinese: what is told of a fault where what was expected is held in English alone. */
const FAULT_CODES_ZH: Readonly<Record<FaultCode, string>> = {
  'missing-file': '缺少格式要求的文件',
  'unknown-file': '格式里没有的文件',
  encoding: '有读不出的字符或编码',
  malformed: '写法读不出来',
  'missing-column': '缺少一列',
  'unknown-column': '没有这一栏，或不能这样改',
  'duplicate-column': '同一列出现两次',
  'cell-count': '格数与表头不符',
  'missing-value': '必填的值空着',
  'bad-id': '编号写法不对',
  'duplicate-key': '与已有的记录重复',
  'unknown-reference': '指向不存在的记录，或还有记录要用到它',
  'wrong-kind': '指向另一种记录',
  'unknown-word': '不在允许的词里',
  'bad-day': '日期不对',
  'bad-period': '时段不对',
  'out-of-span': '日期超出本区的起止日期',
  ahead: '已发生的事，日期却还没到',
  'bad-number': '数写得不对，或超出范围',
  'bad-integer': '整数写得不对，或超出范围',
  'bad-boolean': '既不是 true 也不是 false',
  'bad-text': '文字不合要求',
  'bad-tag': '区里没有的分类或标签',
  'bad-unit': '区里没有的单位',
  'missing-unit': '数没有单位',
  'no-text': '没有任何一种语言的文字',
  'language-not-kept': '用了区不使用的语言',
  'phrase-not-found': '句子里找不到这些字',
  'phrase-ambiguous': '这些字在句子里不止一处',
  'text-mismatch': '句子表与文本不符',
  'not-aligned': '两种语言的句子对不上',
  'bad-geometry': '图形无效',
  'outside-frame': '图形在本区范围之外',
  'position-contradiction': '位置说明与图形矛盾',
  'bad-frame': '范围写法不对',
  'unknown-crs': '不认识或不适用的坐标系',
  'bad-time-zone': '不是时区',
  'bad-language': '语言不对',
  'bad-axis': '分类或标签写得不完整',
  'duplicate-pattern': '两个目标用了同一图案或颜色',
  'no-value': '既没有数也没有文字',
  'missing-new-day': '改期与新日期对不上',
  'bad-update': '填报没有内容，或选了“无变化”却又写了内容',
  'bad-review': '这一栏不能列入审批，或审批结论与日期对不上',
  'bad-step': '督办的这一步接不上前一步',
  'missing-reason': '缺少理由',
  falls: '累计完成比以前少，没有写原因',
  cycle: '首尾相接，成了循环',
  frozen: '报告与生成时不一致',
};

/** One fault of a folder: where it is, what was expected and what was found. */
export interface Fault {
  readonly file: string;
  /** CSV and district.json: the line of the file. GeoJSON: the feature, from 1. Plan text: the paragraph. */
  readonly row: number | null;
  readonly field: string | null;
  readonly code: FaultCode;
  readonly expected: string;
  readonly found: string;
  readonly message: string;
  /** What was expected in Chinese, where that is held. */
  readonly expectedZh?: string;
  /** The key of the row, where it is a record that is held. */
  readonly key?: string;
}

/** Where a value stands in the folder. */
export interface Place {
  readonly file: string;
  readonly row: number | null;
  readonly key?: string;
}

/** What is found where there is nothing. */
const NOTHING = 'nothing';
/** How many faults are kept; `total` goes on counting. */
const MAX_FAULTS = 1000;

/** Collects the faults of one reading, without those that `isHeld` says the district has already; it is asked once for each. */
export class FaultList {
  readonly faults: Fault[] = [];
  total = 0;
  readonly #isHeld: ((fault: Fault) => boolean) | null;

  constructor(isHeld: ((fault: Fault) => boolean) | null = null) {
    this.#isHeld = isHeld;
  }

  /** Notes a fault. `found` is shown shortened; `expected` in both languages where both are held, else in English. */
  add(code: FaultCode, at: Place, field: string | null, expected: string | Said, found: string): void {
    if (this.#isHeld === null && this.faults.length >= MAX_FAULTS) {
      this.total += 1;
      return;
    }
    const shown = shorten(found);
    const where = `${at.file}${at.row === null ? '' : `, ${rowWord(at.file)} ${at.row}`}${field === null ? '' : `, ${field}`}`;
    const said = expectedIn(expected);
    const fault = { ...at, field, code, ...said, found: shown, message: `${where}: expected ${said.expected}, found ${shown}` };
    if (this.#isHeld?.(fault)) return;
    this.total += 1;
    if (this.faults.length < MAX_FAULTS) this.faults.push(fault);
  }
}

/** What is expected, as a fault tells it: in English, and in Chinese where that is held. */
function expectedIn(expected: string | Said): Pick<Fault, 'expected' | 'expectedZh'> {
  return typeof expected === 'string' ? { expected } : { expected: expected.en, expectedZh: expected.zh };
}

/** A fault in Chinese: what was expected where that is held in Chinese, else what its code means. */
export function sayFaultZh({ field, file, code, expectedZh, found }: Omit<Fault, 'row' | 'message'>): string {
  if (expectedZh !== undefined) return sayExpectedZh(field ?? file, expectedZh, found);
  return `${field ?? file}：${FAULT_CODES_ZH[code]}，${foundZh(found)}`;
}

/** What was expected of a field and what was found, in Chinese. */
export function sayExpectedZh(field: string, expected: string, found: string): string {
  return `${field}：应为${expected}，${foundZh(found)}`;
}

function foundZh(found: string): string {
  return found === '' || found === NOTHING ? '现为空' : `现为 ${found}`;
}

function rowWord(file: string): string {
  if (file.endsWith('.geojson')) return 'feature';
  if (file.endsWith('.json')) return 'line';
  return file.endsWith('.md') ? 'paragraph' : 'row';
}

function shorten(text: string): string {
  if (text === '') return NOTHING;
  const points = [...text.slice(0, 1_000).replaceAll(/\s+/g, ' ')];
  return points.length <= 120 ? points.join('') : `${points.slice(0, 119).join('')}…`;
}
