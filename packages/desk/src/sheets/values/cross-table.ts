import { bareText } from '../common/flat-text.ts';
import { unitOfHead } from '../common/head-words.ts';
import { HEAD_LOOKED_AT } from '../common/sheet-head.ts';
import { type ValueColumn, valueColumnOf } from './value-columns.ts';
import { readNumber } from './value-number.ts';
import { isPartOfYear, periodIn, yearIn } from './value-period.ts';
import type { ValueReading } from './value-reading.ts';
import type { TermName } from './value-terms.ts';

/** What heads and rows of a cross table name. */
export type Named = 'indicator' | 'place' | 'period';
export const NAMED: readonly Named[] = ['indicator', 'place', 'period'];
/** What a column beside the values may say of those of its row. */
const BESIDE = ['unit', 'source', 'status', 'qualifier', 'breaks', 'confidence', 'weight', 'noteZh', 'noteEn', 'note'] as const;
export type Beside = (typeof BESIDE)[number];
/** Rows of heads that stand one over the other. */
const DEEPEST = 4;

/** Texts by what they name, each where it stands. */
export type Heads = Partial<Record<Named, { readonly text: string; readonly cell: string }>>;

/** A column of values, and what its heads name. */
export interface Across {
  readonly column: number;
  readonly heads: Heads;
  readonly unit: string | null;
  readonly isSum: boolean;
  readonly words: string;
}

/** A column before the values, and what it names. */
export interface RowHead {
  readonly column: number;
  readonly role: Named | Beside | null;
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
  while (top > 1 && bottom - top < DEEPEST && isHeadRow(reading, top - 1) && !isOfWhole(reading, top - 1)) top -= 1;
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
  return across.some(({ heads }) => Object.keys(heads).length > 0) ? { top, bottom, across, rowHeads: withoutRepeated(rowHeads) } : null;
}

/** What several columns say, such as a note behind each year, is said of some values of the row and not of all: it is not read, and shown so. */
function withoutRepeated(rowHeads: readonly RowHead[]): readonly RowHead[] {
  const isRepeated = ({ role }: RowHead): boolean =>
    BESIDE.some((each) => each === role) && rowHeads.filter((other) => other.role === role).length > 1;
  return rowHeads.map((head) => (isRepeated(head) ? { ...head, role: null } : head));
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

/** A label and what it says, as in 填报单位：某局; a head may begin 其中：. */
const LABELLED = /^(?!其中|其它|其他|含|of which)[^:：]{1,20}[:：]\s*\S/iu;

/** Whether a row above a table says what the whole of it is of: a period beside such words is that of the table, and no head. */
function isOfWhole({ grid }: ValueReading, row: number): boolean {
  return grid.inRow(row).some((cell) => cell.row === row && LABELLED.test(cell.text));
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
  sourceName: 'source',
  ...Object.fromEntries(BESIDE.map((role) => [role, role])),
};

/**
 * The last column before the values: up to it stand those that have a head of their kind, or none that names anything. Numbers behind a column of
 * names are values, of an indicator that is not known by what their head calls it: that is asked, and not left out.
 */
function rowHeadsEnd(
  reading: ValueReading,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  roles: ReadonlyMap<number, RowHead['role']>,
): number {
  const areIndicators = [...kindsOf(reading, top, bottom).values()].includes('indicator');
  let end = 0;
  let isNamed = false;
  for (let column = 1; column <= reading.grid.lastColumn; column += 1) {
    const texts = headWords(reading, column, top, bottom);
    const role = roles.get(column) ?? null;
    if (role === null && texts.some((text) => namesOf(reading, text) !== null)) break;
    if (role === null && isNamed && areIndicators && texts.length > 0 && holdsNumbers(reading, column, bottom)) break;
    isNamed ||= NAMED.some((each) => each === (role ?? roleByBody(reading, column, bottom)));
    end = column;
  }
  return end;
}

/** Whether most of the first cells of a column that say something are numbers. */
function holdsNumbers({ grid }: ValueReading, column: number, bottom: number): boolean {
  let [numbers, others] = [0, 0];
  for (let row = bottom + 1; row <= Math.min(grid.lastRow, bottom + HEAD_LOOKED_AT); row += 1) {
    const found = readNumber(grid.cellsOf(row).get(column), '');
    if ('value' in found) numbers += 1;
    else if ('fault' in found) others += 1;
  }
  return numbers > others;
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
