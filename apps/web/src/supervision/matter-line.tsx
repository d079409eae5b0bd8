import { Link } from '@tanstack/react-router';
import type { Matter } from '@westgate/contract';
import { useSay, useWords, type WordId } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { CopyText } from '../parts/copy-text.tsx';
import { DayText, useSayPeriod } from '../parts/day-text.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useMayChange } from '../scope/may-change.ts';

/** The sign before each light: it carries the meaning without colour. */
const SIGNS: Readonly<Record<Matter['light'], string>> = { overdue: '!', near: '△', 'in-time': '○', closed: '●' };

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

/** The light of a matter as a sign and a word; by how many working days it is late. */
export function LightWord({ light, lateBy = 0 }: { readonly light: Matter['light']; readonly lateBy?: number }) {
  const word = useWords();
  return (
    <span className={`light light-${light}`}>
      <span aria-hidden="true">{SIGNS[light]} </span>
      {lateBy > 0 ? word('matter.lateBy', { light: word(`light.${light}`), count: lateBy }) : word(`light.${light}`)}
    </span>
  );
}

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
