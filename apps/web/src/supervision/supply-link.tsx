import { Link } from '@tanstack/react-router';
import type { Matter } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { useMayChange } from '../scope/may-change.ts';

/** Where an open ask is answered: the project, with the form open at what is asked for. Nothing for other matters, and for who may not. */
export function SupplyLink({ matter: { ask, subject, lead } }: { readonly matter: Pick<Matter, 'ask' | 'subject' | 'lead'> }) {
  const word = useWords();
  const say = useSay();
  const mayUpdate = useMayChange('update', [lead.id]);
  if (!ask || ask.answer || !mayUpdate) return null;
  return (
    <Link to="/projects/$id" params={{ id: subject.id }} search={{ edit: `need:${ask.requirement}` }} className="button">
      {word('need.supply')}
      <span className="unseen"> {say(ask.name)}</span>
    </Link>
  );
}
