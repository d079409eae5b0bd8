import { loneMark, numberMark } from '../common/number-mark.ts';
import type { TaskLine } from './sheet-rows.ts';

/** The words of a row that all else rests on. */
export interface TaskBasics {
  readonly line: TaskLine;
  readonly id: string | null;
  readonly number: string | null;
  /** Without its number. */
  readonly task: string;
}

/** The task of a row, its number and its id. */
export function taskBasics(line: TaskLine): TaskBasics {
  const text = line.cells.get('task')?.text ?? '';
  const own = line.cells.get('number');
  const mark = numberMark(text);
  const number = own ? (loneMark(own.text)?.mark ?? own.text) : (mark?.mark ?? null);
  const id = line.cells.get('id')?.text ?? '';
  return { line, id: id === '' ? null : id, number, task: mark !== null && mark.rest !== '' ? mark.rest : text };
}
