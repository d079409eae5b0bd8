import type { Language } from '@westgate/base';
import { type Register, type Row, splitPlanText } from '@westgate/domain';
import type { FieldDraft, Slot } from '../common/field-draft.ts';
import { bareText, flatText } from '../common/flat-text.ts';
import { faultAt } from '../common/sheet-fault.ts';
import type { TaskMatch } from './match-tasks.ts';
import type { RowReading } from './row-reading.ts';
import type { TaskBasics } from './task-basics.ts';

/** Characters of a task: more is no task. */
const MOST_CHARACTERS = 4_000;

/** The words of a task. */
export function readTask(reading: RowReading, slot: Slot, { task, line }: TaskBasics, match: TaskMatch): FieldDraft {
  const { register, language, seen, isOurs } = reading;
  const { name: cell } = slot;
  const fault = (weight: 'faulty' | 'unclear', code: Parameters<typeof faultAt>[1], expected: string, found = task): FieldDraft => ({
    value: task,
    fault: faultAt(weight, code, cell, expected, found),
  });
  if (bareText(task) === '') return fault('faulty', 'missing-task', 'the words of the task', slot.text);
  const [conflict] = line.conflicts;
  if (conflict)
    return fault('faulty', 'merged-task', 'one task a row, or the same beside all rows of it', `${conflict.name} ${conflict.text}`);
  const [district] = register.district.values();
  if (!district?.languages.includes(language))
    return fault('faulty', 'language-not-kept', `words in ${district?.languages.join(' or ') ?? 'none'}, as the district keeps them`);
  if (task.length > MOST_CHARACTERS) return fault('faulty', 'too-long', `at most ${MOST_CHARACTERS} characters`, `${task.length}`);
  const earlier = seen.tasks.get(bareText(task));
  seen.tasks.set(bareText(task), earlier ?? cell);
  if (earlier !== undefined && match.commitment === null)
    return fault('unclear', 'duplicate-task', 'each task once', `that of ${earlier}: ${task}`);
  if (isOurs && match.commitment !== null) return { value: flatText(slot.text) };
  if (match.matchedBy === 'likeness' && !isWholeSentence(register, match.commitment, language))
    return fault('unclear', 'held-elsewhere', 'the words of the plan, which are changed on Plan');
  const pieces = splitPlanText(task).sentences;
  if (pieces.length === 0 || pieces.some(({ kind }) => kind === 'source' || kind === 'rule'))
    return fault('faulty', 'words-unfit', 'words that stand in a plan as a sentence');
  return { value: task, notes: pieces.length > 1 ? ['goes-on'] : [] };
}

/** True where a commitment is all its sentence says: the words of both are then changed together. */
function isWholeSentence(register: Register, commitment: Row<'commitment'> | null, language: Language): boolean {
  const text = commitment === null ? null : register.sentence.get(commitment.sentence)?.[`text_${language}`];
  return typeof text === 'string' && bareText(text) === bareText(commitment?.[`clause_${language}`] ?? '');
}

/** The sentence of the plan that a new task is promised in; for a commitment that is there, the cell only shows it. */
export function readSentence(reading: RowReading, { name: cell, text }: Slot, match: TaskMatch, held: string | null): FieldDraft {
  if (match.commitment !== null) {
    if (!reading.isOurs || bareText(text) === bareText(held ?? '')) return { value: held };
    return { value: held, fault: faultAt('unclear', 'held-elsewhere', cell, 'the words of the plan, which are changed on Plan', text) };
  }
  if (match.sentence !== null) return { value: match.sentence.id, rule: 'same-words' };
  if (reading.recipe.document === null || reading.recipe.addsSentences) return { value: null, rule: 'new-sentence' };
  const fault = faultAt('unclear', 'sentence-not-found', cell, `words of the plan ${reading.recipe.document}`, text);
  return { value: null, candidates: match.candidates, fault };
}

/** The number of a task, which stands once under a heading. */
export function readNumber({ seen }: RowReading, { name: cell, isNumber }: Slot, { number, line }: TaskBasics): FieldDraft {
  const key = `${line.section.join('\n')}\n${number}`;
  const earlier = seen.numbers.get(key);
  seen.numbers.set(key, earlier ?? cell);
  const notes = !isNumber && /^\d+$/.test(number ?? '') ? (['number-as-text'] as const) : [];
  if (earlier === undefined || earlier === cell) return { value: number, notes };
  return {
    value: number,
    fault: faultAt('faulty', 'duplicate-number', cell, 'each number once under a heading', `${number}, as in ${earlier}`),
  };
}

/** The id of a row that Westgate wrote. */
export function readId({ seen }: RowReading, { name: cell, text }: Slot, match: TaskMatch): FieldDraft {
  const earlier = seen.ids.get(text);
  seen.ids.set(text, earlier ?? cell);
  if (earlier !== undefined)
    return { value: null, fault: faultAt('faulty', 'duplicate-id', cell, 'each commitment once', `${text}, as in ${earlier}`) };
  if (match.commitment !== null) return { value: match.commitment.id };
  return { value: null, fault: faultAt('faulty', 'unknown-id', cell, 'the id of a commitment, or nothing for a new one', text) };
}
