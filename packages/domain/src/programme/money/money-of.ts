import { type Groups, grouped, regrouped } from '../../register/groups.ts';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';

type Planned = Row<'planned_amount'>;
type Progress = Row<'monthly_progress'>;

const projectOf = ({ project }: Planned | Progress): string => project;
const plannedByProject = registerIndex<Groups<Planned>>({
  basis: { planned_amount: 'rows' },
  build: (register) => grouped(register.planned_amount.values(), projectOf),
  grow: (held, { planned_amount: changes = [] }) => regrouped(held, changes, projectOf),
});
const monthsByProject = registerIndex<Groups<Progress>>({
  basis: { monthly_progress: 'rows' },
  build: (register) => grouped(register.monthly_progress.values(), projectOf),
  grow: (held, { monthly_progress: changes = [] }) => regrouped(held, changes, projectOf),
});

/** What a project is to cost: in all first, then year by year. */
export function plannedAmountsOf(register: Register, project: string): readonly Planned[] {
  return (plannedByProject(register).get(project) ?? []).toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
}

/** The total investment of a project (`year` null), or what is planned for one year; null where it is not known. */
export function plannedAmount(register: Register, project: string, year: number | null): Planned | null {
  return (
    plannedByProject(register)
      .get(project)
      ?.find((row) => row.year === year) ?? null
  );
}

/** What was reported of a project month by month, in their order. */
export function monthsOf(register: Register, project: string): readonly Progress[] {
  return (monthsByProject(register).get(project) ?? []).toSorted((a, b) => (a.month < b.month ? -1 : 1));
}
