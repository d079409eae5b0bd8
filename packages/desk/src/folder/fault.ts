import { inEnglish, type Said, type Told } from '@westgate/base';

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
  'bad-formula': 'a formula that cannot be worked out, or rests on what others may not know of',
  'bad-method': 'a way to work an indicator out from places that does not fit the indicator',
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
  'areas-differ': 'floor areas that do not add up: let + vacant + under works = total',
  cycle: 'a record that is, through others, a member of itself',
  frozen: 'a report that is not as it was made',
} as const;

export type FaultCode = keyof typeof FAULT_CODES;

/** One fault of a folder: where it is, what was expected, in both languages, and what was found. */
export interface Fault {
  readonly file: string;
  /** CSV and district.json: the line of the file. GeoJSON: the feature, from 1. Plan text: the paragraph. */
  readonly row: number | null;
  readonly field: string | null;
  readonly code: FaultCode;
  readonly expected: string;
  readonly expectedZh: string;
  readonly found: string;
  readonly message: string;
  /** What was found in Chinese, where it is told in words and is not the value itself. */
  readonly foundZh?: string;
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
const EMPTY = 'nothing';
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

  /** Notes a fault. `found` is shown shortened: a value as it stands, or what is found told in both languages. */
  add(code: FaultCode, at: Place, field: string | null, { en: expected, zh: expectedZh }: Said, found: Told): void {
    if (this.#isHeld === null && this.faults.length >= MAX_FAULTS) {
      this.total += 1;
      return;
    }
    const shown = shorten(inEnglish(found));
    const where = `${at.file}${at.row === null ? '' : `, ${rowWord(at.file)} ${at.row}`}${field === null ? '' : `, ${field}`}`;
    const message = `${where}: expected ${expected}, found ${shown}`;
    const inChinese = found === '' ? { foundZh: '空' } : typeof found === 'string' ? {} : { foundZh: shorten(found.zh) };
    const fault = { ...at, field, code, expected, expectedZh, found: shown, ...inChinese, message };
    if (this.#isHeld?.(fault)) return;
    this.total += 1;
    if (this.faults.length < MAX_FAULTS) this.faults.push(fault);
  }
}

/** A fault in Chinese: what was expected and what was found. */
export function sayFaultZh({
  field,
  file,
  expectedZh,
  found,
  foundZh,
}: Pick<Fault, 'field' | 'file' | 'expectedZh' | 'found' | 'foundZh'>): string {
  return sayExpectedZh(field ?? file, expectedZh, foundZh ?? found);
}

/** What was expected of a field and what was found, in Chinese. */
export function sayExpectedZh(field: string, expected: string, found: string): string {
  const gap = /^[!-~]/.test(expected) ? ' ' : '';
  return `${field}：应为${gap}${expected}，${sayFoundZh(found)}`;
}

function sayFoundZh(found: string): string {
  return found === '' || found === EMPTY ? '现为空' : `现为 ${found}`;
}

function rowWord(file: string): string {
  if (file.endsWith('.geojson')) return 'feature';
  if (file.endsWith('.json')) return 'line';
  return file.endsWith('.md') ? 'paragraph' : 'row';
}

function shorten(text: string): string {
  if (text === '') return EMPTY;
  const points = [...text.slice(0, 1_000).replaceAll(/\s+/g, ' ')];
  return points.length <= 120 ? points.join('') : `${points.slice(0, 119).join('')}…`;
}
