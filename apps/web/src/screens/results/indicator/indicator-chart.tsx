import { dayOf } from '@westgate/base';
import type { IndicatorValue } from '@westgate/contract';
import { type ChartPoint, chartOf, scaleOverhang } from '@westgate/domain';
import { useMemo } from 'react';
import { useWords } from '../../../messages/words.ts';
import { useShownDay } from '../../../scope/district-context.ts';

const BOX = { width: 640, height: 220, left: 52, right: 18, top: 18, bottom: 30 } as const;
/** How wide a letter of the scale is at most. */
const LETTER = 8;
const acrossOf = (x: number): number => BOX.left + x * (BOX.width - BOX.left - BOX.right);
const downOf = (y: number): number => BOX.height - BOX.bottom - y * (BOX.height - BOX.top - BOX.bottom);

/** Targets as a dashed path of diamonds, actual values as dots, a dotted band where nothing is known. The table says the same. */
export function IndicatorChart({
  values,
  title,
  unit,
  isSilent,
}: {
  readonly values: readonly IndicatorValue[];
  readonly title: string;
  readonly unit: string;
  /** Its last value is out of date, or there is none. */
  readonly isSilent: boolean;
}) {
  const word = useWords();
  const { day } = useShownDay();
  const chart = useMemo(() => chartOf(values, dayOf(day)), [values, day]);
  if (!chart) return null;
  const wider = scaleOverhang(
    chart.scale.map(({ told }) => told),
    LETTER,
    BOX.left - 8,
  );
  const path = [...chart.baselines, ...chart.targets]
    .sort((a, b) => a.x - b.x)
    .map((point) => `${acrossOf(point.x)},${downOf(point.y)}`)
    .join(' ');
  const actual = chart.actuals.map((point) => `${acrossOf(point.x)},${downOf(point.y)}`).join(' ');
  return (
    <figure className="chart">
      <svg viewBox={`${-wider} 0 ${BOX.width + wider} ${BOX.height}`} role="img" aria-label={`${word('indicator.chart')}: ${title}`}>
        {chart.scale.map(({ y, told }) => (
          <g key={y}>
            <line className="grid" x1={BOX.left} x2={BOX.width - BOX.right} y1={downOf(y)} y2={downOf(y)} />
            <text className="end" x={BOX.left - 8} y={downOf(y) + 4}>
              {told}
            </text>
          </g>
        ))}
        {chart.years.map(({ at, year }) => (
          <g key={year}>
            <line className="axis-line" x1={acrossOf(at)} x2={acrossOf(at)} y1={downOf(0)} y2={downOf(0) + 5} />
            <text className="mid" x={acrossOf(at + 0.5 / chart.years.length)} y={downOf(0) + 20}>
              {year}
            </text>
          </g>
        ))}
        {isSilent && chart.unknown ? (
          <g>
            <rect
              className="unknown-band"
              x={acrossOf(chart.unknown.from)}
              width={acrossOf(chart.unknown.to) - acrossOf(chart.unknown.from)}
              y={BOX.top}
              height={downOf(0) - BOX.top}
            />
            {chart.unknown.to - chart.unknown.from > 0.2 ? (
              <text className="soft mid" x={acrossOf((chart.unknown.from + chart.unknown.to) / 2)} y={downOf(0) - 8}>
                {word('unknown')}
              </text>
            ) : null}
          </g>
        ) : null}
        <polyline className="target-path" points={path} />
        <polyline className="actual-path" points={actual} />
        {chart.targets.map((point) => (
          <Diamond key={keyOf(point)} point={point} />
        ))}
        {chart.baselines.map((point) => (
          <circle key={keyOf(point)} className="baseline-mark" cx={acrossOf(point.x)} cy={downOf(point.y)} r="4.5" />
        ))}
        {chart.actuals.map((point) => (
          <circle key={keyOf(point)} className="actual-mark" cx={acrossOf(point.x)} cy={downOf(point.y)} r="4.5" />
        ))}
      </svg>
      <figcaption className="note">
        ◇ {word('indicator.legendTarget')} · ● {word('indicator.legendActual')} · ○ {word('indicator.legendBaseline')} · ⋯{' '}
        {word('indicator.legendUnknown')} · {word('record.unit')} {unit}
      </figcaption>
    </figure>
  );
}

/** Two sources may each say a value of one period. */
function keyOf({ value }: ChartPoint<IndicatorValue>): string {
  return `${value.period} ${value.source.id}`;
}

function Diamond({ point }: { readonly point: ChartPoint<IndicatorValue> }) {
  const [x, y] = [acrossOf(point.x), downOf(point.y)];
  return <path className="target-mark" d={`M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z`} />;
}
