import type { DesignDischarge } from '@westgate/domain';
import { useWords } from '../../../../messages/words.ts';
import { sayRounded } from '../say-rounded.ts';
import { type Course, courseOf } from './hydrograph-course.ts';

const [WIDTH, HEIGHT, LEFT, FOOT, TOP] = [340, 120, 46, 20, 14];

/** A small picture of the discharge of an inflow over the hours of the case. */
export function Hydrograph({ discharge, hours }: { readonly discharge: DesignDischarge; readonly hours: number }) {
  const word = useWords();
  const { points, peak, peakAt, end }: Course = courseOf(discharge, hours);
  const x = (at: number): number => LEFT + (at / end) * (WIDTH - LEFT - 8);
  const y = (m3s: number): number => HEIGHT - FOOT - (peak > 0 ? m3s / peak : 0) * (HEIGHT - FOOT - TOP);
  const line = points.map(([at, m3s], index) => `${index === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(m3s).toFixed(1)}`).join('');
  return (
    <svg
      className="hydrograph"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={word('design.hydrograph', { peak: sayRounded(peak, 1), hours: sayRounded(peakAt, 1) })}
    >
      <path className="hydrograph-fill" d={`${line}L${x(end)} ${y(0)}L${x(0)} ${y(0)}Z`} />
      <path className="hydrograph-line" d={line} />
      <path className="hydrograph-axis" d={`M${LEFT} ${TOP}V${y(0)}H${x(end)}`} />
      <text x={LEFT - 5} y={y(peak) + 4} textAnchor="end">
        {sayRounded(peak, 0)}
      </text>
      <text x={LEFT - 5} y={y(0) + 4} textAnchor="end">
        0
      </text>
      <text x={x(0)} y={HEIGHT - 5}>
        0 h
      </text>
      <text x={x(end)} y={HEIGHT - 5} textAnchor="end">
        {sayRounded(end, 1)} h
      </text>
      <text x={LEFT + 4} y={TOP - 3}>
        m³/s
      </text>
    </svg>
  );
}
