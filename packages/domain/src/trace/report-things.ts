import type { ReportThing } from '../register/fields/report-content.ts';
import type { Register } from '../register/register.ts';
import { plansIn } from './plan-scope.ts';

/** A record as a report holds it fast; one that is not there by its id. */
export function thingIn(register: Register, kind: 'project' | 'department', id: string): ReportThing {
  const rows: ReadonlyMap<string, { readonly name_zh: string | null; readonly name_en: string | null }> = register[kind];
  const row = rows.get(id);
  return { id, name: row ? { zh: row.name_zh, en: row.name_en } : { zh: id, en: id } };
}

/** The plans that a report is of. */
export function plansNamed(register: Register, plan: string | undefined): readonly ReportThing[] {
  return plansIn(register, plan).map(({ id, title_zh, title_en }) => ({ id, name: { zh: title_zh, en: title_en } }));
}
