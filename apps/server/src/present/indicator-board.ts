import type { BoardRow, IndicatorBoard } from '@westgate/contract';
import { aimOf, indicatorSeries, indicatorStanding, plansOf, type Row } from '@westgate/domain';
import { linksIn, type View } from '../view/view.ts';
import { underIn } from './belongs.ts';
import { unitOf } from './figure.ts';
import { datedValueOf, valuesKnown } from './indicator.ts';
import { nameOfRow, thingAt, thingOf } from './thing.ts';

/** Of what an indicator measures so many are told on the board; how many there are is told beside them. */
const MEASURED_SHOWN = 1;

/** Every indicator of a view that is not of the health check: how it stands and why, its values, what it measures. In the order of the folder. */
export function indicatorBoardIn(view: View): IndicatorBoard {
  const rows = [...view.register.indicator.values()].filter(({ check_level }) => check_level === null).map((row) => boardRowOf(view, row));
  return { asOf: view.asOf, rows };
}

/** An indicator as the board tells it. */
export function boardRowOf(view: View, row: Row<'indicator'>): BoardRow {
  const { register, whole, asOf } = view;
  const { id, direction, frequency, formula, owner, unit } = row;
  const [series, standing] = [indicatorSeries(whole, id, asOf), indicatorStanding(whole, id, asOf)];
  if (!series || !standing) throw new Error(`indicator ${id} has no series`);
  const { projects, commitments } = linksIn(view, 'indicator', id);
  const measured = [
    ...projects.map((each) => ['project', each.id] as const),
    ...commitments.map((each) => ['commitment', each.id] as const),
  ];
  return {
    indicator: { kind: 'indicator', id, name: nameOfRow('indicator', row) },
    unitName: unitOf(view, unit),
    aim: aimOf(register, 'indicator', id),
    plans: [...plansOf(view.whole, 'indicator', id)],
    under: underIn(view, 'indicator', id),
    direction,
    frequency,
    isCalculated: formula !== null,
    standing: standing.name,
    why: standing.why,
    latest: standing.latest && datedValueOf(view, standing.latest),
    target: standing.target && datedValueOf(view, standing.target),
    expected: standing.expected,
    gap: standing.gap,
    freshUntil: standing.freshUntil,
    owner: thingAt(register, 'department', owner),
    measured: measured
      .slice(0, MEASURED_SHOWN)
      .map(([kind, each]) => ({ ...thingOf(register, kind, each), state: view.state(kind, each).name })),
    measuredCount: measured.length,
    points: valuesKnown(view, series).map(({ row: value, last, rests }) => ({
      kind: value.kind,
      period: value.period,
      on: last,
      value: value.value,
      status: value.status,
      breaksSeries: value.breaks_series,
      entered: rests ? null : { source: value.source, rev: value.rev },
    })),
  };
}
