import { commitmentOrder, type LinkedKind, type Register, sentenceOrder } from '@westgate/domain';
import { idsOf } from './thing.ts';

/** The kinds of records that the public is told of. Deeds, questions of texts and persons are none of them. */
export type PublicKind = LinkedKind;

/** The ids of the records of a kind in the order in which they are read. The register is the public's: what is not public is not in it. */
export function publicIds(register: Register, kind: PublicKind): readonly string[] {
  if (kind === 'sentence') return sentenceOrder(register);
  if (kind === 'commitment') return commitmentOrder(register);
  return idsOf(register, kind);
}

/** A value as the public is told it: without who changed it last, and when. */
export function untold<Value extends { readonly changed: unknown }>({ changed: _who, ...value }: Value): Omit<Value, 'changed'> {
  return value;
}
