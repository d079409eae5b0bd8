import { dayOf } from '@westgate/base';
import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import { useSpan } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { DayField } from '../parts/day-field.tsx';
import { useSayPeriod } from '../parts/day-text.tsx';
import { axisOf, positionOf, quarterAt, quarterEnd, ticksOf } from '../parts/time-axis.ts';
import { useDistrictFrame, useShownDay } from '../scope/district-context.ts';
import { useSetView } from '../scope/use-view.ts';
import { quickDays } from './quick-days.ts';

const QUARTER_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -4,
  PageUp: 4,
};

/** Chooses the day that states are shown for: a date field, an axis of quarters, today and the ends of the plans' years. */
export function AsOfPanel() {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const setView = useSetView();
  const { district } = useDistrictFrame();
  const { day } = useShownDay();
  const span = useSpan();
  const axis = useMemo(() => axisOf(district, span), [district, span]);
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
    <div className="as-of">
      <div className="as-of-line">
        <span className="strong">{word('asOf.title')}</span>
        <DayField className="field" aria-label={word('asOf.day')} value={day} onDay={choose} />
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
      <ul className="as-of-days">
        {quickDays(district).map(({ on, of }) => (
          <li key={on}>
            <button type="button" className="button" aria-pressed={on === day} onClick={() => choose(on)}>
              {of === null ? word('asOf.today') : word('asOf.endOf', { plan: say(of.title) })} <span className="soft">{on}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function clamp(day: string, from: string, to: string): string {
  if (day < from) return from;
  return day > to ? to : day;
}
