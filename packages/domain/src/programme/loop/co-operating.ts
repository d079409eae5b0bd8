import type { Register } from '../../register/register.ts';
import { relationsOf } from '../relations.ts';
import type { ReportedKind } from './reporting.ts';

/** The departments that co-operate in a commitment or project beside the one that answers for it, by id, in the order they were linked. */
export function coOperating(register: Register, kind: ReportedKind, id: string): readonly string[] {
  return relationsOf(register)
    .to(kind, id)
    .filter(({ relation, from_kind }) => relation === 'co-operates' && from_kind === 'department')
    .map(({ from_id }) => from_id);
}
