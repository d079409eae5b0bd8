import type { OwnParts } from '@westgate/contract';
import { type Register, type Row, registerIndex, relationsOf } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { thingOf } from './thing.ts';

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

/** How many sentences a plan has, and which commitments carry it out. */
export function documentBeside({ register }: View, { id }: Row<'document'>): OwnParts<'document'> {
  const implementing = relationsOf(register)
    .to('document', id)
    .filter(({ relation, from_kind }) => relation === 'implements' && from_kind === 'commitment');
  return {
    sentenceCount: sentenceCountOf(register, id),
    implementedBy: implementing.slice(0, COMMITMENTS_SHOWN).map((link) => thingOf(register, 'commitment', link.from_id)),
    implementedByCount: implementing.length,
  };
}
