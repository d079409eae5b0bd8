import { Link } from '@tanstack/react-router';
import type { RecordOf } from '@westgate/contract';
import { useMeeting } from '../api/questions.ts';
import { useWords } from '../messages/words.ts';
import { DayText } from '../parts/day-text.tsx';
import { ActionPress } from '../record/form/action-button.tsx';
import { useMayAct } from '../scope/may-change.ts';
import { LightWord } from '../supervision/matter-line.tsx';

/** On the page of a decision: the action item that carries it out, or the way to one. */
export function DecisionMatter({ decision: { id, meeting, matter } }: { readonly decision: RecordOf<'decision'> }) {
  const word = useWords();
  const isIssued = (useMeeting(meeting.id).data?.concludedOn ?? null) !== null;
  const mayAssign = useMayAct()('assign-decision') && isIssued;
  return (
    <section className="section" aria-labelledby="matter">
      <h2 id="matter">{word('noun.supervision')}</h2>
      {matter ? (
        <p>
          <Link to="/supervision/$id" params={{ id: matter.id }}>
            <LightWord light={matter.light} lateBy={matter.lateBy} />
          </Link>{' '}
          · {word('due.name')} <DayText on={matter.dueOn} />
        </p>
      ) : (
        <>
          <p className="small soft">{word(isIssued ? 'meeting.toAssign' : 'meeting.notAssigned')}</p>
          {mayAssign ? (
            <p className="part-start">
              <ActionPress name="assign-decision" params={{ id }} given={{}} className="button" />
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}
