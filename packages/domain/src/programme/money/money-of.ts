import { grouped } from '../../register/groups.ts';
import { registerMemo } from '../../register/memo.ts';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';

const plannedByProject = registerMemo((register) => grouped(register.planned_amount.values(), ({ project }) => project));
const monthsByProject = registerMemo((register) => {
  const groups = grouped(register.monthly_progress.values(), ({ project }) => project);
  for (const rows of groups.values()) rows.sort((a, b) => (a.month < b.month ? -1 : 1));
  return groups;
});

/** What a project is to cost: in all first, then year by year. */
export function plannedAmountsOf(register: Register, project: string): readonly Row<'planned_amount'>[] {
  return (plannedByProject(register).get(project) ?? []).toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
}

/** The total investment of a project (`year` null), or what is planned for one year; null where it is not known. */
export function plannedAmount(register: Register, project: string, year: number | null): Row<'planned_amount'> | null {
  return (
    plannedByProject(register)
      .get(project)
      ?.find((row) => row.year === year) ?? null
  );
}

/** What was reported of a project month by month, in their order. */
export function monthsOf(register: Register, project: string): readonly Row<'monthly_progress'>[] {
  return monthsByProject(register).get(project) ?? [];
}
