import type { Milestone, ProjectDates } from '@westgate/contract';
import type { CSSProperties } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { NameWithNote } from '../../../parts/name-with-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { positionOf, type TimeAxis, ticksOf } from '../../../parts/time-axis.ts';
import { Unknown } from '../../../parts/unknown.tsx';
import { withdrawEdit } from '../../../record/form/part.ts';
import { PartRow } from '../../../record/form/part-row.tsx';
import { RowActs } from '../../../record/form/row-acts.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { axisOfMilestones, marksOf, milestoneValues, slipSaid } from './view-model.ts';

/** Milestones with their three days and the slip, each beside its line of time. */
export function MilestoneTable({ dates: { milestones, project } }: { readonly dates: ProjectDates }) {
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
