import { WestgateError } from '@westgate/base';
import type { AnyRow, Register, TableName } from '@westgate/domain';

/** Throws `WG_INPUT_INVALID` where a revision gives a project that passed gates another kind: what becomes of them must be said. */
export function refuseKindAlone(register: Register, table: TableName, before: AnyRow, after: AnyRow): void {
  if (table !== 'project' || before.kind === after.kind) return;
  const passed = [...register.gate_pass.values()].filter(({ project, became }) => project === before.id && became === 'stands');
  if (passed.length === 0) return;
  const gates = passed.map(({ gate }) => gate);
  const message = {
    zh: `kind：应为 ${String(before.kind)}，因为已通过环节（${gates.join('、')}）；请在办理环节页说明各环节如何处理`,
    en: `kind: expected ${String(before.kind)}, as gates were passed (${gates.join(', ')}); say what becomes of each where its gates are`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'kind', passed: gates });
}
