import { type Language, strangeInWords } from '@westgate/base';
import type { Row } from '@westgate/domain';
import type { ColumnRole } from './column-roles.ts';
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
export const STATED_NAMES: readonly StatedName[] = [
  'goal',
  'leader',
  'co-leader',
  'steps',
  'person',
  'progress',
  'problems',
  'next',
  'state',
];

/** Characters of words that are kept beside what was understood of them. */
const LONGEST = 4_000;

/** Where the words of a cell are kept of which more is understood than its words. */
const WORDS: { readonly [name in TaskFieldName]?: keyof Commitment & string } = {
  number: 'list_number',
  task: 'task_words',
  sentence: 'report_words',
  lead: 'owner_words',
  support: 'support_words',
  due: 'due_words',
};

/** A commitment of which no sheet says anything. */
export const IN_NO_SHEET = {
  parent: null,
  section: null,
  list_number: null,
  task_words: null,
  report_words: null,
  goal_zh: null,
  goal_en: null,
  leader: null,
  co_leader: null,
  owner_words: null,
  support_words: null,
  due_words: null,
  quarter_goals_zh: null,
  quarter_goals_en: null,
  person: null,
  progress_zh: null,
  progress_en: null,
  problem_zh: null,
  problem_en: null,
  next_step_zh: null,
  next_step_en: null,
  stated_state: null,
} as const satisfies Partial<Commitment>;

export function isStated(role: ColumnRole | TaskFieldName): role is StatedName {
  return Object.hasOwn(STATED, role);
}

/** What is held of a stated field, in one language, in the other one where that is missing. */
export function statedOf(commitment: Commitment, name: StatedName, language: Language): string | null {
  const { column, isPair } = STATED[name];
  const at = (wanted: string): string | null => {
    const value = (commitment as Readonly<Record<string, unknown>>)[wanted];
    return typeof value === 'string' ? value : null;
  };
  if (!isPair) return at(column);
  return at(`${column}_${language}`) ?? at(`${column}_${language === 'zh' ? 'en' : 'zh'}`);
}

/** The columns that keep what cells state, in a language: fields by their names, each with its words. */
export function statedColumns(
  said: Readonly<Partial<Record<TaskFieldName, string | null>>>,
  language: Language,
): Readonly<Record<string, string | null>> {
  const columns: Record<string, string | null> = {};
  for (const [name, text] of Object.entries(said)) {
    const words = WORDS[name as TaskFieldName];
    if (words !== undefined) columns[words] = text == null || text.length > LONGEST || strangeInWords(text) !== null ? null : text;
    else if (isStated(name as TaskFieldName)) {
      const { column, isPair } = STATED[name as StatedName];
      columns[isPair ? `${column}_${language}` : column] = text ?? null;
    }
  }
  return columns;
}
