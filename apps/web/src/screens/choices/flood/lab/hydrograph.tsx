import { useWords } from '../../../../messages/words.ts';
import { useSayHours } from '../parts/say-hours.ts';

const BOX = { width: 640, height: 230, left: 56, right: 16, top: 18, bottom: 30 } as const;

/** One line of a hydrograph. */
export interface HydrographLine {
  readonly look: 'with' | 'without' | 'coarse';
  readonly name: string;
  readonly values: readonly number[];
}

/** Discharge through a section over time, with a mark at the moment that is shown. The table of peaks says the same in numbers. */
export function Hydrograph({
  times,
  lines,
  at,
  title,
}: {
  readonly times: readonly number[];
  readonly lines: readonly HydrographLine[];
  /** Seconds from the start; null for none. */
  readonly at: number | null;
  readonly title: string;
}) {
  const word = useWords();
  const sayHours = useSayHours();
  const end = times.at(-1) ?? 1;
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  const step = niceStep(most);
  const top = Math.ceil(most / step) * step;
  const x = (time: number): number => BOX.left + (time / end) * (BOX.width - BOX.left - BOX.right);
  const y = (value: number): number => BOX.height - BOX.bottom - (value / top) * (BOX.height - BOX.top - BOX.bottom);
  const levels = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  const hours = Math.max(1, Math.round(end / 3_600 / 6));
  const marks = Array.from({ length: Math.floor(end / 3_600 / hours) + 1 }, (_, index) => index * hours * 3_600);
  return (
    <figure className="chart flood-chart">
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={`${word('flood.hydrograph')}: ${title}`}>
        {levels.map((level) => (
          <g key={level}>
            <line className="grid" x1={BOX.left} x2={BOX.width - BOX.right} y1={y(level)} y2={y(level)} />
            <text className="end" x={BOX.left - 8} y={y(level) + 4}>
              {level.toLocaleString('en')}
            </text>
          </g>
        ))}
        {marks.map((time) => (
          <text key={time} className="mid" x={x(time)} y={BOX.height - 8}>
            {time / 3_600} h
          </text>
        ))}
        {lines.map(({ look, name, values }) => (
          <polyline
            key={name}
            className={`flood-line flood-line-${look}`}
            points={values.map((value, index) => `${x(times[index] ?? 0)},${y(value)}`).join(' ')}
          />
        ))}
        {at === null ? null : (
          <g>
            <line className="flood-now" x1={x(at)} x2={x(at)} y1={BOX.top} y2={y(0)} />
            <text className={x(at) > BOX.width / 2 ? 'end' : ''} x={x(at) + (x(at) > BOX.width / 2 ? -4 : 4)} y={BOX.top - 4}>
              {sayHours(at)}
            </text>
          </g>
        )}
      </svg>
      <figcaption className="note">
        {lines.map(({ look, name }) => (
          <span key={name} className="flood-key">
            <i className={`flood-swatch flood-swatch-${look}`} aria-hidden="true" /> {name}
          </span>
        ))}
        <span>m³/s</span>
      </figcaption>
    </figure>
  );
}

/** A round step by which a scale up to `most` has about four lines. */
function niceStep(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
}
