import type { RecordRow } from '@westgate/contract';
import { type MadeKind, policy } from '@westgate/domain';
import { usePendingChanges } from '../api/questions.ts';
import { useSignedIn } from '../scope/signed-in.ts';

/** Whether whoever sits here may not take a record out, as a value of it is changed by approval alone: yes, no, or `asked` as long as that is not known. */
export function useIsReviewed(kind: MadeKind, row: RecordRow): boolean | 'asked' {
  const person = useSignedIn();
  const isBound = person !== null && !policy.reachesAll(person, 'edit') && (kind === 'commitment' || kind === 'project');
  const { rules } = usePendingChanges({ of: `${kind}:${row.key}`, state: 'all' }, isBound).data ?? {};
  if (!isBound) return false;
  return rules === undefined ? 'asked' : rules.some((rule) => rule.kind === kind && (row.fields[rule.field] ?? null) !== null);
}
