import { type DayString, isDay, isPeriod, periodSpan } from '@westgate/base';
import type { Due, Evidence } from '@westgate/contract';
import { type CSSProperties, useMemo } from 'react';
import { useSpan } from '../api/questions.ts';
import { useWords } from '../messages/words.ts';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';
import { useSayPeriod } from './day-text.tsx';
import { axisOf, axisOver, positionOf, type TimeAxis, ticksOf } from './time-axis.ts';

/** A line of the picture: a bar of what was said, or a mark of what happened, from 0 to 1 along the axis. */
interface TimeLine {
  readonly id: string;
  readonly kind: 'said' | 'happened';
  readonly from: number;
  readonly to: number;
  readonly evidence: Evidence | null;
  /** The promised day, on a bar. */
  readonly due: string | null;
}

/** What was said and what happened, on one axis of time; the table of evidence says the same in words. */
export function SaidHappened({ due, evidence }: { readonly due: Due | null; readonly evidence: readonly Evidence[] }) {
  const word = useWords();
  const { district } = useDistrictFrame();
  const { day } = useShownDay();
  const span = useSpan();
  const axis = useMemo(
    () =>
      axisOver(axisOf(district, span), [
        ...evidence.flatMap(({ dates, newDueOn }) => [dates, newDueOn ?? dates]),
        ...(due ? [due.on] : []),
      ]),
    [district, span, evidence, due],
  );
  const lines = useMemo(() => timeLines(axis, due, evidence), [axis, due, evidence]);
  if (lines.length === 0) return null;
  return (
    <section className="section" aria-labelledby="said">
      <h2 id="said">
        {word('said.title')} <small>{word('said.lead')}</small>
      </h2>
      <div className="timeline">
        <div className="timeline-years" aria-hidden="true">
          {ticksOf(axis).map((tick) =>
            tick.year ? (
              <span key={tick.year} style={at(tick.at)}>
                {tick.year}
              </span>
            ) : null,
          )}
        </div>
        <ol>
          {lines.map((line) => (
            <TimelineRow key={line.id} line={line} now={positionOf(axis, day)} />
          ))}
        </ol>
      </div>
    </section>
  );
}

function TimelineRow({ line, now }: { readonly line: TimeLine; readonly now: number }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { evidence } = line;
  const width = `${Math.max(line.to - line.from, 0) * 100}%`;
  return (
    <li>
      <span className="timeline-name small">
        <span className="soft">{word(line.kind === 'said' ? 'said.said' : 'said.happened')}</span>{' '}
        {line.due ? sayWhen(line.due) : evidence ? `${word(`outcome.${evidence.what}`)} ${sayWhen(evidence.dates)}` : null}
        {evidence && !evidence.counts ? <span className="soft">{word('said.notCounted')}</span> : null}
      </span>
      <span className="timeline-track" aria-hidden="true">
        <i className="timeline-now" style={at(now)} />
        {line.kind === 'said' || line.to > line.from ? (
          <i className={`timeline-bar ${line.kind}`} style={{ ...at(line.from), width }} />
        ) : null}
        {line.kind === 'happened' ? <i className={evidence?.counts ? 'timeline-mark full' : 'timeline-mark'} style={at(line.to)} /> : null}
        {line.kind === 'said' ? <i className="timeline-end" style={at(line.to)} /> : null}
      </span>
    </li>
  );
}

function at(place: number): CSSProperties {
  return { left: `${place * 100}%` };
}

/** What was promised (the first due date, then each later one) and what happened, in the order of time. */
export function timeLines(axis: TimeAxis, due: Due | null, evidence: readonly Evidence[]): readonly TimeLine[] {
  const said: TimeLine[] = due
    ? [{ id: 'due', kind: 'said', from: positionOf(axis, startOfYear(due.on)), to: positionOf(axis, due.on), evidence: null, due: due.on }]
    : [];
  for (const row of evidence) {
    if (row.newDueOn === null) continue;
    const start = spanOf(row.dates)?.[0] ?? row.newDueOn;
    said.push({
      id: `due-${row.id}`,
      kind: 'said',
      from: positionOf(axis, start),
      to: positionOf(axis, row.newDueOn),
      evidence: row,
      due: row.newDueOn,
    });
  }
  const happened = evidence.flatMap((row): TimeLine[] => {
    const span = spanOf(row.dates);
    if (!span) return [];
    return [{ id: row.id, kind: 'happened', from: positionOf(axis, span[0]), to: positionOf(axis, span[1]), evidence: row, due: null }];
  });
  return [...said, ...happened.sort((a, b) => a.to - b.to)];
}

function startOfYear(day: string): string {
  return isDay(day) ? `${day.slice(0, 4)}-01-01` : day;
}

function spanOf(dates: string): readonly [DayString, DayString] | null {
  return isPeriod(dates) ? periodSpan(dates) : null;
}
