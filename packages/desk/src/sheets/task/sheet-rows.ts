import { flatText } from '../common/flat-text.ts';
import { lastHead } from '../common/head-words.ts';
import { loneMark, numberMark } from '../common/number-mark.ts';
import { plainKindOf, type SkippedRow, type SkipReason, titleOf } from '../common/row-kinds.ts';
import type { SeenCell, SheetGrid } from '../common/sheet-grid.ts';
import { repeatsHead } from '../common/sheet-head.ts';
import { type ColumnRole, OFTEN } from './column-roles.ts';
import type { TaskHead } from './task-head.ts';

/** A row that holds a task, with the headings it stands under. */
export interface TaskLine {
  readonly row: number;
  readonly section: readonly string[];
  /** The row of the task that this one is a part of, by the marks of both; null for one that stands by itself. */
  readonly parent: number | null;
  /** The row and those below that a merge of the task joins to it. */
  readonly lastRow: number;
  readonly cells: ReadonlyMap<ColumnRole, SeenCell>;
  /** Cells of the joined rows that say something else than those of the first. */
  readonly conflicts: readonly SeenCell[];
}

/** The rows of a sheet, sorted out. */
export interface SheetLines {
  readonly title: string;
  readonly lines: readonly TaskLine[];
  readonly skipped: readonly SkippedRow[];
}

/** Sorts the rows of a sheet out by what they hold. */
export function sheetLines(grid: SheetGrid, head: TaskHead): SheetLines {
  const lines: TaskLine[] = [];
  const skipped: SkippedRow[] = [];
  const sections: { readonly level: number; readonly text: string }[] = [];
  const above: { readonly level: number; readonly row: number }[] = [];
  for (const { number: row } of grid.sheet.rows) {
    const seen = grid.inRow(row);
    const skip = (why: SkipReason): void => {
      skipped.push({
        row,
        why,
        text: seen
          .map(({ text }) => text)
          .join(' ')
          .slice(0, 120),
      });
    };
    if (row < head.top) skip('title');
    else if (row <= head.bottom) skip('head');
    else if (repeatsHead(grid, head, row)) skip('repeated-head');
    else {
      const cells = cellsByRole(grid, head, row);
      const why = otherThanTask(seen, cells, row);
      if (why === null) {
        const task = cells.get('task');
        const isJoined =
          task?.merge !== null && task !== undefined && task.row < row && lines.at(-1)?.cells.get('task')?.name === task.name;
        if (isJoined) {
          skip('same-task');
          const last = lines.pop();
          if (last) lines.push({ ...last, lastRow: row, conflicts: [...last.conflicts, ...conflicting(last, cells, row)] });
          continue;
        }
        const level = levelOf(cells);
        if (level !== null) while (above.length > 0 && (above.at(-1)?.level ?? 0) >= level) above.pop();
        const parent = level === null ? null : (above.at(-1)?.row ?? null);
        if (level !== null) above.push({ level, row });
        lines.push({ row, lastRow: row, parent, section: sections.map(({ text }) => text), cells, conflicts: [] });
        continue;
      }
      skip(why);
      if (why !== 'section') continue;
      above.length = 0;
      const text = seen.map((cell) => cell.text).join('');
      const level = (numberMark(text) ?? loneMark(seen[0]?.text ?? ''))?.level ?? 2;
      while ((sections.at(-1)?.level ?? 0) >= level) sections.pop();
      sections.push({ level, text });
    }
  }
  return { title: titleOf(grid, head), lines, skipped };
}

function cellsByRole(grid: SheetGrid, head: TaskHead, row: number): ReadonlyMap<ColumnRole, SeenCell> {
  const cells = new Map<ColumnRole, SeenCell>();
  for (const { column, role } of head.columns) {
    const seen = role === null ? null : grid.at(row, column);
    if (role !== null && seen && !cells.has(role)) cells.set(role, seen);
  }
  for (const role of OFTEN) {
    const own = head.columns.filter((column) => column.role === role);
    const filled = own.flatMap((column) => {
      const seen = grid.at(row, column.column);
      return seen ? [{ seen, head: lastHead(column) }] : [];
    });
    const [first] = filled;
    if (own.length < 2 || !first) continue;
    const said = filled.map(({ seen, head: words }) => `${words}：${seen.said}`).join('\n');
    cells.set(role, { ...first.seen, merge: null, text: flatText(said), said, units: filled.map(({ seen }) => seen.said).join('；') });
  }
  return cells;
}

/** The level of the number of a task, in its own column or before its words; null for one without a number. */
function levelOf(cells: ReadonlyMap<ColumnRole, SeenCell>): number | null {
  const mark = loneMark(cells.get('number')?.text ?? '') ?? numberMark(cells.get('task')?.text ?? '');
  return mark?.level ?? null;
}

/** What a row joined to a task says beside it, where the task says otherwise. */
function conflicting(line: TaskLine, cells: ReadonlyMap<ColumnRole, SeenCell>, row: number): readonly SeenCell[] {
  const telling: readonly ColumnRole[] = ['number', 'lead', 'support', 'due', 'goal'];
  return telling.flatMap((role) => {
    const cell = cells.get(role);
    return cell && cell.row === row && cell.text !== (line.cells.get(role)?.text ?? '') ? [cell] : [];
  });
}

function otherThanTask(seen: readonly SeenCell[], cells: ReadonlyMap<ColumnRole, SeenCell>, row: number): SkipReason | null {
  const own = seen.filter((cell) => cell.row === row);
  if (own.length === 0) return 'same-task';
  const why = plainKindOf(own, cells.get('task')?.text ?? '');
  if (why !== null) return why;
  return isSection(own, cells) ? 'section' : null;
}

/** A heading between the tasks: words across columns, or with a mark above those of tasks and nothing beside them. */
function isSection(own: readonly SeenCell[], cells: ReadonlyMap<ColumnRole, SeenCell>): boolean {
  const [first, second] = own;
  if (!first) return false;
  const spans = (cell: SeenCell): boolean => cell.merge !== null && cell.merge.right - cell.merge.left >= 2;
  if (own.length === 1 && spans(first)) return true;
  const isFree = !cells.has('id') && !cells.has('lead') && !cells.has('due') && !cells.has('goal') && !cells.has('support');
  if (own.length === 1) return isFree && (numberMark(first.text)?.level ?? 9) <= 2;
  if (own.length === 2 && second && isFree) return spans(second) || (loneMark(first.text)?.level ?? 9) <= 2;
  return false;
}
