import type { TextQuestion, Thing } from '@westgate/contract';
import { hangingOn, numberOf, type Register, type Row } from '@westgate/domain';
import { shownBy, type View } from '../view/view.ts';
import { pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';

/** A question by its id, as it is shown; null where there is none. */
export const textQuestionIn: (view: View, id: string) => TextQuestion | null = shownBy('text_question', textQuestionOf);

function textQuestionOf({ register }: View, row: Row<'text_question'>): TextQuestion {
  const sentence = register.sentence.get(row.sentence);
  const isOfWords = row.kind === 'clause' || row.kind === 'phrase';
  return {
    id: row.id,
    rev: row.rev,
    document: row.document,
    isOfEarlier: sentence !== undefined && sentence.document !== row.document,
    kind: row.kind,
    sentence: { ...shown(register, row.sentence), inText: sentence?.in_text ?? false },
    candidates: row.candidates.map((id) => shown(register, id)),
    subject: subjectOf(register, row),
    sought: soughtBy(register, row),
    words: pair(row.words_zh, row.words_en),
    links: isOfWords ? 1 : hangingOn(register, row.sentence),
  };
}

function shown(register: Register, id: string): { id: string; number: string; text: { zh: string | null; en: string | null } } {
  const sentence = register.sentence.get(id);
  return { id, number: sentence ? numberOf(sentence) : '', text: pair(sentence?.text_zh ?? null, sentence?.text_en ?? null) };
}

function subjectOf(register: Register, row: Row<'text_question'>): Thing | null {
  if (row.commitment !== null) return thingAt(register, 'commitment', row.commitment);
  return row.mention_kind !== null && row.mention_id !== null ? thingOf(register, row.mention_kind, row.mention_id) : null;
}

function soughtBy(register: Register, row: Row<'text_question'>): { zh: string | null; en: string | null } {
  const commitment = register.commitment.get(row.commitment ?? '');
  if (commitment) return pair(commitment.clause_zh, commitment.clause_en);
  const mention = register.mention.get(`${row.sentence}|${row.mention_kind}|${row.mention_id}`);
  return pair(mention?.phrase_zh ?? null, mention?.phrase_en ?? null);
}
