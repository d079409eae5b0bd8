import { WestgateError } from '@westgate/base';
import type { Register } from '@westgate/domain';

/** Throws `WG_INPUT_INVALID` where `register` has no such plan. */
export function requirePlan(register: Register, plan: string): void {
  const documents: ReadonlyMap<string, unknown> = register.document;
  if (documents.has(plan)) return;
  const message = {
    zh: `plan：应为本区计划的编号，现为“${plan.slice(0, 80)}”`,
    en: `plan: expected the id of a plan of the district, found "${plan.slice(0, 80)}"`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'plan' });
}
