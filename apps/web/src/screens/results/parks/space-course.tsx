import { sayNumber, scaleOverhang } from '@westgate/domain';
import { useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { namedYears, positionOf, yearsOver } from '../../../parts/time-axis.ts';
import { useShownDay } from '../../../scope/district-context.ts';
import { type ParkRow, scaleOf, stepsOf } from './space-model.ts';
import { Share, SumOf } from './space-words.tsx';

const BOX = { width: 720, height: 210, left: 64, right: 18, top: 14, bottom: 30 } as const;
/** How wide a letter of the scale is at most. */
const LETTER = 8;
const PARTS = ['let', 'vacant', 'works'] as const;

/** How the space of a park came: let, vacant and under works as steps over time, a gap where it was not known of every building; the same as a table. */
export function SpaceCourse({ course }: { readonly course: ParkRow['course'] }) {
  const word = useWords();
  const { day } = useShownDay();
  if (course.length === 0) return null;
  const axis = yearsOver([course[0]?.on ?? day, day]);
  const marks = scaleOf(Math.max(...course.flatMap((point) => PARTS.map((part) => point[part].sum))));
  const most = marks.at(-1) || 1;
  const wider = scaleOverhang(marks.map(sayNumber), LETTER, BOX.left - 8);
  const acrossOf = (on: string): number => BOX.left + positionOf(axis, on) * (BOX.width - BOX.left - BOX.right);
  const downOf = (m2: number): number => BOX.height - BOX.bottom - (m2 / most) * (BOX.height - BOX.top - BOX.bottom);
  const lines = PARTS.flatMap((part) => stepsOf(course, part, day).map(({ points }) => ({ part, points })));
  const columns: readonly TableColumn<ParkRow['course'][number]>[] = [
    { head: word('space.asOf'), isRowHead: true, of: ({ on }) => <DayText on={on} /> },
    { head: word('space.let'), beside: <small> m²</small>, isNumber: true, of: (point) => <SumOf sum={point.let} /> },
    { head: word('space.vacant'), isNumber: true, of: ({ vacant }) => <SumOf sum={vacant} /> },
    { head: word('space.works'), isNumber: true, of: ({ works }) => <SumOf sum={works} /> },
    { head: word('space.total'), isNumber: true, of: ({ total }) => <SumOf sum={total} /> },
    { head: word('space.occupancy'), isNumber: true, of: ({ occupancy }) => <Share share={occupancy} /> },
  ];
  return (
    <section className="section" aria-labelledby="course">
      <h3 id="course">{word('space.courseTitle')}</h3>
      {lines.length === 0 ? <p className="small soft">{word('space.courseUnknown')}</p> : null}
      {lines.length === 0 ? null : (
        <figure className="chart space-course">
          <svg viewBox={`${-wider} 0 ${BOX.width + wider} ${BOX.height}`} role="img" aria-label={word('space.courseTitle')}>
            {marks.map((m2) => (
              <g key={m2}>
                <line className="grid" x1={BOX.left} x2={BOX.width - BOX.right} y1={downOf(m2)} y2={downOf(m2)} />
                <text className="end" x={BOX.left - 8} y={downOf(m2) + 4}>
                  {sayNumber(m2)}
                </text>
              </g>
            ))}
            {namedYears(axis).map((year) => (
              <g key={year}>
                <line
                  className="axis-line"
                  x1={acrossOf(`${year}-01-01`)}
                  x2={acrossOf(`${year}-01-01`)}
                  y1={downOf(0)}
                  y2={downOf(0) + 5}
                />
                <text x={acrossOf(`${year}-01-01`) + 4} y={downOf(0) + 18}>
                  {year}
                </text>
              </g>
            ))}
            {lines.map(({ part, points }) => (
              <polyline
                key={`${part} ${points[0]?.on}`}
                className={`space-line-${part}`}
                points={points.map(({ on, m2 }) => `${acrossOf(on)},${downOf(m2)}`).join(' ')}
              />
            ))}
          </svg>
          <figcaption className="note">{word('space.courseLegend')}</figcaption>
        </figure>
      )}
      <details>
        <summary>{word('space.courseTable', { count: course.length })}</summary>
        <Table columns={columns} rows={[...course].reverse()} keyOf={({ on }) => on} />
      </details>
    </section>
  );
}
