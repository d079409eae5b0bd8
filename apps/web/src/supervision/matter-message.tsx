import type { Matter } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { CopyText } from '../parts/copy-text.tsx';
import { useSayPeriod } from '../parts/day-text.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { owesWord } from './owes-word.ts';

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
