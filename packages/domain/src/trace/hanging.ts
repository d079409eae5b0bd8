import type { Register } from '../register/register.ts';

/** What hangs on a sentence: its commitments, its mentions, and the links of its commitments. */
export function hangingOn(register: Register, sentence: string): number {
  const commitments = new Set<string>();
  for (const { id, sentence: own } of register.commitment.values()) if (own === sentence) commitments.add(id);
  let count = commitments.size;
  for (const mention of register.mention.values()) if (mention.sentence === sentence) count += 1;
  for (const link of register.link.values()) {
    const isOwn = (kind: string, id: string): boolean => kind === 'commitment' && commitments.has(id);
    if (isOwn(link.from_kind, link.from_id) || isOwn(link.to_kind, link.to_id)) count += 1;
  }
  return count;
}
