import { bareText } from '../common/flat-text.ts';
import { unitOfHead } from '../common/head-words.ts';
import { faultAt } from '../common/sheet-fault.ts';
import type { SheetFault } from '../common/sheet-field.ts';
import { HEAD_LOOKED_AT } from '../common/sheet-head.ts';
import { type ValueColumn, valueColumnOf } from './value-columns.ts';
import { isInShare, isUnitOf, readNumber } from './value-number.ts';
import { isPartOfYear, periodIn, yearIn } from './value-period.ts';
import type { ValueReading } from './value-reading.ts';
import type { ValueList, ValueSaid } from './value-sheet.ts';
import type { TermName } from './value-terms.ts';

/** What heads and rows of a cross table name. */
type Named = 'indicator' | 'place' | 'period';
const NAMED: readonly Named[] = ['indicator', 'place', 'period'];
/** Rows of heads that stand one over the other. */
const DEEPEST = 4;

/** Texts by what they name, each where it stands. */
type Heads = Partial<Record<Named, { readonly text: string; readonly cell: string }>>;

/** A column of values, and what its heads name. */
interface Across {
  readonly column: number;
  readonly heads: Heads;
  readonly unit: string | null;
  readonly isSum: boolean;
  readonly words: string;
}

/** A column before the values, and what it names. */
interface RowHead {
  readonly column: number;
  readonly role: Named | 'unit' | 'source' | 'status' | 'weight' | 'note' | null;
  readonly words: string;
}

/** A table with periods, places or indicators across. */
export interface CrossTable {
  readonly top: number;
  readonly bottom: number;
  readonly across: readonly Across[];
  readonly rowHeads: readonly RowHead[];
}

/** The table of a sheet; null where no row of heads names anything across. */
export function crossTable(reading: ValueReading): CrossTable | null {
  const { grid } = reading;
  let best: { readonly row: number; readonly count: number } | null = null;
  for (let row = 1; row <= Math.min(grid.lastRow, HEAD_LOOKED_AT); row += 1) {
    const count = namedIn(reading, row).length;
    if (count > (best?.count ?? 0)) best = { row, count };
  }
  if (best === null) return null;
  let [top, bottom] = [best.row, best.row];
  // A title of a single merged cell over all is no head, though it may name a period.
  while (top > 1 && bottom - top < DEEPEST && isHeadRow(reading, top - 1)) top -= 1;
  while (bottom < grid.lastRow && bottom - top < DEEPEST && isHeadRow(reading, bottom + 1)) bottom += 1;
  const across: Across[] = [];
  const rowHeads: RowHead[] = [];
  const kinds = kindsOf(reading, top, bottom);
  const roles = new Map<number, RowHead['role']>();
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const texts = headWords(reading, column, top, bottom);
    // Under 街道 may stand the names of places across.
    roles.set(column, namesOf(reading, texts.at(-1) ?? '') === null ? roleOf(texts) : null);
  }
  const left = rowHeadsEnd(reading, { top, bottom }, roles);
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const texts = headWords(reading, column, top, bottom);
    const words = texts.join(' / ');
    const role = roles.get(column) ?? null;
    if (column <= left || role !== null) {
      rowHeads.push({ column, role: role ?? roleByBody(reading, column, bottom), words });
      continue;
    }
    if (texts.length === 0) continue;
    const heads = headsOf(reading, column, { top, bottom, kinds });
    across.push({ column, heads, unit: unitOfHead(texts.at(-1) ?? ''), isSum: texts.some(reading.isSum), words });
  }
  return across.some(({ heads }) => Object.keys(heads).length > 0) ? { top, bottom, across, rowHeads } : null;
}

/** Reads the cells of such a table. */
export function readCross(reading: ValueReading, table: CrossTable, list: ValueList): void {
  const { grid } = reading;
  const before: Heads = {};
  const carried: Record<Named, { readonly text: string; readonly cell: string } | null> = { indicator: null, place: null, period: null };
  for (let row = table.bottom + 1; row <= grid.lastRow; row += 1) {
    const cells = grid.cellsOf(row);
    const heads: { -readonly [K in keyof Heads]: Heads[K] } = { ...before };
    const beside = new Map<string, { readonly text: string; readonly cell: string }>();
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
      } else beside.set(role, { text: seen.text, cell: seen.name });
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
    readonly beside: ReadonlyMap<string, { readonly text: string; readonly cell: string }>;
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
  if (!isUnitOf(units, unit)) return faultAt('faulty', 'unit-differs', beside.get('unit')?.cell ?? cell, units.join(' / '), unit);
  if (found.isShare && !isInShare(units)) return faultAt('faulty', 'unit-differs', cell, units.join(' / '), '%');
  const sourceSaid = beside.get('source');
  const source = sourceSaid ? reading.find('source', sourceSaid.text, sourceSaid.cell) : null;
  if (source !== null && 'fault' in source) return source.fault;
  const id = source !== null && 'id' in source ? source.id : reading.source;
  const said: ValueSaid = id === null ? {} : { source: id };
  list.add(
    { row, column: across.column },
    { indicator: indicator.id, place: 'id' in place ? place.id : null, period },
    found.value,
    null,
    said,
  );
  return null;
}

/** What a text names; a period may need the year that stands over it. */
function namesOf(reading: ValueReading, text: string): Named | null {
  if (text === '') return null;
  if (periodIn(text, null) !== null || isPartOfYear(text)) return 'period';
  for (const kind of ['indicator', 'place'] as const) if (reading.meant(kind as TermName, text) !== null) return kind;
  return null;
}

/** The cells of a row that name something, a merged one once for each column that it covers; a title over the whole table is left out. */
function namedIn(reading: ValueReading, row: number): readonly Named[] {
  const { grid } = reading;
  const found: Named[] = [];
  const apart = new Set<string>();
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const seen = grid.at(row, column);
    if (seen === null || seen.row < row) continue;
    const named = namesOf(reading, seen.text);
    if (named !== null) found.push(named);
    if (named !== null || valueColumnOf(seen.text) !== null) apart.add(seen.name);
  }
  return apart.size > 1 || grid.lastColumn <= 2 ? found : [];
}

/** True for a row of heads beside another: it names something across, or is tied to it by merges, and holds no numbers of a body. */
function isHeadRow(reading: ValueReading, row: number): boolean {
  const { grid } = reading;
  const own = grid.inRow(row).filter((cell) => cell.row === row);
  if (own.length === 0) return false;
  const isBody = own.some(({ cell, text }) => cell.value.kind === 'number' && periodIn(text, null) === null);
  const numbers = own.filter(({ text }) => /^[+-]?[\d.,]+%?$/.test(text.normalize('NFKC')) && periodIn(text, null) === null).length;
  if (isBody || numbers > 0) return false;
  const named = own.filter(({ text, column }) => column > 1 && namesOf(reading, text) !== null);
  const isTitle = own.length === 1 && (own[0]?.merge?.left ?? own[0]?.column ?? 1) === 1;
  return named.length > 0 && !isTitle;
}

/** The texts over a column, the highest first; in a row of heads over another the one to the left goes on where it stands alone. */
function headWords({ grid }: ValueReading, column: number, top: number, bottom: number): readonly string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const text = grid.at(row, column)?.text ?? '';
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  return texts;
}

/** What each row of heads names, by most of its cells. */
function kindsOf(reading: ValueReading, top: number, bottom: number): ReadonlyMap<number, Named> {
  const kinds = new Map<number, Named>();
  for (let row = top; row <= bottom; row += 1) {
    const counts = new Map<Named, number>();
    for (const { text, row: from } of reading.grid.inRow(row)) {
      const named = from === row ? namesOf(reading, text) : null;
      if (named !== null) counts.set(named, (counts.get(named) ?? 0) + 1);
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (best) kinds.set(row, best[0]);
  }
  return kinds;
}

function headsOf(
  reading: ValueReading,
  column: number,
  { top, bottom, kinds }: { readonly top: number; readonly bottom: number; readonly kinds: ReadonlyMap<number, Named> },
): Heads {
  const heads: { -readonly [K in keyof Heads]: Heads[K] } = {};
  let year: string | null = null;
  for (let row = top; row <= bottom; row += 1) {
    let seen = reading.grid.at(row, column);
    // Of heads over others that were merged, a program that keeps no merges writes the first.
    for (let left = column - 1; seen === null && row < bottom && left > 0; left -= 1) seen = reading.grid.at(row, left);
    if (seen === null || seen.text === '' || (seen.row < row && seen.row >= top)) continue;
    const named = namesOf(reading, seen.text) ?? kinds.get(row) ?? null;
    if (named === null || valueColumnOf(seen.text) !== null || reading.isSum(seen.text)) continue;
    if (named !== 'period') {
      heads[named] ??= { text: seen.text, cell: seen.name };
      continue;
    }
    const whole = year !== null && isPartOfYear(seen.text) ? periodIn(seen.text, year) : null;
    year = yearIn(seen.text) ?? year;
    heads.period = { text: whole ?? seen.text, cell: seen.name };
  }
  return heads;
}

function roleOf(texts: readonly string[]): RowHead['role'] {
  for (const text of [...texts].reverse()) {
    const column = valueColumnOf(text);
    const role = column === null ? null : ROLES[column];
    if (role) return role;
  }
  return null;
}

const ROLES: Partial<Record<ValueColumn, NonNullable<RowHead['role']>>> = {
  indicator: 'indicator',
  indicatorName: 'indicator',
  place: 'place',
  placeName: 'place',
  period: 'period',
  unit: 'unit',
  source: 'source',
  sourceName: 'source',
  status: 'status',
  weight: 'weight',
  note: 'note',
};

/** The last column before the values: up to it stand those that have a head of their kind, or none that names anything. */
function rowHeadsEnd(
  reading: ValueReading,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  roles: ReadonlyMap<number, RowHead['role']>,
): number {
  let end = 0;
  for (let column = 1; column <= reading.grid.lastColumn; column += 1) {
    const texts = headWords(reading, column, top, bottom);
    if ((roles.get(column) ?? null) === null && texts.some((text) => namesOf(reading, text) !== null)) break;
    end = column;
  }
  return end;
}

/** What a column names by what most of its first cells are. */
function roleByBody(reading: ValueReading, column: number, bottom: number): RowHead['role'] {
  const { grid } = reading;
  const counts = new Map<Named, number>();
  for (let row = bottom + 1; row <= Math.min(grid.lastRow, bottom + HEAD_LOOKED_AT); row += 1) {
    const seen = grid.at(row, column);
    // A number of the row is not the year that it looks like.
    const named = seen === null || /^\d{1,3}$/.test(bareText(seen.text)) ? null : namesOf(reading, seen.text);
    if (named !== null) counts.set(named, (counts.get(named) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
