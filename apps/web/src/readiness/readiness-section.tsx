import { Link } from '@tanstack/react-router';
import type { EventReadiness, Thing } from '@westgate/contract';
import { useEventReadiness } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { Await } from '../parts/await.tsx';
import { DayText } from '../parts/day-text.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Unknown } from '../parts/fact.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { ThingLink } from '../parts/thing-link.tsx';
import { ActionButton } from '../record/form/action-button.tsx';
import { ActionForm } from '../record/form/action-form.tsx';
import { useMayAct, useMayChange } from '../scope/may-change.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import { ReadinessChart } from './readiness-chart.tsx';
import { ReadinessTable } from './readiness-table.tsx';
import './readiness.css';
import { countsOf } from './view-model.ts';

/** On the page of an event: what must be ready before it, counted back from the opening. */
export function ReadinessSection({ event }: { readonly event: Thing }) {
  const word = useWords();
  return (
    <section className="section" aria-labelledby="readiness">
      <h2 id="readiness">{word('readiness.title')}</h2>
      <Readiness event={event} />
    </section>
  );
}

/** The readiness of an event: what is amiss in a sentence, the chart with its table, works that no item names, and what is done with the list. */
export function Readiness({ event }: { readonly event: Thing }) {
  return <Await query={useEventReadiness(event.id)}>{(readiness) => <Shown readiness={readiness} />}</Await>;
}

function Shown({ readiness }: { readonly readiness: EventReadiness }) {
  const word = useWords();
  const { items, works, yearsWithoutNotice, workingDays, opening, event } = readiness;
  const counts = countsOf(items);
  return (
    <>
      <p className="readiness-finding">
        {workingDays === null
          ? word('readiness.noOpening')
          : word(workingDays > 0 ? 'readiness.before' : workingDays === 0 ? 'readiness.today' : 'readiness.after', {
              days: Math.abs(workingDays),
            })}{' '}
        {items.length === 0
          ? null
          : word('readiness.finding', {
              total: items.length,
              done: counts.done,
              over: counts.overdue,
              risk: counts['at-risk'],
              unknown: counts['not-known'],
            })}
      </p>
      {opening !== null && yearsWithoutNotice.length > 0 ? (
        <p className="readiness-warning">
          <span aria-hidden="true">△</span> {word('readiness.noNotice', { years: yearsWithoutNotice.join(word('list.comma')) })}{' '}
          <Link to="/settings/calendar">{word('readiness.importNotice')}</Link>
        </p>
      ) : null}
      {items.length === 0 ? (
        <EmptyState>{word('readiness.none')}</EmptyState>
      ) : (
        <>
          <ReadinessChart readiness={readiness} />
          <ReadinessTable readiness={readiness} />
        </>
      )}
      {works.length === 0 ? null : <WorksTable works={works} />}
      <ListActs event={event} />
    </>
  );
}

type Works = EventReadiness['works'][number];

/** Works linked to the event that no item names. */
function WorksTable({ works }: { readonly works: readonly Works[] }) {
  const word = useWords();
  const columns: readonly TableColumn<Works>[] = [
    { head: word('noun.project'), isRowHead: true, headed: 'bare', of: ({ project }) => <ThingLink thing={project} /> },
    { head: word('readiness.finish'), of: ({ finish }) => (finish ? <DayText on={finish} /> : <Unknown />) },
    {
      head: word('readiness.toOpening'),
      isNumber: true,
      of: ({ slack }) => (slack === null ? <Unknown /> : slack < 0 ? `−${-slack}` : slack),
    },
  ];
  return (
    <>
      <h3>{word('readiness.works')}</h3>
      <Table columns={columns} rows={works} keyOf={({ project }) => project.id} />
    </>
  );
}

/** Adding an item, and taking over the list of another event. */
function ListActs({ event }: { readonly event: Thing }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { edit } = useView();
  const mayCopy = useMayAct()('copy-readiness');
  const mayAdd = useMayChange('update', 'any');
  if (edit === 'copy-readiness' && mayCopy)
    return (
      <ActionForm
        name="copy-readiness"
        level="h3"
        params={{ id: event.id }}
        onDone={() => setView({ edit: undefined }, { replace: true })}
      />
    );
  return (
    <p className="part-start row no-print">
      {mayAdd ? (
        <Link className="button" to="/new/$noun" params={{ noun: 'readiness_item' }} search={{ sel: `event:${event.id}` }}>
          {word('readiness.add')}
          <span className="unseen"> {say(event.name)}</span>
        </Link>
      ) : null}
      {mayCopy ? <ActionButton name="copy-readiness" className="button plain" /> : null}
    </p>
  );
}
