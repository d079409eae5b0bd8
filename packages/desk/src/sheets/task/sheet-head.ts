import { columnLetters } from '../file/sheet-book.ts';
import { bareHead, type ColumnRole, isOfAnswering, OFTEN, roleOfHead, unitOfHead } from './column-roles.ts';
import { bareText } from './flat-text.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { SheetRecipe } from './sheet-recipe.ts';

/** A column of a task sheet. */
export interface TaskColumn {
  readonly column: number;
  /** `C`. */
  readonly letters: string;
  /** The words over it; where two rows of heads stand one over the other, joined by ` / `. */
  readonly head: string;
  readonly role: ColumnRole | null;
  /**
   * How the role was found: `recipe`, `head`, `longest` (the longest texts, where no head says task). `head-part`, `twice`: a role is proposed, and a
   * person is asked. `none`: nothing speaks for one.
   */
  readonly rule: 'recipe' | 'head' | 'head-part' | 'twice' | 'longest' | 'none';
  /** What it may hold, where a person is asked: its head says so in part, or another column has that role. */
  readonly proposed: ColumnRole | null;
  /** The unit the head names, such as 万元. */
  readonly unit: string | null;
}

/** The head of a task sheet. */
export interface SheetHead {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly TaskColumn[];
}

/** Rows from the top that may hold the head. */
const LOOKED_AT = 60;
/** Rows of heads that stand one over the other. */
const DEEPEST = 3;

/** The head of a sheet: the row with most words of heads, with the rows that merges tie to it. Null where no row has two. */
export function sheetHead(grid: SheetGrid, recipe: SheetRecipe): SheetHead | null {
  let best: { readonly row: number; readonly score: number } | null = null;
  for (let row = 1; row <= Math.min(grid.lastRow, LOOKED_AT); row += 1) {
    const roles = new Set(
      grid.inRow(row).flatMap(({ text, row: from }) => (from === row ? (named(recipe, text) ?? roleOfHead(text)?.role ?? []) : [])),
    );
    if (roles.size >= 2 && roles.size > (best?.score ?? 0)) best = { row, score: roles.size };
  }
  if (best === null) return null;
  const { top, bottom } = rowsOfHead(grid, best.row);
  const columns: TaskColumn[] = [];
  for (let column = 1; column <= grid.lastColumn; column += 1) columns.push(columnAt(grid, recipe, column, top, bottom));
  return { top, bottom, columns: withTask(grid, bottom, onceEach(columns)) };
}

/** True for a row that repeats the head, or a part of it, as printed sheets do on every page. */
export function repeatsHead(grid: SheetGrid, head: SheetHead, row: number): boolean {
  const filled = head.columns.flatMap((column) => {
    const text = bareText(grid.at(row, column.column)?.text ?? '');
    return text === '' ? [] : [column.head.split(' / ').some((part) => bareText(part) === text)];
  });
  const same = filled.filter((isHead) => isHead).length;
  return same >= 2 && same >= filled.length * 0.8;
}

/** The rows that merges tie to the best one: those it reaches down to, and those a group head over it reaches up to. */
function rowsOfHead(grid: SheetGrid, row: number): { readonly top: number; readonly bottom: number } {
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
    if (below.length >= 2 && below.every(({ column, text }) => isGroup(column) || roleOfHead(text) !== null)) bottom = row + 1;
  }
  return { top, bottom };
}

function columnAt(grid: SheetGrid, recipe: SheetRecipe, column: number, top: number, bottom: number): TaskColumn {
  const words: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const text = grid.at(row, column)?.text ?? '';
    if (text !== '' && text !== words.at(-1)) words.push(text);
  }
  const head = words.join(' / ');
  const base = {
    column,
    letters: columnLetters(column),
    head,
    proposed: null,
    unit: unitOfHead(words.at(-1) ?? '') ?? unitOfHead(words[0] ?? ''),
  };
  const kept = recipe.columns.find((known) => head !== '' && bareText(known.head) === bareText(head));
  if (kept) return { ...base, role: kept.role, rule: 'recipe' };
  const guesses = [...words]
    .reverse()
    .filter((text) => bareHead(text) !== '')
    .map(roleOfHead);
  const [lowest] = guesses;
  if (lowest?.rule === 'head') return { ...base, role: lowest.role, rule: 'head' };
  const part = guesses.find((guess) => guess !== null);
  return { ...base, role: null, rule: part ? 'head-part' : 'none', proposed: part?.role ?? null };
}

/**
 * A role belongs to one column, the first that has it by its whole head, and others are asked about; goals of quarters and units that do not lead may
 * stand in several. Beside a column of who leads, one of who answers is of the others.
 */
function onceEach(given: readonly TaskColumn[]): readonly TaskColumn[] {
  const isAnswering = ({ role, rule, head }: TaskColumn): boolean =>
    role === 'lead' && rule === 'head' && isOfAnswering(head.split(' / ').at(-1) ?? '');
  const leads = given.some((column) => column.role === 'lead' && !isAnswering(column));
  const columns = given.map((column) => (leads && isAnswering(column) ? { ...column, role: 'support' as const } : column));
  const owners = new Map<ColumnRole, TaskColumn>();
  for (const column of columns) {
    if (column.role === null) continue;
    const held = owners.get(column.role);
    if (!held || (column.rule === 'recipe' && held.rule !== 'recipe')) owners.set(column.role, column);
  }
  return columns.map((column) => {
    if (column.role === null || OFTEN.has(column.role) || owners.get(column.role) === column) return column;
    return { ...column, role: null, rule: 'twice', proposed: column.role };
  });
}

/** Where no head says task, the column with the longest texts is taken for it. */
function withTask(grid: SheetGrid, bottom: number, columns: readonly TaskColumn[]): readonly TaskColumn[] {
  if (columns.some(({ role }) => role === 'task')) return columns;
  const lengths = columns.map(({ column, role }) => {
    if (role !== null && role !== 'sentence') return 0;
    let sum = 0;
    for (let row = bottom + 1; row <= Math.min(grid.lastRow, bottom + LOOKED_AT); row += 1) sum += grid.at(row, column)?.text.length ?? 0;
    return sum;
  });
  const longest = lengths.indexOf(Math.max(...lengths));
  if (longest < 0 || lengths[longest] === 0) return columns;
  return columns.map((column, index) => (index === longest ? { ...column, role: 'task', rule: 'longest', proposed: null } : column));
}

function named(recipe: SheetRecipe, text: string): ColumnRole | null {
  return recipe.columns.find(({ head }) => head.split(' / ').some((part) => bareText(part) === bareText(text)))?.role ?? null;
}
