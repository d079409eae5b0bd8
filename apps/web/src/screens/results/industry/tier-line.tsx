import type { IndustryBoard, IndustryRow } from '@westgate/contract';
import { namedYears, positionOf, type TimeAxis } from '../../../parts/time-axis.ts';
import { breaksOf, drawnStays } from './industry-model.ts';

const BOX = { width: 300, height: 34, pad: 6, head: 30 } as const;
const acrossOf = (x: number): number => BOX.pad + x * (BOX.width - 2 * BOX.pad);
const downOf = (level: number, levels: number): number => BOX.pad + ((level + 0.5) / Math.max(levels, 1)) * (BOX.height - 2 * BOX.pad);
/** Half of the gap where a scheme ends, and the run of a move from level to level. */
const GAP = 4;
const RUN = 12;

type Schemes = IndustryBoard['schemes'];

/** Where an industry stood from year to year: the higher the line, the higher its tier. The page of the industry says the same in words, and so does the text beside it. */
export function TierLine({
  row,
  schemes,
  axis,
  day,
}: {
  readonly row: IndustryRow;
  readonly schemes: Schemes;
  readonly axis: TimeAxis;
  readonly day: string;
}) {
  const stays = drawnStays(row, schemes, axis, day);
  return (
    <svg className="tier-line" viewBox={`0 0 ${BOX.width} ${BOX.height}`} width={BOX.width} height={BOX.height} aria-hidden="true">
      <Marks schemes={schemes} axis={axis} day={day} top={0} bottom={BOX.height} />
      {stays.map(({ from, to, level, levels, movedFrom, isPlanned }) => {
        const y = downOf(level, levels);
        const [start, end] = [acrossOf(from), acrossOf(to) - GAP];
        const begin = movedFrom === null ? `M${start + GAP} ${y}` : moved(start, downOf(movedFrom, levels), y);
        return (
          <g key={from} className={isPlanned ? 'tier-planned' : `tier-level-${Math.min(level, 3)}`}>
            <path d={`${begin}H${Math.max(end, start + GAP)}`} />
            {movedFrom === null ? <circle cx={start + GAP} cy={y} r="3" /> : null}
          </g>
        );
      })}
    </svg>
  );
}

/** From the level before to the new one, across the day of the move. */
function moved(x: number, from: number, to: number): string {
  return `M${x - GAP} ${from}C${x + RUN / 2} ${from} ${x} ${to} ${x + RUN} ${to}`;
}

/** The years and schemes over the lines. */
export function TierYears({ schemes, axis, day }: { readonly schemes: Schemes; readonly axis: TimeAxis; readonly day: string }) {
  return (
    <svg className="tier-line" viewBox={`0 0 ${BOX.width} ${BOX.head}`} width={BOX.width} height={BOX.head} aria-hidden="true">
      {namedYears(axis).map((year) => {
        const x = acrossOf(positionOf(axis, `${year}-01-01`));
        return (
          <g key={year}>
            <line className="tier-tick" x1={x} x2={x} y1="24" y2={BOX.head} />
            <text x={x + 2} y="26">
              {year.slice(2)}
            </text>
          </g>
        );
      })}
      {schemes.map(({ name, from }) => (
        <text key={name} className="tier-scheme" x={acrossOf(positionOf(axis, from)) + 3} y="11">
          {name}
        </text>
      ))}
      <Marks schemes={schemes} axis={axis} day={day} top={0} bottom={BOX.head} />
    </svg>
  );
}

function Marks({
  schemes,
  axis,
  day,
  top,
  bottom,
}: {
  readonly schemes: Schemes;
  readonly axis: TimeAxis;
  readonly day: string;
  readonly top: number;
  readonly bottom: number;
}) {
  const now = acrossOf(positionOf(axis, day));
  return (
    <>
      {breaksOf(schemes, axis).map((at) => (
        <path key={at} className="tier-break" d={`M${acrossOf(at) - 1.5} ${top}V${bottom}M${acrossOf(at) + 1.5} ${top}V${bottom}`} />
      ))}
      <line className="tier-now" x1={now} x2={now} y1={top} y2={bottom} />
    </>
  );
}
