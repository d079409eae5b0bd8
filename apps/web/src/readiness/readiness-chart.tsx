import type { EventReadiness } from '@westgate/contract';
import { fieldsOf } from '@westgate/domain';
import { useMemo } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';
import { type ReadinessChart as Chart, type ChartRow, chartOf } from './view-model.ts';

const BOX = { width: 860, left: 232, right: 24, top: 46, row: 24, gap: 8 } as const;
/** Signs of a name that fit before the axis; one of Chinese takes two. */
const NAME_ROOM = 24;

/** What must be ready on an axis of working days back from the opening: bars to the expected finish, brackets at the last day. The table says the same. */
export function ReadinessChart({ readiness }: { readonly readiness: EventReadiness }) {
  const word = useWords();
  const say = useSay();
  const sayPeriod = useSayPeriod();
  const chart = useMemo(() => chartOf(readiness), [readiness]);
  if (!chart) return null;
  const across = acrossIn(chart);
  const rows = chart.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const height = BOX.top + rows * BOX.row + chart.groups.length * BOX.gap + 10;
  const kinds = fieldsOf('readiness_item').kind?.names ?? {};
  let y: number = BOX.top;
  return (
    <figure className="readiness-chart">
      <svg
        viewBox={`0 0 ${BOX.width} ${height}`}
        width={BOX.width}
        height={height}
        role="img"
        aria-label={word('readiness.chart', { name: say(readiness.event.name) })}
      >
        {readiness.holidays
          .filter(({ at }) => at <= chart.first)
          .map(({ first, at }) => (
            <line key={first} className="readiness-holiday" x1={across(at)} x2={across(at)} y1={BOX.top - 6} y2={height - 6} />
          ))}
        {readiness.months
          .filter(({ at }) => at < chart.first && across(at) < across(0) - 40)
          .map(({ on, at }) => (
            <g key={on}>
              <line className="readiness-month" x1={across(at)} x2={across(at)} y1={4} y2={BOX.top - 8} />
              <text className="soft" x={across(at) + 3} y={13}>
                {sayPeriod(on.slice(0, 7))}
              </text>
            </g>
          ))}
        {chart.ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={across(tick)} x2={across(tick)} y1={BOX.top - 8} y2={height - 6} />
            <text className="mid" x={across(tick)} y={BOX.top - 14}>
              {tick === 0 ? word('readiness.opening') : `−${tick}`}
            </text>
          </g>
        ))}
        {chart.today === null ? null : (
          <line className="readiness-today" x1={across(chart.today)} x2={across(chart.today)} y1={BOX.top - 10} y2={height - 6} />
        )}
        <line className="readiness-opening" x1={across(0)} x2={across(0)} y1={BOX.top - 10} y2={height - 6} />
        {chart.groups.map(({ kind, rows: lines }, index) => {
          if (index > 0) y += BOX.gap;
          const top = y;
          y += lines.length * BOX.row;
          return (
            <g key={kind}>
              {index > 0 ? <line className="readiness-rule" x1="0" x2={BOX.width} y1={top - BOX.gap / 2} y2={top - BOX.gap / 2} /> : null}
              <text className="strong" x="0" y={top + 16}>
                {say(kinds[kind] ?? { zh: kind, en: kind })}
              </text>
              {lines.map((row, at) => (
                <Line key={row.line.item.id} row={row} y={top + at * BOX.row} across={across} name={cut(say(row.line.item.name))} />
              ))}
            </g>
          );
        })}
      </svg>
      <figcaption className="note">{word('readiness.legend')}</figcaption>
    </figure>
  );
}

function Line({
  row,
  y,
  across,
  name,
}: {
  readonly row: ChartRow;
  readonly y: number;
  readonly across: (at: number) => number;
  readonly name: string;
}) {
  const { line, bar, latest, over } = row;
  const bracket = across(latest);
  const middle = y + BOX.row / 2;
  return (
    <g className={`readiness-of-${line.kind} readiness-${line.standing}`}>
      <text x={88} y={y + 16}>
        {name}
      </text>
      {bar === null ? (
        <line className="readiness-unknown" x1={Math.min(across(latest), bracket) - 60} x2={bracket} y1={middle} y2={middle} />
      ) : line.standing === 'done' ? (
        <circle className="readiness-done-mark" cx={across(bar.to)} cy={middle} r="4.5" />
      ) : (
        <rect className="readiness-bar" x={across(bar.from)} y={y + 7} width={Math.max(2, across(bar.to) - across(bar.from))} height="10" />
      )}
      {over ? <line className="readiness-over" x1={across(over.from)} x2={across(over.to)} y1={middle} y2={middle} /> : null}
      <path className="readiness-bracket" d={`M${bracket - 4} ${y + 4}h4v16h-4`} />
    </g>
  );
}

function acrossIn({ first, last }: Chart): (at: number) => number {
  const scale = (BOX.width - BOX.left - BOX.right) / (first - last);
  return (at) => BOX.left + (first - at) * scale;
}

/** A name cut to the room before the axis. */
function cut(name: string): string {
  let room = NAME_ROOM;
  let kept = '';
  for (const sign of name) {
    room -= /\p{Script=Han}/u.test(sign) ? 2 : 1;
    if (room < 0) return `${kept.trimEnd()}…`;
    kept += sign;
  }
  return kept;
}
