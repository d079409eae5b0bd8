import type { BoardRow } from '@westgate/contract';
import { useMemo } from 'react';
import { namedYears, positionOf, type TimeAxis } from '../../../parts/time-axis.ts';
import { sparkOf } from './board-model.ts';

const BOX = { width: 264, height: 30, pad: 7 } as const;
const acrossOf = (x: number): number => BOX.pad + x * (BOX.width - 2 * BOX.pad);
const downOf = (y: number): number => BOX.height - BOX.pad - y * (BOX.height - 2 * BOX.pad);
const lineOf = (spots: readonly (readonly [number, number])[]): string => spots.map(([x, y]) => `${acrossOf(x)},${downOf(y)}`).join(' ');

/** The values of an indicator on the axis of the board; the row says the same in numbers, so it is left out for readers of the screen. */
export function SparkLine({ row, axis, day }: { readonly row: BoardRow; readonly axis: TimeAxis; readonly day: string }) {
  const spark = useMemo(() => sparkOf(row, axis, day), [row, axis, day]);
  const now = acrossOf(positionOf(axis, day));
  return (
    <svg className="spark" viewBox={`0 0 ${BOX.width} ${BOX.height}`} width={BOX.width} height={BOX.height} aria-hidden="true">
      {spark.unknown ? (
        <line
          className="spark-unknown"
          x1={acrossOf(spark.unknown.from)}
          x2={acrossOf(spark.unknown.to)}
          y1={BOX.height - 5}
          y2={BOX.height - 5}
        />
      ) : null}
      <line className="spark-now" x1={now} x2={now} y1="0" y2={BOX.height} />
      <polyline className="spark-path" points={lineOf(spark.path)} />
      {spark.lines.map((line) => (
        <polyline key={lineOf(line)} className="spark-line" points={lineOf(line)} />
      ))}
      {spark.lines.flat().map(([x, y]) => (
        <circle key={`${x} ${y}`} className="spark-dot" cx={acrossOf(x)} cy={downOf(y)} r="1.6" />
      ))}
      {spark.breaks.map((x) => (
        <path key={x} className="spark-break" d={`M${acrossOf(x) - 5} 22l3 -14M${acrossOf(x) - 1} 22l3 -14`} />
      ))}
      {spark.targets.map(([x, y]) => (
        <path key={`${x} ${y}`} className="spark-target" d={`M${acrossOf(x)} ${downOf(y) - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`} />
      ))}
      {spark.latest ? <circle className="spark-latest" cx={acrossOf(spark.latest[0])} cy={downOf(spark.latest[1])} r="3.6" /> : null}
    </svg>
  );
}

/** The years over the lines. */
export function SparkYears({ axis, day }: { readonly axis: TimeAxis; readonly day: string }) {
  return (
    <svg className="spark" viewBox={`0 0 ${BOX.width} 22`} width={BOX.width} height="22" aria-hidden="true">
      {namedYears(axis).map((year) => {
        const x = acrossOf(positionOf(axis, `${year}-01-01`));
        return (
          <g key={year}>
            <line className="spark-tick" x1={x} x2={x} y1="15" y2="22" />
            <text x={x + 3} y="12">
              {year}
            </text>
          </g>
        );
      })}
      <line className="spark-now" x1={acrossOf(positionOf(axis, day))} x2={acrossOf(positionOf(axis, day))} y1="13" y2="22" />
    </svg>
  );
}
