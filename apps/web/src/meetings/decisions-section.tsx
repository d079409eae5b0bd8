import { Link } from '@tanstack/react-router';
import type { RecordOf } from '@westgate/contract';
import { useDecisionsOf } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { Await } from '../parts/await.tsx';
import { Button } from '../parts/button.tsx';
import { DayText } from '../parts/day-text.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Unknown } from '../parts/fact.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { ActionButton } from '../record/form/action-button.tsx';
import { ActionForm } from '../record/form/action-form.tsx';
import { useFieldWord } from '../record/form/field-words.ts';
import { useMayAct, useMayChange } from '../scope/may-change.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import { LightWord } from '../supervision/matter-line.tsx';
import { DecisionWord } from './decision-word.tsx';
import { EnterDecisions } from './enter-decisions.tsx';

type Meeting = RecordOf<'meeting'>;
type Decision = RecordOf<'decision'>;

/** On the page of a meeting: what it decided, how each stands, the quick way to enter more, and to issue the minutes. */
export function DecisionsSection({ meeting }: { readonly meeting: Meeting }) {
  const word = useWords();
  const decisions = useDecisionsOf(meeting.id);
  return (
    <section className="section" aria-labelledby="decisions">
      <h2 id="decisions">
        {word('nouns.decision')} <small>{decisions.data?.length || ''}</small>
      </h2>
      <Await query={decisions}>{(all) => <Decisions meeting={meeting} decisions={all} />}</Await>
    </section>
  );
}

function Decisions({ meeting, decisions }: { readonly meeting: Meeting; readonly decisions: readonly Decision[] }) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const mayEdit = useMayChange('edit');
  const mayConclude = useMayAct()('conclude-meeting') && meeting.concludedOn === null;
  const inOrder = decisions.toSorted((a, b) => (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER));
  const lacking = decisions.filter(({ owner, dueOn }) => owner === null || dueOn === null).length;
  const leave = (): void => setView({ edit: undefined }, { replace: true });
  return (
    <>
      {decisions.length === 0 ? <EmptyState>{word('meeting.none')}</EmptyState> : <DecisionTable decisions={inOrder} mayEdit={mayEdit} />}
      {lacking > 0 ? (
        <p className="warn">
          <span aria-hidden="true">△</span> {word('meeting.lacking', { count: lacking })}
        </p>
      ) : null}
      {edit === 'decisions' && mayEdit ? (
        <EnterDecisions meeting={meeting.id} taken={decisions} onDone={leave} />
      ) : edit === 'conclude-meeting' && mayConclude ? (
        <ActionForm name="conclude-meeting" params={{ id: meeting.id }} onDone={leave} />
      ) : (
        <p className="part-start row no-print">
          {mayEdit ? <Button name={word('meeting.enter')} onClick={() => setView({ edit: 'decisions' })} /> : null}
          {mayConclude ? <ActionButton name="conclude-meeting" className="button" /> : null}
        </p>
      )}
    </>
  );
}

function DecisionTable({ decisions, mayEdit }: { readonly decisions: readonly Decision[]; readonly mayEdit: boolean }) {
  const word = useWords();
  const say = useSay();
  const field = useFieldWord('decision');
  const columns: readonly TableColumn<Decision>[] = [
    {
      head: word('noun.decision'),
      isRowHead: true,
      headed: 'bare',
      of: ({ id, name, position }) => (
        <>
          {position === null ? null : <span className="soft">{position}. </span>}
          <ThingLink thing={{ kind: 'decision', id, name }} />
        </>
      ),
    },
    { head: field('owner'), of: ({ owner }) => (owner ? <ThingLink thing={owner} /> : <Unknown />) },
    { head: field('due_on'), of: ({ dueOn }) => (dueOn ? <DayText on={dueOn} /> : <Unknown />) },
    {
      head: word('meeting.about'),
      of: (decision) => {
        const about = aboutOf(decision);
        return about ? <ThingLink thing={about} /> : word('meeting.aboutNone');
      },
    },
    { head: word('meeting.standing'), of: ({ standing }) => (standing ? <DecisionWord standing={standing} /> : <Unknown />) },
    {
      head: word('noun.supervision'),
      of: ({ id, name, matter }) =>
        matter ? (
          <Link to="/supervision/$id" params={{ id: matter.id }}>
            <LightWord light={matter.light} lateBy={matter.lateBy} />
          </Link>
        ) : mayEdit ? (
          <Link to="/edit/$noun/$id" params={{ noun: 'decision', id }}>
            {word('acts.edit')}
            <span className="unseen"> {say(name)}</span>
          </Link>
        ) : (
          word('meeting.unassigned')
        ),
    },
  ];
  return <Table columns={columns} rows={decisions} keyOf={({ id }) => id} caption={word('nouns.decision')} />;
}

/** What a decision is about, the first that it names. */
function aboutOf({ issue, project, commitment, event, place }: Decision) {
  return issue ?? project ?? commitment ?? event ?? place;
}
