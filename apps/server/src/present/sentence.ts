import type { OwnParts, Sentence } from '@westgate/contract';
import { aimOf, numberOf, type Row, traceOf } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { thingOf } from './thing.ts';

/** What a sentence tells beside its columns: its number, the words that name others, and the clauses that promise. */
export function sentenceBeside({ register }: View, row: Row<'sentence'>): OwnParts<'sentence'> & Pick<Sentence, 'commitmentIds'> {
  const trace = traceOf(register);
  const aim = aimOf(register, 'sentence', row.id);
  const commitmentIds = [...trace.commitmentsOfSentence(row.id)];
  return {
    document: row.document,
    number: numberOf(row),
    revision: row.revision,
    checked: { zh: row.checked_zh, en: row.checked_en },
    mentions: trace.mentionsOfSentence(row.id).map((mention) => ({
      ...thingOf(register, mention.thing_kind, mention.thing_id),
      aim: mention.aim ?? aim,
      ...spansOf(row, mention.phrase_zh, mention.phrase_en),
    })),
    clauses: commitmentIds.flatMap((id) => {
      const commitment = register.commitment.get(id);
      return commitment ? [{ commitment: id, ...spansOf(row, commitment.clause_zh, commitment.clause_en) }] : [];
    }),
    commitmentIds,
  };
}

type Span = { start: number; end: number } | null;

function spansOf(sentence: Row<'sentence'>, zh: string | null, en: string | null): { zh: Span; en: Span } {
  return { zh: spanOf(sentence.text_zh, zh), en: spanOf(sentence.text_en, en) };
}

function spanOf(text: string | null, part: string | null): Span {
  if (!text || !part) return null;
  const start = text.indexOf(part);
  return start < 0 ? null : { start, end: start + part.length };
}
