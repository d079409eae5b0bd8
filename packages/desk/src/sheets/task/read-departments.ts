import { type DepartmentBook, departmentsIn, type NamedDepartment } from '../common/department-names.ts';
import type { FieldDraft, Slot } from '../common/field-draft.ts';
import { faultAt } from '../common/sheet-fault.ts';
import type { SheetFault } from '../common/sheet-field.ts';

/** The department in the lead: the one marked so, else the first. The others co-operate. */
export function readLead(book: DepartmentBook, { name: cell, text, units }: Slot): FieldDraft {
  const named = departmentsIn(units, book);
  const marked = named.filter(({ isLead }) => isLead);
  if (marked.length > 1 || /双牵头|共同牵头|联合牵头|jointly lead/i.test(text)) {
    return { value: null, fault: faultAt('faulty', 'two-leads', cell, 'one department in the lead', text) };
  }
  const fault = unknownFault('faulty', cell, named);
  const lead = marked[0] ?? named[0];
  const others = named.filter((each) => each !== lead).flatMap(({ id }) => id ?? []);
  const notes = named.length > 1 && marked.length === 0 ? (['first-leads'] as const) : [];
  return { value: lead?.id ?? null, rule: marked.length === 1 ? 'marked' : 'first', notes, fault, others };
}

/** The departments that co-operate. One that is not known makes the cell unclear: the others stand. */
export function readSupport(book: DepartmentBook, { name: cell, units }: Slot): FieldDraft {
  const named = departmentsIn(units, book);
  return { value: named.flatMap(({ id }) => id ?? []), rule: 'named', fault: unknownFault('unclear', cell, named) };
}

function unknownFault(weight: 'faulty' | 'unclear', cell: string, named: readonly NamedDepartment[]): SheetFault | null {
  const unknown = named.filter(({ id }) => id === null).map(({ name }) => name);
  return unknown.length === 0
    ? null
    : faultAt(weight, 'unknown-department', cell, 'names of departments of the district', unknown.join('、'));
}
