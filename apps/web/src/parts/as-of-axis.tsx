import { dayOf } from '@westgate/base';
import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { useDistrictFrame, useShownDay } from '../frame/district-context.ts';
import { useSetView } from '../frame/use-view.ts';
import { useWords } from '../messages/words.ts';
import { DayField } from './day-field.tsx';
import { useSayPeriod } from './day-text.tsx';
import { axisOf, positionOf, quarterAt, quarterEnd, ticksOf } from './time-axis.ts';

const QUARTER_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -4,
  PageUp: 4,
};

/** The day that states are shown for: an axis of quarters, arrows, a date field, back to today. */
export function AsOfAxis() {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const setView = useSetView();
  const { district } = useDistrictFrame();
  const { day, isToday } = useShownDay();
  const axis = useMemo(() => axisOf(district), [district]);
  const ticks = useMemo(() => ticksOf(axis), [axis]);
  const choose = (chosen: string): void => setView({ asOf: chosen === district.today ? undefined : chosen }, { replace: true });

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = QUARTER_STEPS[event.key];
    if (steps === undefined && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Home') choose(quarterAt(axis, 0));
    else if (event.key === 'End') choose(axis.to);
    else if (steps !== undefined) choose(clamp(quarterEnd(dayOf(day), steps), axis.from, axis.to));
  };
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    choose(quarterAt(axis, (event.clientX - box.left) / box.width));
  };

  return (
    <section className="as-of" aria-label={word('asOf.title')}>
      <div className="as-of-line">
        <span className="strong">{word('asOf.title')}</span>
        <DayField className="field" aria-label={word('asOf.day')} value={day} onDay={choose} />
        <span className="spring" />
        {isToday ? (
          <span className="soft">{word('asOf.isToday')}</span>
        ) : (
          <button type="button" className="button plain" onClick={() => setView({ asOf: undefined }, { replace: true })}>
            {word('asOf.today')}
          </button>
        )}
      </div>
      <div
        className="axis"
        role="slider"
        tabIndex={0}
        aria-label={word('asOf.title')}
        aria-description={word('asOf.keys')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(positionOf(axis, day) * 100)}
        aria-valuetext={sayWhen(day)}
        onKeyDown={onKeyDown}
        onPointerDown={onPointer}
        onPointerMove={onPointer}
      >
        {ticks.map((tick) => (
          <i key={tick.at} className={tick.year ? 'tick year' : 'tick'} style={{ left: `${tick.at * 100}%` }} />
        ))}
        {ticks.map((tick) =>
          tick.year ? (
            <span key={tick.year} className={tick.at === 0 ? 'tick-name first' : 'tick-name'} style={{ left: `${tick.at * 100}%` }}>
              {tick.year}
            </span>
          ) : null,
        )}
        <b className="thumb" style={{ left: `${positionOf(axis, day) * 100}%` }} />
      </div>
    </section>
  );
}

function clamp(day: string, from: string, to: string): string {
  if (day < from) return from;
  return day > to ? to : day;
}
