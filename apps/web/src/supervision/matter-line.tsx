import { Link } from '@tanstack/react-router';
import type { Matter } from '@westgate/contract';
import { useSay, useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { DayText } from '../parts/day-text.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { LightWord } from './light-word.tsx';
import { MatterMessage } from './matter-message.tsx';
import { owesWord } from './owes-word.ts';
import { SupplyLink } from './supply-link.tsx';

/** A matter in a line: what is asked, of whom, by when, what is to be done next. */
export function MatterLine({ matter, isNamed = true }: { readonly matter: Matter; readonly isNamed?: boolean }) {
  const word = useWords();
  const say = useSay();
  const { id, subject, asked, lead, dueOn, light, lateBy } = matter;
  return (
    <li className="matter-line" data-matter={id}>
      <div>
        <Link to="/supervision/$id" params={{ id }}>
          <AsWritten text={say(asked)} />
        </Link>
        <small className="block soft">
          {isNamed ? (
            <>
              <ThingLink thing={subject} /> ·{' '}
            </>
          ) : null}
          {say(lead.name)} · {word('due.name')} <DayText on={dueOn} />
        </small>
      </div>
      <LightWord light={light} lateBy={lateBy} />
      <span className="small">
        {matter.reopened ? <b>{word('matter.reopenedShort')} · </b> : null}
        {word(owesWord(matter))} <SupplyLink matter={matter} /> <MatterMessage matter={matter} />
      </span>
    </li>
  );
}
