import type { Matter } from '@westgate/contract';
import { useSay, useWords, type WordId } from '../messages/words.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { useSayPeriod } from '../parts/day-text.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';

/** A matter that is open, as a message for a chat: what is asked, of whom, by when, what is to be done next. */
export function MatterMessage({ matter }: { readonly matter: Matter }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const { id, subject, asked, lead, dueOn, owedBy } = matter;
  if (owedBy === null) return null;
  const lines = [
    word('message.matter', {
      district: say(district.name),
      subject: say(subject.name) || subject.id,
      asked: say(asked),
      lead: say(lead.name) || lead.id,
      dueOn: sayWhen(dueOn),
      owes: word(owesWord(matter)),
    }),
  ];
  return <CopyText lines={lines} path={`/supervision/${encodeURIComponent(id)}`} of={say(asked)} />;
}

/** What is to be done next with a matter, in words; that it is answered or closed where nothing is. */
export function owesWord({ next: [next], owedBy, stands }: Pick<Matter, 'next' | 'owedBy' | 'stands'>): WordId {
  if (next) return `matter.owes.${next}`;
  if (owedBy !== null) return 'matter.owes.supply';
  return stands === 'answered' ? 'matter.answered' : 'matter.closed';
}
