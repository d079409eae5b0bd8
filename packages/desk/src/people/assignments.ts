import { noSuch, type Said, WestgateError } from '@westgate/base';
import { type Answered, type AnyRow, assignmentsOf, type Change, keyOf, mayAnswerFor, ownerOf, type Register } from '@westgate/domain';
import type { Ask } from '../deeds/ask.ts';
import type { Changing } from '../deeds/work.ts';

/**
 * Names the person who answers for each of these records; null: nobody any more. Throws `WG_NOT_FOUND` for a record that is not there,
 * `WG_INPUT_INVALID` for a person who has no open account in the department of the record.
 */
export function nameOwner(register: Register, { subjects, person }: Ask<'name-owner'>): Changing {
  return { changes: subjects.flatMap((subject) => changeOf(register, subject, person)) };
}

/**
 * Hands everything one person is named for to another of the same department. Throws `WG_INPUT_INVALID` where the second may not answer for one of the
 * records, or the first is named for none.
 */
export function handOver(register: Register, { from, to }: Ask<'hand-over'>): Changing {
  const changes = handOverChanges(register, from, to);
  if (changes.length > 0) return { changes };
  throw refusal('from', { zh: '此人没有指定负责任何记录', en: 'expected a person who is named for a record, found one named for none' });
}

/** The changes by which everything goes from one person to another; none where the first is named for nothing. */
export function handOverChanges(register: Register, from: string, to: string): readonly Change[] {
  if (from === to) throw refusal('to', { zh: '应为另一个人', en: 'expected another person, found the same' });
  return assignmentsOf(register, from).flatMap(({ subject_kind: kind, subject_id: id }): readonly Change[] => {
    // What the first answers for no more goes to nobody: the record moved to another department, or is gone.
    if (!mayAnswerFor(register, from, kind, id)) return assignmentChange(register, { kind, id }, null);
    // Nothing is told of the record: whoever asks may not know of it.
    if (!mayAnswerFor(register, to, kind, id))
      throw refusal('to', { zh: '应为同一部门里账号有效的人', en: 'expected a person with an open account in the same department' });
    return assignmentChange(register, { kind, id }, to);
  });
}

function changeOf(register: Register, { kind, id }: Answered, person: string | null): readonly Change[] {
  const records: ReadonlyMap<string, unknown> = register[kind];
  if (!records.has(id)) throw new WestgateError('WG_NOT_FOUND', noSuch(kind, id), { kind });
  if (person !== null && !mayAnswerFor(register, person, kind, id)) {
    const department = ownerOf(register, kind, id);
    const [zh, en] =
      department === null
        ? ['先要有责任单位', 'expected a record with a department']
        : [`应为 ${department} 里账号有效的人`, `expected a person with an open account in ${department}`];
    throw refusal('person', { zh: `${zh}，记录 ${id}`, en: `${en}, for ${kind} ${id}` });
  }
  return assignmentChange(register, { kind, id }, person);
}

function assignmentChange(register: Register, { kind, id }: Answered, person: string | null): readonly Change[] {
  const key = keyOf('assignment', { subject_kind: kind, subject_id: id });
  const rows: ReadonlyMap<string, AnyRow> = register.assignment;
  const before = rows.get(key) ?? null;
  if ((before?.person ?? null) === person) return [];
  const after = person === null ? null : { subject_kind: kind, subject_id: id, person, rev: (before?.rev ?? 0) + 1 };
  return [{ table: 'assignment', key, before, after }];
}

function refusal(field: string, { zh, en }: Said): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', { zh: `${field}：${zh}`, en: `${field}: ${en}` }, { field });
}
