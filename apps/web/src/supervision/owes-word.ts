import type { Matter } from '@westgate/contract';
import type { WordId } from '../messages/words.ts';

/** What is to be done next with a matter, in words; that it is answered or closed where nothing is. */
export function owesWord({ next: [next], owedBy, stands }: Pick<Matter, 'next' | 'owedBy' | 'stands'>): WordId {
  if (next) return `matter.owes.${next}`;
  if (owedBy !== null) return 'matter.owes.supply';
  return stands === 'answered' ? 'matter.answered' : 'matter.closed';
}
