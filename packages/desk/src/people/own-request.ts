import { type AnyRow, type Change, policy, type Reader, type Register, type Row, sameValue, takenBy, vocabulary } from '@westgate/domain';

const ESCALATION: ReadonlySet<string> = new Set(['escalated_level', 'escalated_to_zh', 'escalated_to_en', 'escalated_on', 'rev']);

/**
 * Whether a change is what a department does with a request of its own to another: it makes it, takes it back, escalates it, and verifies, returns and
 * closes what was answered. `after` is the register with the change.
 */
export function isOwnRequest(after: Register, reader: Reader, { table, before: was, after: is }: Change): boolean {
  if (table !== 'supervision' && table !== 'supervision_step') return false;
  const { department } = reader;
  // Who may only read has nothing to ask for either.
  if (department === null || !policy.mayTouch(reader, 'update', { visibility: 'public', department })) return false;
  if (table === 'supervision') {
    if (was !== null && is !== null) return isOwn(was, department) && isEscalation(was, is);
    const row = was ?? is;
    return row !== null && isOwn(row, department) && row.requirement === null && row.decision === null;
  }
  const matters: ReadonlyMap<unknown, Row<'supervision'>> = after.supervision;
  return [was, is].every((image) => {
    if (image === null) return true;
    const step = vocabulary.SUPERVISION_STEPS.find((each) => each === image.step);
    return step !== undefined && takenBy(step) === 'office' && matters.get(image.supervision)?.asked_by === department;
  });
}

function isOwn({ asked_by }: AnyRow, department: string): boolean {
  return asked_by === department;
}

/** Whether nothing but the escalation of a matter changes. */
function isEscalation(was: AnyRow, is: AnyRow): boolean {
  return Object.keys(is).every((column) => ESCALATION.has(column) || sameValue(was[column], is[column]));
}
