import type { Language } from '@westgate/base';
import type { Row } from '@westgate/domain';
import { columnFor, heldWords, isKept } from '../common/kept-words.ts';
import type { TaskFieldName } from './task-sheet.ts';

type Commitment = Row<'commitment'>;

/** Columns whose cells are kept as the sheet states them, each with the column of a commitment that keeps it; `isPair`: one in each language. */
const STATED = {
  goal: { column: 'goal', isPair: true },
  leader: { column: 'leader', isPair: false },
  'co-leader': { column: 'co_leader', isPair: false },
  steps: { column: 'quarter_goals', isPair: true },
  person: { column: 'person', isPair: false },
  progress: { column: 'progress', isPair: true },
  problems: { column: 'problem', isPair: true },
  next: { column: 'next_step', isPair: true },
  state: { column: 'stated_state', isPair: false },
} as const;
export type StatedName = keyof typeof STATED;
export const STATED_NAMES: readonly StatedName[] = Object.keys(STATED).filter(isStated);

/** Where the words of a cell are kept of which more is understood than its words. */
const WORDS: { readonly [name in TaskFieldName]?: keyof Commitment & string } = {
  number: 'list_number',
  task: 'task_words',
  sentence: 'report_words',
  lead: 'owner_words',
  support: 'support_words',
  due: 'due_words',
};

export function isStated(role: string): role is StatedName {
  return Object.hasOwn(STATED, role);
}

/** What is held of a stated field, in one language, in the other one where that is missing. */
export function statedOf(commitment: Commitment, name: StatedName, language: Language): string | null {
  return heldWords(commitment, STATED[name], language);
}

/** The columns that keep what cells state, in a language: fields by their names, each with its words. */
export function statedColumns(
  said: Readonly<Partial<Record<TaskFieldName, string | null>>>,
  language: Language,
): Readonly<Record<string, string | null>> {
  const columns: Record<string, string | null> = {};
  for (const [name, text] of Object.entries(said)) {
    const words = WORDS[name as TaskFieldName];
    if (words !== undefined) columns[words] = text != null && isKept(text) ? text : null;
    else if (isStated(name)) columns[columnFor(STATED[name], language)] = text ?? null;
  }
  return columns;
}
