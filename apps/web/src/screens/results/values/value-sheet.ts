import { addDays, addMonths, isPeriod, type Period, periodSpan } from '@westgate/base';
import type { BoardRow, Edit } from '@westgate/contract';
import { fieldsOf, keyOf, vocabulary } from '@westgate/domain';
import type { FormTable } from '../../../api/form-kinds.ts';
import type { WordId } from '../../../messages/words.ts';
import { columnOf, type FormFault, type FormValues, faultOf } from '../../../record/form/form-values.ts';

/** What all values of one sheet share: what kind they are, of which period, from where. */
export const SHARED = ['kind', 'period', 'source', 'confidence', 'status'] as const;

const { FREQUENCY_MONTHS: MONTHS, VALUE_FREQUENCIES: FREQUENCIES } = vocabulary;

/** A rhythm in which indicators have values: its last whole period before a day, and how many there are. */
export interface Rhythm {
  readonly frequency: keyof typeof MONTHS;
  readonly period: string;
  readonly count: number;
}

/** The rhythms of some indicators, that of most first. One that does not say how often it has a value is taken by the period of its last one, else for yearly. */
export function rhythmsOf(rows: readonly BoardRow[], day: string): readonly Rhythm[] {
  const entered = rows.filter(({ isCalculated }) => !isCalculated);
  const of = entered.map(({ frequency, latest }) => frequency ?? frequencyOf(latest?.period ?? ''));
  return FREQUENCIES.map((frequency) => ({
    frequency,
    period: periodBefore(frequency, day),
    count: of.filter((each) => each === frequency).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function frequencyOf(period: string): Rhythm['frequency'] {
  const months = isPeriod(period) ? monthsOf(period) : null;
  return FREQUENCIES.find((each) => MONTHS[each] === months) ?? 'yearly';
}

/** The last period of a rhythm that is over before a day, as it is written: `2026-11`, `2026-Q3`, `2026-H1`, `2025`. */
function periodBefore(frequency: Rhythm['frequency'], day: string): string {
  const months = MONTHS[frequency];
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const part = Math.floor((month - 1) / months);
  const [inYear, before] = part === 0 ? [year - 1, 12 / months] : [year, part];
  if (frequency === 'yearly') return String(year - 1);
  if (frequency === 'monthly') return `${inYear}-${String(before).padStart(2, '0')}`;
  return `${inYear}-${frequency === 'quarterly' ? 'Q' : 'H'}${before}`;
}

/**
 * The indicators that have a value of such a period: those that say so, and those that say nothing. Any may have a target or a baseline of any period; what is
 * worked out is not entered, but has targets.
 */
export function rowsAsked(rows: readonly BoardRow[], period: string, kind: string): readonly BoardRow[] {
  if (kind === 'target') return rows;
  const entered = rows.filter(({ isCalculated }) => !isCalculated);
  const months = isPeriod(period) && kind === 'actual' ? monthsOf(period) : null;
  return entered.filter(({ frequency }) => months === null || frequency === null || MONTHS[frequency] === months);
}

/** The whole months of a period; null where it is none of the rhythms. */
function monthsOf(period: Period): number | null {
  const [first, last] = periodSpan(period);
  return Object.values(MONTHS).find((months) => addMonths(first, months) === addDays(last, 1)) ?? null;
}

/** The value of a row that is there already for what the sheet is of. */
export function heldPoint(row: BoardRow, shared: FormValues): BoardRow['points'][number] | null {
  return (
    row.points.find(({ kind, period, entered }) => kind === shared.kind && period === shared.period && entered?.source === shared.source) ??
    null
  );
}

/** What is wrong with what was typed for a row; null where nothing is, and where nothing was typed. */
export function typedFault(typed: string): WordId | null {
  const { value } = fieldsOf('indicator_value');
  return value && typed.trim() !== '' ? faultOf(value, typed, true) : null;
}

/** What is wrong with what all values of a sheet share, of the columns named. */
export function sharedFaults(table: FormTable, columns: readonly string[], shared: FormValues): readonly FormFault[] {
  const fields = fieldsOf(table);
  return columns.flatMap((name): readonly FormFault[] => {
    const fault = fields[name] ? faultOf(fields[name], shared[name] ?? null, true) : null;
    return fault ? [{ field: name, word: fault }] : [];
  });
}

/** What is wrong with the cells of a sheet; where nothing is, and nothing would be sent (`count`), that. */
export function cellFaults(cells: readonly string[], textOf: (cell: string) => string, count: number): readonly FormFault[] {
  const wrong = cells.flatMap((field): readonly FormFault[] => {
    const fault = typedFault(textOf(field));
    return fault ? [{ field, word: fault }] : [];
  });
  return count === 0 && wrong.length === 0 ? [{ field: cells[0] ?? 'value ', word: 'values.fault.nothing' }] : wrong;
}

/**
 * The values that were typed as edits: new ones are made, others of the same kind, period and source corrected; what is as it was is left out. A
 * value that is corrected stays provisional where nothing else was `chosen`.
 */
export function valueEdits(
  rows: readonly BoardRow[],
  typed: Readonly<Record<string, string>>,
  shared: FormValues,
  chosen: FormValues,
): readonly Edit[] {
  const fields = fieldsOf('indicator_value');
  return rows.flatMap((row): readonly Edit[] => {
    const { id } = row.indicator;
    const text = typed[id]?.trim() ?? '';
    if (text === '' || !fields.value) return [];
    const value = columnOf(fields.value, text);
    const held = heldPoint(row, shared);
    const basis = Object.fromEntries(
      SHARED.flatMap((column) => {
        const field = fields[column];
        return field ? [[column, columnOf(field, shared[column] ?? null)]] : [];
      }),
    );
    if (!held?.entered)
      return [{ action: 'create', table: 'indicator_value', fields: { indicator: id, ...basis, value, breaks_series: false } }];
    if (held.value === value && chosen.status === undefined && chosen.confidence === undefined) return [];
    const key = keyOf('indicator_value', { indicator: id, kind: held.kind, period: held.period, source: held.entered.source });
    const { confidence, status, source } = basis;
    const told = { value, source, confidence, ...(chosen.status === undefined ? {} : { status }) };
    return [{ action: 'revise', table: 'indicator_value', key, rev: held.entered.rev, fields: told }];
  });
}

/** What was pasted from a sheet, a cell for each row from the one it was pasted into; null where it is one value alone. */
export function pastedCells(text: string): readonly string[] | null {
  const lines = text.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  return lines.length > 1 ? lines.map((line) => line.split('\t').at(-1)?.trim() ?? '') : null;
}
