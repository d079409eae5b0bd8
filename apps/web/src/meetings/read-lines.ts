import type { Bilingual } from '@westgate/base';
import { dayPasted } from '../parts/typed-day.ts';

/** A decision as it was typed in a line: what was decided, by whom and by when it is carried out; what of it is neither a department nor a day. */
export interface DecisionLine {
  readonly words: string;
  /** The department, by its id; empty where none is named. */
  readonly owner: string;
  readonly dueOn: string;
  readonly unread: readonly string[];
}

/** A department by its id and names. */
interface Named {
  readonly id: string;
  readonly name: Bilingual;
}

/** The departments that a person said words stand for, by the words: 城管局, 区发改委. */
export type Meant = Readonly<Record<string, string>>;

/** Numbers before a line, as minutes have them: `1.`, `（一）`, `一、`, `3)`. */
const NUMBER = /^\s*(?:[（(]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)）.．、]\s*)/u;

/**
 * The decisions of a text, one a line: the words, then behind bars or tabs the department and the day, in either order. Lines pasted from a table have
 * tabs. An empty line is none. `meant`: what a person said of names that no department has.
 */
export function readLines(text: string, departments: readonly Named[], meant: Meant = {}): readonly DecisionLine[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [words = '', ...parts] = line.split(/[\t|｜]/).map((part) => part.trim());
    const said = words.replace(NUMBER, '').trim();
    return said === '' ? [] : [readParts(said, parts, departments, meant)];
  });
}

/** The lines with what stands for all where a line does not say it. */
export function filled(lines: readonly DecisionLine[], all: Pick<DecisionLine, 'owner' | 'dueOn'>): readonly DecisionLine[] {
  return lines.map((line) => ({ ...line, owner: line.owner || all.owner, dueOn: line.dueOn || all.dueOn }));
}

function readParts(words: string, parts: readonly string[], departments: readonly Named[], meant: Meant): DecisionLine {
  let [owner, dueOn] = ['', ''];
  const unread: string[] = [];
  for (const part of parts.filter((each) => each !== '')) {
    const day = dayPasted(part.replace(/\s*(?:前|以前|之前)$/u, ''));
    const department = departments.find(({ id, name }) => [id, name.zh, name.en].includes(part) || meant[part] === id);
    if (day !== null && dueOn === '') dueOn = day;
    else if (department && owner === '') owner = department.id;
    else unread.push(part);
  }
  return { words, owner, dueOn, unread };
}
