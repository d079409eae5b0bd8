import { type Groups, grouped, regrouped } from '../../register/groups.ts';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';
import { ownerOf, type ReportedKind } from './reporting.ts';

/**
 * The account of the person who answers for a record within its department; null where nobody is named, and where the one named has a closed
 * account or belongs to another department than the record.
 */
export function assignedTo(register: Register, kind: ReportedKind, id: string): string | null {
  const rows: ReadonlyMap<string, Row<'assignment'>> = register.assignment;
  const person = rows.get(`${kind}|${id}`)?.person;
  return person !== undefined && mayAnswerFor(register, person, kind, id) ? person : null;
}

/** Whether a person may be named for a record: an account that is not closed, of the department that answers for the record. */
export function mayAnswerFor(register: Register, person: string, kind: ReportedKind, id: string): boolean {
  const accounts: ReadonlyMap<string, Row<'account'>> = register.account;
  const account = accounts.get(person);
  return (
    account !== undefined && account.state !== 'closed' && account.department !== null && account.department === ownerOf(register, kind, id)
  );
}

const byPerson = registerIndex<Groups<Row<'assignment'>>>({
  basis: { assignment: 'rows' },
  build: (register) => grouped(register.assignment.values(), personOf),
  grow: (held, { assignment: changes = [] }) => regrouped(held, changes, personOf),
});

/** The records a person is named for, also those for which that counts no more. */
export function assignmentsOf(register: Register, person: string): readonly Row<'assignment'>[] {
  return byPerson(register).get(person) ?? [];
}

/** The records a person answers for: those for which being named counts. */
export function answeredFor(register: Register, person: string): readonly Row<'assignment'>[] {
  return assignmentsOf(register, person).filter(({ subject_kind: kind, subject_id: id }) => mayAnswerFor(register, person, kind, id));
}

function personOf({ person }: Row<'assignment'>): string {
  return person;
}
