import type { Milestone, ProjectDates, Waiting } from '@westgate/contract';
import type { CSSProperties } from 'react';
import { useProjectDates } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { DayText, useSayInstant } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { NameWithNote, Unknown } from '../../../parts/fact.tsx';
import { sayWho } from '../../../parts/say-deed.ts';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { positionOf, type TimeAxis, ticksOf } from '../../../parts/time-axis.ts';
import { ActionButton } from '../../../record/form/action-button.tsx';
import { ActionForm } from '../../../record/form/action-form.tsx';
import { PartForm, PartRow, withdrawEdit } from '../../../record/form/part-form.tsx';
import { RowActs, WithdrawButton } from '../../../record/form/row-acts.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useMayAct, useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { axisOfMilestones, marksOf, milestoneValues, slipSaid, spareSaid, untieEdit } from './view-model.ts';
import { WaitingForm } from './waiting-form.tsx';

/** Milestones with their three days and the slip, each beside its line of time. */
function MilestoneTable({ dates: { milestones, project } }: { readonly dates: ProjectDates }) {
  const word = useWords();
  const say = useSay();
  const { district } = useDistrictFrame();
  const axis = axisOfMilestones(milestones, district.today);
  const columns: readonly TableColumn<Milestone>[] = [
    {
      head: word('dates.milestone'),
      isRowHead: true,
      of: ({ name, note }) => <NameWithNote name={say(name)} note={note} />,
    },
    { head: word('field.baseline'), of: ({ baseline }) => (baseline ? <DayText on={baseline} /> : <Unknown />) },
    { head: word('field.forecast'), of: ({ forecast }) => (forecast ? <DayText on={forecast} /> : <Unknown />) },
    {
      head: word('field.actual'),
      of: ({ actual }) => (actual ? <DayText on={actual} /> : <span className="soft">{word('dates.notYet')}</span>),
    },
    {
      head: word('dates.slip'),
      className: ({ slip }) => (slip && slip.days > 0 ? 'slip late' : 'slip'),
      of: (milestone) => {
        const slip = slipSaid(milestone);
        return slip ? word(slip.word, { days: slip.days }) : null;
      },
    },
    {
      head: word('dates.line'),
      headed: 'unseen',
      beside: <Years axis={axis} />,
      className: 'milestone-track',
      of: (milestone) => <Track milestone={milestone} axis={axis} today={district.today} />,
    },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: ({ id, rev, name }) => <RowActs open={`milestone:${id}`} edit={withdrawEdit({ kind: 'milestone', id, rev })} name={say(name)} />,
    },
  ];
  return (
    <Table
      className="stacking milestones"
      columns={columns}
      rows={milestones}
      keyOf={({ id }) => id}
      marks={({ id }) => ({ id: `milestone-${id}` })}
      around={(milestone, shown, count) => (
        <PartRow
          kind="milestone"
          id={milestone.id}
          rev={milestone.rev}
          values={() => milestoneValues(milestone, project.id)}
          columns={count}
        >
          {shown}
        </PartRow>
      )}
    />
  );
}

/** The years over the lines of time. */
function Years({ axis }: { readonly axis: TimeAxis }) {
  return (
    <span className="timeline-years milestone-years" aria-hidden="true">
      {ticksOf(axis).map(({ at, year }) =>
        year ? (
          <span key={year} style={left(at)}>
            {year}
          </span>
        ) : null,
      )}
    </span>
  );
}

function Track({ milestone, axis, today }: { readonly milestone: Milestone; readonly axis: TimeAxis; readonly today: string }) {
  const { baseline, forecast, actual } = marksOf(axis, milestone);
  const end = actual ?? forecast;
  const bar = baseline !== null && end !== null ? { ...left(Math.min(baseline, end)), width: `${Math.abs(end - baseline) * 100}%` } : null;
  return (
    <span className="timeline-track" aria-hidden="true">
      <i className="timeline-now" style={left(positionOf(axis, today))} />
      {bar ? <i className="timeline-bar said" style={bar} /> : null}
      {baseline === null ? null : <i className="timeline-end" style={left(baseline)} />}
      {end === null ? null : <i className={actual === null ? 'timeline-mark' : 'timeline-mark full'} style={left(end)} />}
    </span>
  );
}

function left(place: number): CSSProperties {
  return { left: `${place * 100}%` };
}

/** The dates of a project: its milestones with promised, expected and actual day, the act that freezes them, and what waits for what. */
export function DatesSection({ project }: { readonly project: string }) {
  return <Await query={useProjectDates(project)}>{(dates) => <Dates dates={dates} />}</Await>;
}

function Dates({ dates }: { readonly dates: ProjectDates }) {
  const word = useWords();
  const sayInstant = useSayInstant();
  const { milestones, frozen, project } = dates;
  return (
    <>
      <section className="section" aria-labelledby="dates">
        <h2 id="dates">
          {word('dates.title')}{' '}
          <small>
            {frozen
              ? word('dates.frozenBy', { who: sayWho(word, frozen.who), at: sayInstant(frozen.at), why: frozen.reason })
              : word('dates.notFrozen')}
          </small>
        </h2>
        {milestones.length === 0 ? <EmptyState>{word('dates.none')}</EmptyState> : <MilestoneTable dates={dates} />}
        <DatesActs dates={dates} />
      </section>
      <WaitingSection dates={dates} key={project.id} />
    </>
  );
}

function DatesActs({ dates: { project, milestones } }: { readonly dates: ProjectDates }) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const { today } = useDistrictFrame().district;
  const mayEdit = useMayChange('edit');
  const mayAct = useMayAct();
  const close = (): void => setView({ edit: undefined }, { replace: true });
  const next = String((milestones.at(-1)?.position ?? 0) + 1);
  if (!mayEdit) return null;
  if (edit === 'new:milestone') return <PartForm kind="milestone" of={{ project: project.id, position: next }} onDone={close} />;
  if (edit === 'freeze-dates') return <ActionForm name="freeze-dates" params={{ id: project.id }} given={{ on: today }} onDone={close} />;
  return (
    <p className="row part-start">
      <Button name={word('part.new.milestone')} onClick={() => setView({ edit: 'new:milestone' })} />
      {mayAct('freeze-dates') && milestones.some(({ forecast, actual }) => forecast !== null && actual === null) ? (
        <ActionButton name="freeze-dates" />
      ) : null}
    </p>
  );
}

/** What a project waits for and what waits for it, with the days to spare. */
function WaitingSection({ dates }: { readonly dates: ProjectDates }) {
  const word = useWords();
  const mayEdit = useMayChange('edit');
  const setView = useSetView();
  const { edit } = useView();
  const { waitsFor, awaited, project } = dates;
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{word('dates.waiting')}</h2>
      {waitsFor.length + awaited.length === 0 ? <EmptyState>{word('dates.noWaiting')}</EmptyState> : null}
      <ul className="waiting-list">
        {waitsFor.map((each) => (
          <WaitingRow key={keyOf(each)} waiting={each} own={project.id} waits />
        ))}
        {awaited.map((each) => (
          <WaitingRow key={keyOf(each)} waiting={each} own={project.id} waits={false} />
        ))}
      </ul>
      {!mayEdit ? null : edit === 'new:dependency' ? (
        <WaitingForm dates={dates} onDone={() => setView({ edit: undefined }, { replace: true })} />
      ) : (
        <p className="part-start">
          <Button name={word('dates.newWaiting')} onClick={() => setView({ edit: 'new:dependency' })} />
        </p>
      )}
    </section>
  );
}

function WaitingRow({ waiting, own, waits }: { readonly waiting: Waiting; readonly own: string; readonly waits: boolean }) {
  const word = useWords();
  const say = useSay();
  const other = waits ? waiting.from : waiting.to;
  const mine = waits ? waiting.to : waiting.from;
  const spare = spareSaid(waiting);
  return (
    <li>
      <span className="soft">{word(waits ? 'dates.waitsFor' : 'dates.awaited')}</span>
      <div>
        <ThingLink thing={other.project} />
        {other.kind === 'milestone' ? ` · ${say(other.name)}` : null}
        <small className="block">
          {word(`dates.kind.${waiting.kind}`)}
          {waiting.lagDays === 0 ? null : ` ${word('dates.lag', { days: waiting.lagDays })}`}
          {mine.kind === 'milestone' && mine.project.id === own ? ` · ${say(mine.name)}` : null}
          {say(waiting.note) ? ` · ${say(waiting.note)}` : null}
        </small>
      </div>
      <span className={spare.isBroken ? 'breach' : 'soft'}>{word(spare.word, { days: spare.days })}</span>
      <WithdrawButton edit={untieEdit(waiting)} name={say(other.name)} />
    </li>
  );
}

function keyOf({ from, to }: Waiting): string {
  return `${from.kind}:${from.id} ${to.kind}:${to.id}`;
}
