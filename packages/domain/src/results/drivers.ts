import { byText, type DayString } from '@westgate/base';
import { DRIVER_STRENGTHS } from '../register/fields/vocabulary.ts';
import { type Groups, grouped, regrouped } from '../register/groups.ts';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';

type Driver = Row<'driver'>;

const byIndicator = registerIndex<Groups<Driver>>({
  basis: { driver: 'rows' },
  build: (register) => grouped(register.driver.values(), indicatorOf),
  grow: (held, { driver: changes = [] }) => regrouped(held, changes, indicatorOf),
});
const byProject = registerIndex<Groups<Driver>>({
  basis: { driver: 'rows' },
  build: (register) => grouped(register.driver.values(), projectOf),
  grow: (held, { driver: changes = [] }) => regrouped(held, changes, projectOf),
});

/** What moves an indicator, as it was judged by a day: of each project or output the latest judgement, the strongest first. */
export function driversOf(register: Register, indicator: string, asOf: DayString): readonly Driver[] {
  return latestOf(byIndicator(register).get(indicator) ?? [], asOf);
}

/** The indicators that a project or its outputs are meant to move, as it was judged by a day: of each the latest judgement, the strongest first. */
export function drivenBy(register: Register, project: string, asOf: DayString): readonly Driver[] {
  return latestOf(byProject(register).get(project) ?? [], asOf);
}

/** Of what was judged several times the latest judgement up to a day, the strongest first. */
function latestOf(rows: readonly Driver[], asOf: DayString): readonly Driver[] {
  const known = rows.filter(({ judged_on: on }) => on <= asOf).toSorted((a, b) => byText(a.judged_on, b.judged_on) || byText(a.id, b.id));
  const latest = new Map(known.map((row) => [`${row.indicator}|${row.project}|${row.output ?? ''}`, row]));
  return [...latest.values()].sort((a, b) => rank(a) - rank(b) || byText(a.id, b.id));
}

function rank({ strength }: Driver): number {
  return DRIVER_STRENGTHS.indexOf(strength);
}

function indicatorOf({ indicator }: Driver): string {
  return indicator;
}

function projectOf({ project }: Driver): string {
  return project;
}
