import type { MonthlyColumnName, MonthlyRole } from '@westgate/domain';
import { bareText } from '../common/flat-text.ts';
import { loneMark, numberMark } from '../common/number-mark.ts';
import { plainKindOf, type SkippedRow, type SkipReason } from '../common/row-kinds.ts';
import type { SeenCell, SheetGrid } from '../common/sheet-grid.ts';
import { repeatsHead, type SheetHead } from '../common/sheet-head.ts';
import { isUnknown } from './amounts.ts';
import { namedColumns } from './month-head.ts';

/** A row that holds a project, with the headings it stands under. */
export interface MonthLine {
  readonly row: number;
  readonly section: readonly string[];
  /** The row of the project that it is a part of, by the marks of both. */
  readonly parent: number | null;
  readonly cells: ReadonlyMap<MonthlyColumnName, SeenCell>;
}

/** What a project is told by; a heading may have sums beside it, and none of these. */
const TELLING: readonly MonthlyColumnName[] = [
  'code',
  'nature',
  'site',
  'scope',
  'builder',
  'department',
  'words',
  'problem',
  'start',
  'finish',
];

/** Sorts the rows of a monthly sheet out by what they hold. */
export function monthLines(
  grid: SheetGrid,
  head: SheetHead<MonthlyRole>,
): { readonly lines: readonly MonthLine[]; readonly skipped: readonly SkippedRow[] } {
  const lines: MonthLine[] = [];
  const skipped: SkippedRow[] = [];
  const sections: { readonly level: number; readonly text: string }[] = [];
  let whole: { readonly level: number; readonly row: number } | null = null;
  const columns = namedColumns(head);
  for (const { number: row } of grid.sheet.rows) {
    const seen = grid.inRow(row);
    const skip = (why: SkipReason): void => {
      skipped.push({ row, why, text: [...seen.map(({ text }) => text)].join(' ').slice(0, 120) });
    };
    if (row < head.top) skip('title');
    else if (row <= head.bottom) skip('head');
    else if (repeatsHead(grid, head, row)) skip('repeated-head');
    else {
      const cells = new Map<MonthlyColumnName, SeenCell>();
      for (const { name, column } of columns) {
        const cell = grid.at(row, column);
        if (cell && cell.text !== '') cells.set(name, cell);
      }
      const own = seen.filter((cell) => cell.row === row && cell.text !== '');
      const words = headingIn(own, cells, () => leadsOn(grid, columns, row));
      const project = cells.get('project');
      const isJoined =
        own.length === 0 || (project !== undefined && project.row < row && lines.at(-1)?.cells.get('project')?.name === project.name);
      const why = isJoined ? 'same-task' : (plainKindOf(own, project?.text ?? '') ?? (words === null ? null : 'section'));
      if (why === null) {
        const level = (loneMark(cells.get('number')?.text ?? '') ?? numberMark(cells.get('project')?.text ?? ''))?.level ?? null;
        const isPart: boolean = whole !== null && level !== null && level > whole.level;
        const parent: number | null = isPart && whole !== null ? whole.row : null;
        if (!isPart) whole = level === null ? null : { level, row };
        lines.push({ row, section: sections.map(({ text }) => text), parent, cells });
        continue;
      }
      skip(why);
      if (words === null || why !== 'section') continue;
      whole = null;
      const level = (numberMark(words) ?? loneMark(own[0]?.text ?? ''))?.level ?? 2;
      while ((sections.at(-1)?.level ?? 0) >= level) sections.pop();
      sections.push({ level, text: words });
    }
  }
  return { lines, skipped };
}

/** Whether the next row with a number or a project is of a deeper level than `row`, as behind a heading. */
function leadsOn(grid: SheetGrid, columns: ReturnType<typeof namedColumns>, row: number): boolean {
  const levelAt = (at: number): number | null => {
    const text = (name: MonthlyColumnName): string => {
      const column = columns.find((each) => each.name === name)?.column;
      return (column === undefined ? undefined : grid.at(at, column)?.text) ?? '';
    };
    if (text('number') === '' && text('project') === '') return null;
    return (loneMark(text('number')) ?? numberMark(text('project')))?.level ?? Number.MAX_SAFE_INTEGER;
  };
  const own = levelAt(row);
  const next = grid.sheet.rows.find(({ number }) => number > row && levelAt(number) !== null);
  return own !== null && next !== undefined && (levelAt(next.number) ?? 0) > own;
}

/** The words of a heading between the projects, with sums beside it or without; null for a row that is none. `leads`: a row of a deeper level follows. */
function headingIn(own: readonly SeenCell[], cells: ReadonlyMap<MonthlyColumnName, SeenCell>, leads: () => boolean): string | null {
  const [number, project] = [cells.get('number'), cells.get('project')];
  const isHeading = (cell: SeenCell): boolean => cell.name === number?.name || cell.name === project?.name;
  const isTold = TELLING.some((name) => {
    const cell = cells.get(name);
    return cell !== undefined && !isHeading(cell) && !isUnknown(cell.text) && own.some((each) => each.name === cell.name);
  });
  if (isTold) return null;
  const [first] = own;
  if (first?.merge && first.merge.right > first.merge.left && isHeading(first)) return first.text;
  const alone = number ?? project;
  if (!alone) return null;
  const mark = numberMark(alone.text);
  if (mark !== null && mark.level <= 2 && mark.rest !== '') return alone.text;
  if (number && (loneMark(number.text)?.level ?? 9) <= 2 && project && bareText(project.text) !== '' && leads())
    return number.text + project.text;
  return number && !project && /\p{L}/u.test(number.text) ? number.text : null;
}
