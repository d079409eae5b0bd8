import { columnLetters } from '../file/sheet-book.ts';
import { bareText } from './flat-text.ts';
import { bareHead, unitOfHead } from './head-words.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** A column of a sheet. */
export interface HeadColumn<Role extends string> {
  readonly column: number;
  /** `C`. */
  readonly letters: string;
  /** The words over it; where two rows of heads stand one over the other, joined by ` / `. */
  readonly head: string;
  readonly role: Role | null;
  /**
   * How the role was found: `recipe`, `head`, `longest` (the longest texts, where no head says task). `head-part`, `twice`: a role is proposed, and a
   * person is asked. `none`: nothing speaks for one.
   */
  readonly rule: 'recipe' | 'head' | 'head-part' | 'twice' | 'longest' | 'none';
  /** What it may hold, where a person is asked: its head says so in part, or another column has that role. */
  readonly proposed: Role | null;
  /** The unit the head names, such as 万元. */
  readonly unit: string | null;
}

/** The head of a sheet. */
export interface SheetHead<Role extends string> {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeadColumn<Role>[];
}

/** How the words of heads are understood. */
export interface HeadWords<Role extends string> {
  /** What a person said of columns, by the words of their heads; null takes a column out. */
  readonly said: readonly { readonly head: string; readonly role: Role | null }[];
  /** What a column with this head holds; null where no head like it is known. */
  readonly guess: (text: string) => { readonly role: Role; readonly rule: 'head' | 'head-part' } | null;
  /** Roles that may stand in several columns. */
  readonly often: ReadonlySet<Role>;
  /** Roles that change beside others, before each is given to one column. */
  readonly settled?: (columns: readonly HeadColumn<Role>[]) => readonly HeadColumn<Role>[];
}

/** Rows from the top that may hold the head. */
export const HEAD_LOOKED_AT = 60;
/** Rows of heads that stand one over the other. */
const DEEPEST = 3;

/** The head of a sheet: the row with most words of heads, with the rows that merges tie to it. Null where no row has two. */
export function headOf<Role extends string>(grid: SheetGrid, words: HeadWords<Role>): SheetHead<Role> | null {
  let best: { readonly row: number; readonly score: number } | null = null;
  for (let row = 1; row <= Math.min(grid.lastRow, HEAD_LOOKED_AT); row += 1) {
    const roles = new Set(
      grid.inRow(row).flatMap(({ text, row: from }) => (from === row ? (named(words, text) ?? words.guess(text)?.role ?? []) : [])),
    );
    if (roles.size >= 2 && roles.size > (best?.score ?? 0)) best = { row, score: roles.size };
  }
  if (best === null) return null;
  const { top, bottom } = rowsOfHead(grid, words, best.row);
  const columns: HeadColumn<Role>[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) columns.push(columnAt(grid, words, column, top, bottom));
  return { top, bottom, columns: onceEach(words, words.settled?.(columns) ?? columns) };
}

/** True for a row that repeats the head, or a part of it, as printed sheets do on every page. */
export function repeatsHead(grid: SheetGrid, head: SheetHead<string>, row: number): boolean {
  const filled = head.columns.flatMap((column) => {
    const text = bareText(grid.at(row, column.column)?.text ?? '');
    return text === '' ? [] : [column.head.split(' / ').some((part) => bareText(part) === text)];
  });
  const same = filled.filter((isHead) => isHead).length;
  return same >= 2 && same >= filled.length * 0.8;
}

/** The rows that merges tie to the best one: those it reaches down to, and those a group head over it reaches up to. */
function rowsOfHead<Role extends string>(
  grid: SheetGrid,
  words: HeadWords<Role>,
  row: number,
): { readonly top: number; readonly bottom: number } {
  let [top, bottom] = [row, row];
  for (let column = 1; column <= grid.lastColumn; column += 1) {
    const merge = grid.mergeAt(row, column);
    if (!merge || merge.bottom - merge.top >= DEEPEST) continue;
    top = Math.min(top, merge.top);
    bottom = Math.max(bottom, merge.bottom);
  }
  const isGroup = (column: number): boolean => {
    const merge = grid.mergeAt(row, column);
    return merge !== null && merge.bottom === row && merge.right > merge.left;
  };
  if (bottom === row && grid.inRow(row).some(({ column }) => isGroup(column))) {
    const below = grid.inRow(row + 1);
    if (below.length >= 2 && below.every(({ column, text }) => isGroup(column) || words.guess(text) !== null)) bottom = row + 1;
  }
  return { top, bottom };
}

function columnAt<Role extends string>(
  grid: SheetGrid,
  words: HeadWords<Role>,
  column: number,
  top: number,
  bottom: number,
): HeadColumn<Role> {
  const over: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const text = grid.at(row, column)?.text ?? '';
    if (text !== '' && text !== over.at(-1)) over.push(text);
  }
  const head = over.join(' / ');
  const base = {
    column,
    letters: columnLetters(column),
    head,
    proposed: null,
    unit: unitOfHead(over.at(-1) ?? '') ?? unitOfHead(over[0] ?? ''),
  };
  const kept = words.said.find((known) => head !== '' && bareText(known.head) === bareText(head));
  if (kept) return { ...base, role: kept.role, rule: 'recipe' };
  const guesses = [...over]
    .reverse()
    .filter((text) => bareHead(text) !== '')
    .map(words.guess);
  const [lowest] = guesses;
  if (lowest?.rule === 'head') return { ...base, role: lowest.role, rule: 'head' };
  const part = guesses.find((guess) => guess !== null);
  return { ...base, role: null, rule: part ? 'head-part' : 'none', proposed: part?.role ?? null };
}

/** A role belongs to one column, the first that has it by its whole head, and others are asked about; some may stand in several. */
function onceEach<Role extends string>(words: HeadWords<Role>, columns: readonly HeadColumn<Role>[]): readonly HeadColumn<Role>[] {
  const owners = new Map<Role, HeadColumn<Role>>();
  for (const column of columns) {
    if (column.role === null) continue;
    const held = owners.get(column.role);
    if (!held || (column.rule === 'recipe' && held.rule !== 'recipe')) owners.set(column.role, column);
  }
  return columns.map((column) => {
    if (column.role === null || words.often.has(column.role) || owners.get(column.role) === column) return column;
    return { ...column, role: null, rule: 'twice', proposed: column.role };
  });
}

function named<Role extends string>({ said }: HeadWords<Role>, text: string): Role | null {
  return said.find(({ head }) => head.split(' / ').some((part) => bareText(part) === bareText(text)))?.role ?? null;
}
