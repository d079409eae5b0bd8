import type { Due, Evidence } from '@westgate/contract';
import { type CSSProperties, useMemo } from 'react';
import { useWords } from '../messages/words.ts';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';
import { useSayPeriod } from './day-text.tsx';
import { axisOf, axisOver, positionOf, ticksOf } from './time-axis.ts';
import { type TimeLine, timeLines } from './time-lines.ts';

/** What was said and what happened, on one axis of time; the table of evidence says the same in words. */
export function SaidHappened({ due, evidence }: { readonly due: Due | null; readonly evidence: readonly Evidence[] }) {
  const word = useWords();
  const { district } = useDistrictFrame();
  const { day } = useShownDay();
  const axis = useMemo(
    () => axisOver(axisOf(district), [...evidence.flatMap(({ dates, newDueOn }) => [dates, newDueOn ?? dates]), ...(due ? [due.on] : [])]),
    [district, evidence, due],
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
