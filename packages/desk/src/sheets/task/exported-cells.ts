import { inLanguage, type Language } from '@westgate/base';
import { type Register, type Row, relationsOf } from '@westgate/domain';
import { nameIn } from '../common/kept-words.ts';
import { type StatedName, statedOf } from './stated-fields.ts';

/** The cells of a commitment in a task sheet that Westgate writes. Days are days; empty cells are null. */
export interface ExportedCells extends Readonly<Record<StatedName, string | null>> {
  readonly id: string;
  /** As the sheet stated it that brought it; null where none did. */
  readonly number: string | null;
  readonly sentence: string | null;
  readonly task: string | null;
  readonly lead: string | null;
  readonly support: string | null;
  readonly due: string | null;
  readonly note: string | null;
}

/** What each cell of a commitment holds, in one language, in the other one where that is missing. Reading compares with the same. */
export function exportedCells(register: Register, commitment: Row<'commitment'>, language: Language): ExportedCells {
  const sentence = register.sentence.get(commitment.sentence);
  const nameOf = (id: string | null): string | null => {
    const department = id === null ? undefined : register.department.get(id);
    return department ? nameIn(department, language) : null;
  };
  const support = supportOf(register, commitment.id).map((id) => nameOf(id) ?? id);
  return {
    id: commitment.id,
    number: commitment.list_number,
    sentence: sentence ? inLanguage({ zh: sentence.text_zh, en: sentence.text_en }, language) : null,
    task: inLanguage({ zh: commitment.title_zh, en: commitment.title_en }, language),
    lead: nameOf(commitment.owner),
    support: support.length === 0 ? null : support.join(language === 'zh' ? '、' : '; '),
    due: commitment.due_on ?? commitment.due_words,
    note: inLanguage({ zh: commitment.note_zh, en: commitment.note_en }, language),
    goal: statedOf(commitment, 'goal', language),
    leader: statedOf(commitment, 'leader', language),
    'co-leader': statedOf(commitment, 'co-leader', language),
    steps: statedOf(commitment, 'steps', language),
    person: statedOf(commitment, 'person', language),
    progress: statedOf(commitment, 'progress', language),
    problems: statedOf(commitment, 'problems', language),
    next: statedOf(commitment, 'next', language),
    state: statedOf(commitment, 'state', language),
  };
}

/** Ids of the departments that co-operate on a commitment, in the order of their links. */
export function supportOf(register: Register, commitment: string): readonly string[] {
  return relationsOf(register)
    .to('commitment', commitment)
    .filter(({ relation, from_kind }) => relation === 'co-operates' && from_kind === 'department')
    .map(({ from_id }) => from_id);
}
