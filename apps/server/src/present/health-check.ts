import type { CheckRow, CheckUnits, HealthCheck } from '@westgate/contract';
import {
  type CheckFinding,
  checkFinding,
  checkIndicatorsOf,
  checkProblems,
  keyOf,
  leastFinal,
  methodOf,
  methodSaid,
  nearbyNote,
  nearbyOf,
  placesTree,
  placeValues,
  type Row,
  rowIn,
} from '@westgate/domain';
import type { View } from '../view/view.ts';
import { unitOf } from './figure.ts';
import { sourceNamed } from './source.ts';
import { pair } from './text.ts';
import { missing, thingAt, thingOf } from './thing.ts';

/** So many values of a unit are told, so that one of an earlier period can be corrected. */
const VALUES_HELD = 24;

type Finding = Pick<
  CheckRow,
  'standing' | 'value' | 'isWhole' | 'known' | 'stale' | 'of' | 'values' | 'computed' | 'belowCount' | 'on' | 'status'
>;

/** The health check of the district, or of a place: every indicator of it in the order of the folder, and the problems. Throws `WG_NOT_FOUND` for a place that is not there. */
export function healthCheckIn(view: View, place: string | undefined): HealthCheck {
  const { whole: register, asOf, placesSince } = view;
  const on = { asOf, placesSince };
  const inside = insideOf(view, place);
  const problems = checkProblems(register, on).filter(({ issue }) => inside === null || (issue.place !== null && inside.has(issue.place)));
  const open = new Map<string, number>();
  for (const { indicator, standing } of problems) if (standing !== 'closed') open.set(indicator.id, (open.get(indicator.id) ?? 0) + 1);
  const tree = placesTree(register);
  return {
    asOf,
    place: place === undefined ? null : thingOf(register, 'place', place),
    rows: checkIndicatorsOf(register)
      // Those of the whole district say nothing of a place in it.
      .filter(({ check_level: level }) => place === undefined || level !== 'district')
      .map((row) => ({
        ...findingOf(checkFinding(register, row, place ?? null, on)),
        indicator: thingOf(register, 'indicator', row.id),
        level: row.check_level,
        group: pair(row.check_group_zh, row.check_group_en),
        unitName: unitOf(view, row.unit),
        ...askedOf(row),
        rollUp: row.roll_up,
        method: methodIn(row),
        owner: thingAt(register, 'department', row.owner),
        problems: open.get(row.id) ?? 0,
      })),
    areas: [...tree.children.keys()].map((id) => unitThing(view, id)),
    problems: problems.map(({ issue, indicator, standing, before, after }) => ({
      issue: thingOf(register, 'issue', issue.id),
      indicator: thingOf(register, 'indicator', indicator.id),
      place: thingAt(register, 'place', issue.place),
      unitName: unitOf(view, indicator.unit),
      standing,
      before: findingOf(before),
      after: after && findingOf(after),
      project:
        issue.project === null
          ? null
          : { ...thingOf(register, 'project', issue.project), state: view.state('project', issue.project).name },
      noProjectReason: pair(issue.no_project_reason_zh, issue.no_project_reason_en),
      owner: thingAt(register, 'department', issue.owner),
      raisedOn: issue.raised_on,
      dueOn: issue.due_on,
    })),
  };
}

/** One indicator in each survey unit of the district, or of a place: those of its level, and any place that has a value. Throws `WG_NOT_FOUND` for an indicator or place that is not there. */
export function checkUnitsIn(view: View, id: string, place: string | undefined): CheckUnits {
  const { whole: register, asOf, placesSince } = view;
  const on = { asOf, placesSince };
  const row = rowIn(register, 'indicator', id);
  if (!row) throw missing('indicator', id);
  const inside = insideOf(view, place);
  const problems = new Map(
    checkProblems(register, on, id)
      .filter(({ standing }) => standing !== 'closed')
      .map(({ issue }) => [issue.place, thingOf(register, 'issue', issue.id)]),
  );
  const nearby = nearbyOf(register, row, on);
  return {
    asOf,
    indicator: thingOf(register, 'indicator', id),
    whole: findingOf(checkFinding(register, row, place ?? null, on)),
    unitName: unitOf(view, row.unit),
    rollUp: row.roll_up,
    method: methodIn(row),
    ...askedOf(row),
    rows: [...register.place.values()].flatMap(({ id: unit, survey_level: level }) => {
      const held = placeValues(register, id, unit).filter(({ last }) => last <= asOf);
      const isUnit = level !== null && (row.check_level === null ? row.place_method !== null : level === row.check_level);
      if ((inside !== null && !inside.has(unit)) || (!isUnit && held.length === 0)) return [];
      return {
        ...findingOf(checkFinding(register, row, unit, on)),
        place: unitThing(view, unit),
        held: held.slice(-VALUES_HELD).map(({ row: value }) => placeValueOf(view, value)),
        problem: problems.get(unit) ?? null,
        nearby: nearbyNote(register, row, nearby.get(unit)),
      };
    }),
  };
}

/** What the health check asks of an indicator. */
function askedOf(row: Row<'indicator'>): Pick<CheckRow, 'direction' | 'threshold' | 'thresholdBasis'> {
  const { direction, threshold } = row;
  return { direction, threshold, thresholdBasis: pair(row.threshold_basis_zh, row.threshold_basis_en) };
}

/** How an indicator is worked out from places, in words; null where it is not. */
function methodIn(row: Row<'indicator'>): CheckRow['method'] {
  const method = methodOf(row);
  return method && methodSaid(method);
}

function placeValueOf({ whole: register }: View, row: Row<'place_value'>): CheckUnits['rows'][number]['held'][number] {
  const { rev, period, value, weight, status, confidence } = row;
  return { key: keyOf('place_value', row), rev, period, value, weight, status, source: sourceNamed(register, row.source), confidence };
}

/** The places in a place, itself among them; null for the whole district. */
export function insideOf({ whole: register }: View, place: string | undefined): ReadonlySet<string> | null {
  if (place === undefined) return null;
  const { units, children } = placesTree(register);
  if (!units.has(place)) throw missing('place', place);
  const inside = new Set([place]);
  for (const each of inside) for (const child of children.get(each) ?? []) inside.add(child);
  return inside;
}

function unitThing({ whole: register }: View, id: string): HealthCheck['areas'][number] {
  const unit = placesTree(register).units.get(id);
  return {
    ...thingOf(register, 'place', id),
    level: rowIn(register, 'place', id)?.survey_level ?? null,
    partOf: thingAt(register, 'place', unit?.parent ?? null),
  };
}

function findingOf({ standing, value, isWhole, known, stale, of, belowCount, on, entered, rests }: CheckFinding): Finding {
  const statuses = entered ? [entered.status] : rests.flatMap(([, { row }]) => (row ? [row.status] : []));
  return {
    standing,
    value,
    isWhole,
    known,
    stale,
    of,
    values: entered ? 1 : rests.length,
    computed: entered ? 0 : rests.filter(([, { row }]) => row === null).length,
    belowCount,
    on,
    status: statuses.length === 0 ? null : leastFinal(statuses),
  };
}
