import { unitOfHead } from '../common/head-words.ts';
import { faultAt } from '../common/sheet-fault.ts';
import type { SheetFault } from '../common/sheet-field.ts';
import type { SeenCell } from '../common/sheet-grid.ts';
import { saidBeside } from './beside-value.ts';
import { type Across, type Beside, type CrossTable, type Heads, NAMED, type Named } from './cross-table.ts';
import type { ValueColumn } from './value-columns.ts';
import { isInShare, isUnitOf, readNumber, sayUnits } from './value-number.ts';
import { periodIn } from './value-period.ts';
import type { ValueReading } from './value-reading.ts';
import type { ValueList } from './value-sheet.ts';

/** Reads the cells of a cross table. */
export function readCross(reading: ValueReading, table: CrossTable, list: ValueList): void {
  const { grid } = reading;
  const before: Heads = {};
  const carried: Record<Named, { readonly text: string; readonly cell: string } | null> = { indicator: null, place: null, period: null };
  for (let row = table.bottom + 1; row <= grid.lastRow; row += 1) {
    const cells = grid.cellsOf(row);
    const heads: { -readonly [K in keyof Heads]: Heads[K] } = { ...before };
    const beside = new Map<ValueColumn, SeenCell>();
    let isSum = false;
    let own = 0;
    for (const { column, role } of table.rowHeads) {
      const seen = grid.at(row, column);
      if (seen === null || seen.text === '') continue;
      if (reading.isSum(seen.text)) isSum = true;
      if (role === null) continue;
      if (NAMED.some((each) => each === role)) {
        heads[role as Named] = { text: seen.text, cell: seen.name };
        own += 1;
      } else beside.set(role as Beside, seen);
    }
    const filled = table.across.some(({ column }) => cells.has(column));
    if (own === 0 && !filled) continue;
    // What was merged over several rows is written once by a program that keeps no merges.
    for (const name of NAMED) {
      const isRole = table.rowHeads.some(({ role }) => role === name);
      if (!isRole) continue;
      if (heads[name]) carried[name] = heads[name] ?? null;
      else if (carried[name] && own > 0) heads[name] = carried[name];
    }
    for (const each of table.across) {
      const cell = cells.get(each.column);
      const found = readNumber(cell, list.cell(row, each.column));
      if ('empty' in found) {
        list.emptyCells += own > 0 ? 1 : 0;
        continue;
      }
      if (isSum || each.isSum) {
        list.sumCells += 1;
        continue;
      }
      // A note below a table is no row of it.
      if (own === 0 && 'fault' in found) continue;
      const fault = takeCell(reading, list, { row, across: each, heads, beside, found });
      if (fault) list.refuse(fault);
    }
  }
}

function takeCell(
  reading: ValueReading,
  list: ValueList,
  {
    row,
    across,
    heads,
    beside,
    found,
  }: {
    readonly row: number;
    readonly across: Across;
    readonly heads: Heads;
    readonly beside: ReadonlyMap<ValueColumn, SeenCell>;
    readonly found: Exclude<ReturnType<typeof readNumber>, { readonly empty: true }>;
  },
): SheetFault | null {
  const cell = list.cell(row, across.column);
  if ('fault' in found) return found.fault;
  if (Object.keys(across.heads).length === 0)
    return faultAt('faulty', 'head-not-understood', cell, 'a period, a place or an indicator over the column', across.words);
  const named = { ...heads, ...across.heads };
  const indicatorSaid = named.indicator;
  const indicator = indicatorSaid
    ? reading.find('indicator', indicatorSaid.text, indicatorSaid.cell)
    : reading.indicator === null
      ? null
      : { id: reading.indicator };
  if (indicator === null) return faultAt('faulty', 'no-indicator', cell, 'an indicator in the row, over the column or above the table', '');
  if ('fault' in indicator) return indicator.fault;
  if (!('id' in indicator)) return null;
  const place = named.place ? reading.find('place', named.place.text, named.place.cell) : { whole: true as const };
  if (place === null) return null;
  if ('fault' in place) return place.fault;
  const period = named.period ? periodIn(named.period.text, reading.year) : reading.period;
  if (period === null)
    return named.period
      ? faultAt('faulty', 'period-not-understood', named.period.cell, 'a period such as 2026-06 or 2026年6月', named.period.text)
      : faultAt('faulty', 'no-period', cell, 'a period in the row, over the column or above the table', '');
  const units = reading.unitsOf(indicator.id);
  const unit = beside.get('unit')?.text ?? across.unit ?? (indicatorSaid ? unitOfHead(indicatorSaid.text) : null) ?? reading.unit ?? '';
  if (!isUnitOf(units, unit)) return faultAt('faulty', 'unit-differs', beside.get('unit')?.name ?? cell, sayUnits(units), unit);
  if (found.isShare && !isInShare(units)) return faultAt('faulty', 'unit-differs', cell, sayUnits(units), '%');
  const sourceSaid = beside.get('source');
  const source = sourceSaid ? reading.find('source', sourceSaid.text, sourceSaid.name) : null;
  if (source !== null && 'fault' in source) return source.fault;
  const told = saidBeside({
    text: (role) => beside.get(role)?.text ?? '',
    cellAt: (role) => beside.get(role)?.cell,
    nameOf: (role) => beside.get(role)?.name ?? cell,
    source: source !== null && 'id' in source ? source.id : reading.source,
  });
  if ('fault' in told) return told.fault;
  const of = { indicator: indicator.id, place: 'id' in place ? place.id : null, period };
  list.add({ row, column: across.column }, of, found.value, told.weight, told.said);
  return null;
}
