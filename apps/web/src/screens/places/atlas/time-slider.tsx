import { dayOf } from '@westgate/base';
import type { Project } from '@westgate/contract';
import { type PointerEvent, useRef } from 'react';
import { useProject } from '../../../api/questions.ts';
import { useWords } from '../../../messages/words.ts';
import { useSayPeriod } from '../../../parts/day-text.tsx';
import { type AxisTick, quarterAt, quarterEnd, type TimeAxis, ticksOf } from '../../../parts/time-axis.ts';
import { useAim } from '../../../scope/district-context.ts';
import { shareOf, timeBar } from './time-axis-model.ts';

/** The axis itself: a slider over quarters with a tick for each, and a bar for each project with its dated evidence. */
export function TimeSlider({
  axis,
  day,
  projects,
  onDay,
}: {
  axis: TimeAxis;
  day: string;
  projects: readonly Project[];
  onDay: (day: string) => void;
}) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const track = useRef<HTMLDivElement>(null);
  const ticks = ticksOf(axis);
  const at = shareOf(axis, day);
  const follow = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return;
    const next = quarterAt(axis, (event.clientX - box.left) / box.width);
    if (next !== day) onDay(next);
  };
  return (
    <div
      className="time-axis"
      ref={track}
      role="slider"
      tabIndex={0}
      aria-label={word('atlas.time.slider')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(at * 100)}
      aria-valuetext={sayWhen(day)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
      onKeyDown={(event) => {
        const next = dayForKey(event.key, day, axis);
        if (next === null) return;
        event.preventDefault();
        onDay(next);
      }}
    >
      {ticks.map((tick) => (
        <span key={tick.day} className={tick.year === null ? 'time-tick' : 'time-tick year'} style={{ left: percent(tick.at) }}>
          {tick.at < 0.985 ? <em>{nameOf(tick, word)}</em> : null}
        </span>
      ))}
      <div className="time-bars">
        {projects.map((project) => (
          <BarRow key={project.id} project={project} axis={axis} day={day} />
        ))}
      </div>
      <span className={`time-needle${at > 0.5 ? ' flip' : ''}`} style={{ left: percent(at) }}>
        <b>{word('atlas.time.asOf', { day: sayWhen(day) })}</b>
      </span>
    </div>
  );
}

/** One project: a band over its time, a diamond per dated evidence (hollow where it does not count), a post at its due date. */
function BarRow({ project, axis, day }: { project: Project; axis: TimeAxis; day: string }) {
  const word = useWords();
  const sayWhen = useSayPeriod();
  const { className } = useAim()(project.aim);
  const detail = useProject(project.id).data;
  const bar = detail ? timeBar(detail, axis, day) : null;
  if (!bar) return <div className="time-row" />;
  return (
    <div className="time-row">
      <i
        className={`band time-bar ${className}${bar.open ? ' open' : ''}`}
        style={{ left: percent(bar.from), width: percent(bar.to - bar.from) }}
      />
      {bar.marks.map((mark) => (
        <i
          key={mark.id}
          className={`time-mark${mark.counts ? '' : ' idle'}`}
          style={{ left: percent(mark.share) }}
          title={word('atlas.time.mark', { what: word(`outcome.${mark.what}`), dates: sayWhen(mark.dates) })}
        />
      ))}
      {bar.due === null ? null : (
        <i
          className="time-due"
          style={{ left: percent(bar.due) }}
          title={word('atlas.time.due', { day: sayWhen(project.due?.on ?? '') })}
        />
      )}
    </div>
  );
}

/** Left and right move by a quarter, Home and End to the ends; null for any other key. */
function dayForKey(key: string, day: string, axis: TimeAxis): string | null {
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -4, PageUp: 4 }[key];
  if (key === 'Home') return quarterEnd(axis.from, 1);
  if (key === 'End') return axis.to;
  return step === undefined ? null : quarterEnd(dayOf(day), step);
}

function nameOf({ year, quarter }: AxisTick, word: ReturnType<typeof useWords>): string | null {
  return year ?? (quarter === null ? null : word('atlas.time.quarter', { quarter }));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
