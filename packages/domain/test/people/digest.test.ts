import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import {
  chatReader,
  digestLines,
  noticesDue,
  type Reader,
  type Recipient,
  recipientName,
  recipientsOf,
  registerFor,
} from '@westgate/domain';
import { districtOf } from '../district.ts';

const account = (id: string, roles: readonly string[], department: string | null, state = 'open') => ({ id, roles, department, state });
const project = (id: string, cells: object = {}) => ({ id, name_en: id, kind: 'park', lead: 'works', visibility: 'district', ...cells });
const register = districtOf({
  department: [
    { id: 'works', name_en: 'Works' },
    { id: 'culture', name_en: 'Culture' },
  ],
  account: [
    account('p-office', ['programme-office'], null),
    account('p-member', ['department-member'], 'works'),
    account('p-lead', ['department-lead'], 'works'),
    account('p-reader', ['reader'], 'works'),
    account('p-closed', ['department-member'], 'works', 'closed'),
    account('p-invited', ['department-member'], 'works', 'invited'),
    account('p-other', ['department-lead'], 'culture'),
  ],
  update_rule: [{ subject_kind: 'project', cadence: 'weekly', asked_from: '2024-01-01', near_days: 2, window_days: 4, escalate_days: 3 }],
  project: [
    project('wall'),
    project('pump'),
    project('gate'),
    project('vault', { visibility: 'confidential' }),
    project('orphan', { lead: null }),
    project('unasked', { cadence: 'none' }),
  ],
  assignment: [
    { subject_kind: 'project', subject_id: 'pump', person: 'p-lead' },
    { subject_kind: 'project', subject_id: 'gate', person: 'p-invited' },
  ],
  status_update: [{ id: 'u', subject_kind: 'project', subject_id: 'gate', reported_on: '2024-01-03', unchanged: true }],
});
const heard = (id: string, name: 'near' | 'due' | 'window' | 'escalate' | 'stale') =>
  recipientsOf(register, { kind: 'project', id, name }).map(recipientName).sort();

test('the person who answers is told, else who reports for the department; the office of what went to the superiors alone', () => {
  assert.deepEqual(heard('pump', 'due'), ['department.works', 'p-lead']);
  assert.deepEqual(heard('wall', 'due'), ['department.works', 'p-lead', 'p-member']);
  assert.deepEqual(heard('gate', 'near'), ['department.works', 'p-lead', 'p-member'], 'an account that was not taken up hears nothing');
  assert.deepEqual(heard('pump', 'escalate'), ['department.works', 'office', 'p-lead', 'p-office']);
  assert.deepEqual(heard('orphan', 'stale'), []);
  assert.deepEqual(heard('orphan', 'escalate'), ['office', 'p-office']);
});

test('every notice of the district once, none of what is not asked for or was reported; the superiors after the window, whatever the rule says', () => {
  const notices = noticesDue(register, { after: dayOf('2023-12-31'), upTo: dayOf('2024-01-12') });
  const of = (id: string) => notices.filter((notice) => notice.id === id).map(({ name, on, first }) => `${on} ${name} ${first}`);
  assert.deepEqual(of('unasked'), []);
  assert.deepEqual(of('wall'), [
    '2024-01-03 near 2024-01-01',
    '2024-01-05 due 2024-01-01',
    '2024-01-10 near 2024-01-08',
    '2024-01-12 escalate 2024-01-01',
    '2024-01-12 window 2024-01-01',
    '2024-01-12 due 2024-01-08',
  ]);
  assert.deepEqual(
    of('gate'),
    ['2024-01-10 near 2024-01-08', '2024-01-12 due 2024-01-08'],
    'reported on the third, which is the day of the notice',
  );
  const marks = notices.map(({ id, name, first }) => `${id} ${name} ${first}`);
  assert.equal(new Set(marks).size, marks.length);
});

test('a digest holds each record once with the gravest, and nothing that its reader may not know, that is done or was reported since', () => {
  const day = dayOf('2024-01-12');
  const notices = noticesDue(register, { after: dayOf('2023-12-31'), upTo: day });
  const linesFor = (reader: Reader, isDone = (_: string, id: string) => id === 'orphan') =>
    digestLines(registerFor(register, reader), notices, day, isDone).map(
      ({ id, notice, lateBy, dueOn }) => `${id} ${notice} ${dueOn} ${lateBy}`,
    );
  assert.deepEqual(linesFor({ roles: ['department-lead'], department: 'works' }), [
    'wall escalate 2024-01-05 5',
    'pump escalate 2024-01-05 5',
    'vault escalate 2024-01-05 5',
    'gate due 2024-01-12 0',
  ]);
  const seenBy = (reader: Reader) => linesFor(reader).map((line) => line.split(' ')[0]);
  assert.deepEqual(seenBy({ roles: ['department-member'], department: 'works' }), ['wall', 'pump', 'gate']);
  assert.deepEqual(seenBy(chatReader({ kind: 'department', id: 'works' })), ['wall', 'pump', 'gate']);
  assert.deepEqual(seenBy(chatReader({ kind: 'office' })), ['wall', 'pump', 'gate']);
  assert.deepEqual(seenBy({ roles: [], department: null }), [], 'the public is told of no rule');
  const gone = notices.filter(({ id, name, first }) => id === 'wall' && name !== 'window' && name !== 'escalate' && first === '2024-01-01');
  const told = (on: string) => digestLines(register, gone, dayOf(on), () => false).map(({ notice, lateBy }) => `${notice} ${lateBy}`);
  assert.deepEqual(
    [told('2024-01-04'), told('2024-01-05'), told('2024-01-08')],
    [['near 0'], ['due 0'], ['late 1']],
    'told later than it fell',
  );
  const later = digestLines(register, notices, dayOf('2024-01-12'), () => true);
  assert.deepEqual(later, []);
});

test('recipients are told apart by their names', () => {
  const recipients: readonly Recipient[] = [
    { kind: 'person', id: 'p-1' },
    { kind: 'department', id: 'p-1' },
    { kind: 'department', id: 'office' },
    { kind: 'office' },
  ];
  assert.equal(new Set(recipients.map(recipientName)).size, recipients.length);
});
