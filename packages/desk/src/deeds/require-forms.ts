import { type DayString, resultAtOnce, WestgateError } from '@westgate/base';
import {
  type Change,
  type DayBounds,
  type DayForm,
  dayExpected,
  dayFault,
  daySpanOf,
  dayTextFault,
  districtOf,
  fieldsOf,
  type Register,
  type Row,
  TABLES,
  wrongForm,
} from '@westgate/domain';
import { dayInDistrict, dayInZone } from '../folder/day-in-zone.ts';
import { sayExpectedZh } from '../folder/fault.ts';

/** Changes looked at before others have their turn. */
const CHANGES_A_STEP = 200;
/** Faults that one message names. */
const MOST_NAMED = 20;
/** Characters of a text that a message repeats. */
const SHOWN = 60;

/**
 * Throws `WG_INPUT_INVALID` naming every new value that is not of the form of its column: an address that leads to no page, a name with a line
 * break or a character that nobody sees, a day outside the span of the district, something that has happened after `now`. Every deed passes here,
 * wherever its values come from; what is held stays as it is.
 */
export function requireForms(register: Register, changes: readonly Change[], now: Date, looked = changes): void {
  resultAtOnce(formSteps(register, changes, now, looked));
}

/** The same step by step, for whoever gives others their turn between. `looked`: those of the changes that are looked at. */
export function* formSteps(register: Register, changes: readonly Change[], now: Date, looked = changes): Generator<undefined, void> {
  const bounds = boundsAfter(register, changes, now);
  const faults: FormFault[] = [];
  for (const [index, change] of looked.entries()) {
    faultsOf(change, bounds, faults);
    if (index % CHANGES_A_STEP === CHANGES_A_STEP - 1) yield;
  }
  if (faults.length === 0) return;
  const named = faults.slice(0, MOST_NAMED);
  const said = {
    zh: named.map(({ file, key, field, expectedZh, found }) => `${file}，${key}，${sayExpectedZh(field, expectedZh, found)}`).join('；'),
    en: named.map(({ file, key, message }) => `${file}, ${key}: ${message}`).join('; '),
  };
  throw new WestgateError('WG_INPUT_INVALID', said, { field: faults[0]?.field, faults: faults.slice(0, 100) });
}

/** A value that is not of the form of its column, with what was expected. */
interface FormFault {
  readonly file: string;
  readonly key: string;
  readonly field: string;
  readonly found: string;
  readonly code?: string;
  readonly expected: string;
  readonly expectedZh: string;
  readonly message: string;
}

function faultsOf({ table, key, before, after }: Change, bounds: DayBounds, faults: FormFault[]): void {
  if (!after) return;
  for (const column in fieldsOf(table)) {
    const found = after[column];
    if (found === null || found === undefined || found === before?.[column]) continue;
    const dayWrong = dayFault(table, column, after, bounds);
    const expected = dayWrong === null ? wrongForm(table, column, found) : dayExpected(dayWrong, bounds);
    if (expected === null) continue;
    const said = { expected: expected.en, expectedZh: expected.zh };
    const place = { file: TABLES[table].file, key, field: column, found: shownOf(found), ...(dayWrong ? { code: dayWrong } : {}) };
    faults.push({ ...place, ...said, message: `${column}: expected ${said.expected}${dayWrong ? `, found ${String(found)}` : ''}` });
  }
}

/** Throws `WG_INPUT_INVALID` where a text that is given for a day is none, or lies outside the span of the district. */
export function requireDay(register: Register, field: string, form: DayForm, found: string): void {
  const bounds = { span: daySpanOf(districtOf(register)), today: null };
  const fault = dayTextFault(form, found, bounds.span);
  if (fault === null) return;
  const { en, zh } = dayExpected(fault, bounds);
  const shown = found.slice(0, SHOWN);
  const said = { zh: sayExpectedZh(field, zh, shown), en: `${field}: expected ${en}, found ${shown}` };
  throw new WestgateError('WG_INPUT_INVALID', said, { field });
}

/** Throws `WG_INPUT_INVALID`, in both languages, where what is to be frozen or published tells of a day after `today`. */
export function requireKnownBy(today: DayString, asOf: DayString): void {
  if (asOf <= today) return;
  const said = {
    zh: sayExpectedZh('asOf', `不晚于今天（${today}）的日期：报告和公开页只写已知的情况`, asOf),
    en: `asOf: expected a day up to today, ${today}: what is frozen or published tells what is known, found ${asOf}`,
  };
  throw new WestgateError('WG_INPUT_INVALID', said, { field: 'asOf' });
}

/** A value as a message repeats it. */
function shownOf(value: unknown): string {
  return String(value ?? '').slice(0, SHOWN);
}

/** The bounds of days as the changes leave them: they may bring another district, or another span. */
function boundsAfter(register: Register, changes: readonly Change[], now: Date): DayBounds {
  const brought = changes.find(({ table, after }) => table === 'district' && after !== null)?.after as Row<'district'> | undefined;
  const today = brought ? dayInZone(brought.time_zone, now) : dayInDistrict(register, now);
  return { span: daySpanOf(brought ?? districtOf(register)), today };
}
