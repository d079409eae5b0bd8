import type { Sentence, SentenceDetail } from '@westgate/contract';
import { aimOf, numberOf, type Row, sentenceOrder, traceOf } from '@westgate/domain';
import { linksIn, shownBy, type View } from '../view/view.ts';
import { belongsIn } from './belongs.ts';
import { commitmentIn } from './commitment.ts';
import { idsOfLinks, linkCounts } from './linked.ts';
import { neighbours } from './order.ts';
import { pair } from './text.ts';
import { missing, thingOf } from './thing.ts';

/** A sentence by its id, as it is shown; null where there is none. */
export const sentenceIn: (view: View, id: string) => Sentence | null = shownBy('sentence', sentenceOf);

/** One sentence with its commitments and its neighbours in the text. */
export function sentenceDetail(view: View, id: string): SentenceDetail {
  const sentence = sentenceIn(view, id);
  if (!sentence) throw missing('sentence', id);
  return {
    ...sentence,
    commitments: sentence.commitmentIds.flatMap((commitment) => commitmentIn(view, commitment) ?? []),
    ...neighbours(view.register, 'sentence', sentenceOrder(view.register), id),
  };
}

function sentenceOf(view: View, row: Row<'sentence'>): Sentence {
  const { register } = view;
  const trace = traceOf(register);
  const links = linksIn(view, 'sentence', row.id);
  const aim = aimOf(register, 'sentence', row.id);
  const commitmentIds = [...trace.commitmentsOfSentence(row.id)];
  return {
    id: row.id,
    rev: row.rev,
    document: row.document,
    number: numberOf(row),
    paragraph: row.paragraph,
    position: row.position,
    revision: row.revision,
    inText: row.in_text,
    kind: row.kind,
    text: pair(row.text_zh, row.text_en),
    checked: { zh: row.checked_zh, en: row.checked_en },
    reason: pair(row.reason_zh, row.reason_en),
    aim,
    tags: [...row.tags],
    ...belongsIn(view, 'sentence', row.id),
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
    placeIds: idsOfLinks(links.places),
    projectIds: idsOfLinks(links.projects),
    indicatorIds: idsOfLinks(links.indicators),
    linked: linkCounts(links),
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
