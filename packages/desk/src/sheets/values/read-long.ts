import { flatText } from '../common/flat-text.ts';
import { faultAt } from '../common/sheet-fault.ts';
import type { SheetFault } from '../common/sheet-field.ts';
import type { SheetGrid } from '../common/sheet-grid.ts';
import { type HeadColumn, headOf, repeatsHead, type SheetHead } from '../common/sheet-head.ts';
import type { SheetCell } from '../file/sheet-book.ts';
import { saidBeside } from './beside-value.ts';
import { isComputedKind, type ValueColumn, valueColumnOf } from './value-columns.ts';
import { isInShare, isUnitOf, readNumber, sayUnits } from './value-number.ts';
import { periodIn } from './value-period.ts';
import type { ValueReading } from './value-reading.ts';
import type { ValueList } from './value-sheet.ts';

/** Texts that are remembered. */
const TEXTS_KEPT = 20_000;
const NOT_TWICE: ReadonlySet<ValueColumn> = new Set();

/** The head of a sheet that has a value a row; null where none is there. */
export function longHead(grid: SheetGrid, hasIndicator: boolean): SheetHead<ValueColumn> | null {
  const guess = (text: string) => {
    const role = valueColumnOf(text);
    return role === null ? null : ({ role, rule: 'head' } as const);
  };
  const head = headOf<ValueColumn>(grid, { said: [], guess, often: NOT_TWICE });
  const roles = new Set(head?.columns.flatMap(({ role }) => role ?? []));
  const isOf = hasIndicator || roles.has('indicator') || roles.has('indicatorName');
  return head !== null && roles.has('value') && isOf ? head : null;
}

/** Reads the rows below such a head, each a value. */
export function readLong(reading: ValueReading, head: SheetHead<ValueColumn>, list: ValueList): void {
  const { grid } = reading;
  const at = new Map(head.columns.flatMap(({ role, column }) => (role === null ? [] : [[role, column] as const])));
  const hasMerges = grid.sheet.merges.length > 0;
  const values = head.columns.find(({ role }) => role === 'value');
  if (!values) return;
  let named = '';
  const flat = flatTexts();
  for (const { number, cells } of grid.sheet.rows) {
    if (number <= head.bottom) continue;
    const cellAt = (role: ValueColumn): SheetCell | undefined => {
      const column = at.get(role);
      if (column === undefined) return undefined;
      return cells.find((cell) => cell.column === column) ?? (hasMerges ? grid.at(number, column)?.cell : undefined);
    };
    const text = (role: ValueColumn): string => flat(cellAt(role)?.shown);
    const own = text('indicator') || text('indicatorName');
    // What was merged over several rows is written once by a program that keeps no merges.
    if (own !== '') named = own;
    const value = cells.find(({ column }) => column === values.column);
    if (value === undefined) {
      if (own !== '' && cells.length > 1) list.emptyCells += 1;
      continue;
    }
    // Only words may be the head once more.
    if (value.value.kind === 'text' && !/\d/.test(value.shown) && repeatsHead(grid, head, number)) continue;
    const fault = readRow(reading, list, { number, columns: at, values, value, indicator: own || named, text, cellAt });
    if (fault) list.refuse(fault);
  }
}

/** Texts of cells on one line: in a long sheet the same ones stand again and again. */
function flatTexts(): (shown: string | undefined) => string {
  const known = new Map<string, string>();
  return (shown) => {
    if (shown === undefined) return '';
    const held = known.get(shown);
    if (held !== undefined) return held;
    const text = flatText(shown);
    if (known.size < TEXTS_KEPT) known.set(shown, text);
    return text;
  };
}

interface LongRow {
  readonly number: number;
  readonly columns: ReadonlyMap<ValueColumn, number>;
  readonly values: HeadColumn<ValueColumn>;
  readonly value: SheetCell;
  readonly indicator: string;
  readonly text: (role: ValueColumn) => string;
  readonly cellAt: (role: ValueColumn) => SheetCell | undefined;
}

function readRow(reading: ValueReading, list: ValueList, row: LongRow): SheetFault | null {
  const { number, columns, values, text } = row;
  const nameOf = (role: ValueColumn): string => list.cell(number, columns.get(role) ?? values.column);
  const found = readNumber(row.value, list.cell(number, values.column));
  if ('empty' in found) {
    list.emptyCells += 1;
    return null;
  }
  if (reading.isSum(row.indicator) || reading.isSum(text('placeName')) || isComputedKind(text('kind'))) {
    list.sumCells += 1;
    return null;
  }
  if ('fault' in found) return found.fault;
  const named = nameOf(columns.has('indicator') && text('indicator') ? 'indicator' : 'indicatorName');
  const isOfAll = row.indicator === '' && reading.indicator !== null;
  const indicator = isOfAll ? { id: reading.indicator } : reading.find('indicator', row.indicator, named);
  const placeRole = text('place') ? 'place' : 'placeName';
  const place = text(placeRole) === '' ? { whole: true as const } : reading.find('place', text(placeRole), nameOf(placeRole));
  const sourceRole = text('source') ? 'source' : 'sourceName';
  const source = text(sourceRole) === '' ? null : reading.find('source', text(sourceRole), nameOf(sourceRole));
  for (const each of [indicator, place, source]) if (each !== null && 'fault' in each) return each.fault;
  if (indicator === null || !('id' in indicator) || place === null || 'fault' in place) return null;
  const periodText = text('period');
  const period = periodText === '' ? reading.period : periodIn(periodText, reading.year);
  if (period === null)
    return periodText === ''
      ? faultAt('faulty', 'no-period', nameOf('period'), 'a period such as 2026-06 or 2026年6月', '')
      : faultAt('faulty', 'period-not-understood', nameOf('period'), 'a period such as 2026-06 or 2026年6月', periodText);
  const units = reading.unitsOf(indicator.id);
  const unit = text('unit') || (columns.has('unit') ? '' : (values.unit ?? reading.unit ?? ''));
  const isShareElsewhere = found.isShare && !isInShare(units);
  if (!isUnitOf(units, unit) || isShareElsewhere)
    return faultAt(
      'faulty',
      'unit-differs',
      isShareElsewhere ? nameOf('value') : nameOf('unit'),
      sayUnits(units),
      isShareElsewhere ? '%' : unit,
    );
  const beside = saidBeside({ text, cellAt: row.cellAt, nameOf, source: source !== null && 'id' in source ? source.id : reading.source });
  if ('fault' in beside) return beside.fault;
  const of = { indicator: indicator.id, place: 'id' in place ? place.id : null, period };
  list.add({ row: number, column: values.column }, of, found.value, beside.weight, beside.said);
  return null;
}
