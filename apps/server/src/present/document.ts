import type { PlanDocument } from '@westgate/contract';
import { type Register, type Row, registerIndex, relationsOf } from '@westgate/domain';
import { shownBy, type View } from '../view/view.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { missing, thingOf } from './thing.ts';

/** Commitments named with a plan they carry out; the count tells how many there are in all. */
const COMMITMENTS_SHOWN = 100;

/** Sentences of each document; its source lines are none. */
const sentenceCounts = registerIndex<ReadonlyMap<string, number>>({
  basis: { sentence: ['document', 'kind', 'in_text'] },
  build(register) {
    const counts = new Map<string, number>();
    for (const { document, kind, in_text } of register.sentence.values())
      if (in_text && kind !== 'source') counts.set(document, (counts.get(document) ?? 0) + 1);
    return counts;
  },
});

/** How many sentences of a plan there are. */
export function sentenceCountOf(register: Register, id: string): number {
  return sentenceCounts(register).get(id) ?? 0;
}

/** A plan by its id, as it is shown; null where there is none. */
export const documentIn: (view: View, id: string) => PlanDocument | null = shownBy('document', documentOf);

/** One plan. */
export function documentDetail(view: View, id: string): PlanDocument {
  const document = documentIn(view, id);
  if (!document) throw missing('document', id);
  return document;
}

function documentOf(view: View, row: Row<'document'>): PlanDocument {
  const { register } = view;
  const implementing = relationsOf(register)
    .to('document', row.id)
    .filter(({ relation, from_kind }) => relation === 'implements' && from_kind === 'commitment');
  return {
    id: row.id,
    rev: row.rev,
    title: pair(row.title_zh, row.title_en),
    kind: row.kind,
    wording: row.wording,
    covers: row.covers,
    publisher: pair(row.publisher_zh, row.publisher_en),
    publishedOn: row.published_on,
    source: sourceAt(register, row),
    note: pair(row.note_zh, row.note_en),
    sentenceCount: sentenceCountOf(register, row.id),
    implementedBy: implementing.slice(0, COMMITMENTS_SHOWN).map((link) => thingOf(register, 'commitment', link.from_id)),
    implementedByCount: implementing.length,
  };
}
