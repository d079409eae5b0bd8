import type { Milestone, ProjectDates } from '@westgate/contract';
import type { CSSProperties } from 'react';
import { useDistrictFrame } from '../../../frame/district-context.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { positionOf, type TimeAxis, ticksOf } from '../../../parts/time-axis.ts';
import { Unknown } from '../../../parts/unknown.tsx';
import { withdrawEdit } from '../../../record/form/part.ts';
import { PartRow } from '../../../record/form/part-row.tsx';
import { RowActs } from '../../../record/form/row-acts.tsx';
import { axisOfMilestones, marksOf, milestoneValues, slipSaid } from './view-model.ts';

/** Milestones with their three days and the slip, each beside its line of time. */
export function MilestoneTable({ dates: { milestones, project } }: { readonly dates: ProjectDates }) {
  const word = useWords();
  const { district } = useDistrictFrame();
  const axis = axisOfMilestones(milestones, district.today);
  return (
    <div className="table-scroll">
      <table className="table stacking milestones">
        <thead>
          <tr>
            <th scope="col">{word('dates.milestone')}</th>
            <th scope="col">{word('field.baseline')}</th>
            <th scope="col">{word('field.forecast')}</th>
            <th scope="col">{word('field.actual')}</th>
            <th scope="col">{word('dates.slip')}</th>
            <th scope="col">
              <span className="unseen">{word('dates.line')}</span>
              <span className="timeline-years milestone-years" aria-hidden="true">
                {ticksOf(axis).map(({ at, year }) =>
                  year ? (
                    <span key={year} style={left(at)}>
                      {year}
                    </span>
                  ) : null,
                )}
              </span>
            </th>
            <th scope="col">
              <span className="unseen">{word('part.withdraw')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {milestones.map((milestone) => (
            <PartRow
              key={milestone.id}
              kind="milestone"
              id={milestone.id}
              rev={milestone.rev}
              values={() => milestoneValues(milestone, project.id)}
              columns={7}
            >
              <MilestoneRow milestone={milestone} axis={axis} today={district.today} />
            </PartRow>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MilestoneRow({ milestone, axis, today }: { readonly milestone: Milestone; readonly axis: TimeAxis; readonly today: string }) {
  const word = useWords();
  const say = useSay();
  const { id, rev, baseline, forecast, actual } = milestone;
  const slip = slipSaid(milestone);
  const name = say(milestone.name);
  return (
    <tr id={`milestone-${id}`}>
      <th scope="row">
        {name}
        {say(milestone.note) ? <small className="block">{say(milestone.note)}</small> : null}
      </th>
      <td data-head={word('field.baseline')}>{baseline ? <DayText on={baseline} /> : <Unknown />}</td>
      <td data-head={word('field.forecast')}>{forecast ? <DayText on={forecast} /> : <Unknown />}</td>
      <td data-head={word('field.actual')}>{actual ? <DayText on={actual} /> : <span className="soft">{word('dates.notYet')}</span>}</td>
      <td data-head={word('dates.slip')} className={milestone.slip && milestone.slip.days > 0 ? 'slip late' : 'slip'}>
        {slip ? word(slip.word, { days: slip.days }) : null}
      </td>
      <td className="milestone-track">
        <Track milestone={milestone} axis={axis} today={today} />
      </td>
      <td>
        <RowActs open={`milestone:${id}`} edit={withdrawEdit({ kind: 'milestone', id, rev })} name={name} />
      </td>
    </tr>
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
