import { type DayString, dayOf, isDay, isPeriod, periodSpan } from '@westgate/base';
import { type Field, kindOf } from '../kernel/field.ts';
import { type DaySpan, USUAL_SPAN } from './fields/usual-span.ts';
import type { Register } from './register.ts';
import { fieldsOf, type Row, TABLE_NAMES, type TableName } from './tables.ts';

/** The days that a district may choose its own span from. */
export const WIDEST_SPAN: DaySpan = { first: dayOf('1000-01-01'), last: dayOf('2999-12-31') };
const MONTH = /^\d{4}-\d{2}$/;

/** The span of days of a district; the usual one while there is none, or where its own is none. */
export function daySpanOf(district: Chosen | undefined): DaySpan {
  const known = district && spans.get(district);
  if (known) return known;
  const span = spanOf(district);
  if (district) spans.set(district, span);
  return span;
}

/** What a district chooses its span by. */
type Chosen = Pick<Row<'district'>, 'first_day' | 'last_day'>;
/** Spans of districts, which never change in place: every row is looked at by one. */
const spans = new WeakMap<Chosen, DaySpan>();

function spanOf(district: Chosen | undefined): DaySpan {
  const { first_day: first, last_day: last } = district ?? {};
  const isSpan = first && last && isDay(first) && isDay(last) && WIDEST_SPAN.first <= first && first <= last && last <= WIDEST_SPAN.last;
  return isSpan ? { first, last } : USUAL_SPAN;
}

/** The district of a register; undefined while there is none. */
export function districtOf(register: Pick<Register, 'district'>): Row<'district'> | undefined {
  return register.district.values().next().value;
}

/** What is wrong with a value that names a day, a period or a year: it is none, lies outside the span, or says that something was that is still to come. */
export type DayFaultName = 'no-day' | 'out-of-span' | 'ahead';

/** Where a value of a record may name a day. */
export interface DayBounds {
  readonly span: DaySpan;
  /** The day of the deed, after which nothing has happened yet; null: that is not looked at. */
  readonly today: DayString | null;
}

/** How a text names days: one, a month, or a period of any form. */
export type DayForm = 'day' | 'month' | 'period';

/** What is wrong with the day, period or year that a row has in that column; null where nothing is, where there is none, and for every other kind of column. */
export function dayFault(table: TableName, column: string, row: Cells, { span, today }: DayBounds): DayFaultName | null {
  const value = row[column];
  if (value === null || value === undefined) return null;
  const field = fieldsOf(table)[column];
  const named = field && namedDays(field);
  if (!named) return null;
  const text = named.textOf(value);
  if (typeof text !== 'string') return 'no-day';
  const fault = dayTextFault(named.form, text, field.form === 'bound' ? WIDEST_SPAN : span);
  if (fault !== null || !saysPast(field, row) || today === null || !isPeriod(text)) return fault;
  return periodSpan(text)[0] > today ? 'ahead' : null;
}

/** What is wrong with a text as the name of days within `span`; null where nothing is. */
export function dayTextFault(form: DayForm, text: string, { first, last }: DaySpan): DayFaultName | null {
  if (!isPeriod(text) || (form === 'day' && !isDay(text)) || (form === 'month' && !MONTH.test(text))) return 'no-day';
  const [from, to] = periodSpan(text);
  return from < first || to > last ? 'out-of-span' : null;
}

/** The columns of each table that name a day, a period or a year; tables without are not there. */
export const DAY_COLUMNS = columnsThat((field) => namedDays(field) !== null);
/** Those of them that may say that something has happened. */
export const PAST_COLUMNS = columnsThat((field) => namedDays(field) !== null && field.hasBeen !== undefined);

function columnsThat(fits: (field: Field) => boolean): ReadonlyMap<TableName, readonly string[]> {
  return new Map(
    TABLE_NAMES.flatMap((table) => {
      const columns = Object.entries(fieldsOf(table)).flatMap(([column, field]) => (fits(field) ? [column] : []));
      return columns.length === 0 ? [] : [[table, columns] as const];
    }),
  );
}

/** What was expected of a value with that fault, as both languages say it. */
export function dayExpected(fault: DayFaultName, { span, today }: DayBounds): { readonly zh: string; readonly en: string } {
  switch (fault) {
    case 'no-day':
      return {
        zh: '日历上有的日期或时段，如 2024-03-31、2024-03、2024-Q1、2024',
        en: 'a day or period of the calendar, such as 2024-03-31, 2024-03, 2024-Q1 or 2024',
      };
    case 'out-of-span':
      return {
        zh: `本区日期范围 ${span.first} 至 ${span.last} 之内的日期（范围可在“设置”里改）`,
        en: `a day from ${span.first} to ${span.last}, the span of the district (it is set on the settings screen)`,
      };
    case 'ahead':
      return {
        zh: `不晚于今天（${today ?? ''}）的日期：已经发生的事不能写在将来`,
        en: `a day up to today, ${today ?? ''}: what has happened does not lie ahead`,
      };
  }
}

/** The cells of a row, by column. */
type Cells = Readonly<Record<string, unknown>>;

function saysPast({ hasBeen }: Field, row: Cells): boolean {
  return typeof hasBeen === 'object' ? row[hasBeen.column] === hasBeen.is : hasBeen === true;
}

function namedDays(field: Field) {
  return kindOf(field).days?.(field) ?? null;
}
