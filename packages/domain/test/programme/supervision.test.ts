import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type DayString, dayOf } from '@westgate/base';
import {
  followsOn,
  type MatterName,
  matterStanding,
  mattersOn,
  mayFollow,
  type Row,
  soundRegister,
  takenBy,
  vocabulary,
  workingCalendar,
} from '@westgate/domain';
import { districtOf } from '../district.ts';

const FILE = new URL('../../../../../data/calendars/china.json', import.meta.url);
const { days } = JSON.parse(readFileSync(FILE, 'utf8')) as { days: readonly Pick<Row<'calendar_day'>, 'day' | 'kind'>[] };
const calendar = workingCalendar(days);
const MATTER = { due_on: dayOf('2025-09-30'), registered_on: dayOf('2025-09-01') };

/** Every standing with every step: what may be done, and nothing else. */
const CELLS: Readonly<Record<MatterName, readonly boolean[]>> = {
  // signed-for, reported, returned, verified, closed
  registered: [true, false, false, false, false],
  'signed-for': [false, true, false, false, false],
  reported: [false, false, true, true, false],
  returned: [false, true, false, false, false],
  verified: [false, false, false, false, true],
  closed: [false, false, false, false, false],
};

test('every standing takes the steps that follow from it, and no other', () => {
  for (const [name, cells] of Object.entries(CELLS) as [MatterName, readonly boolean[]][]) {
    assert.deepEqual(
      vocabulary.SUPERVISION_STEPS.map((step) => mayFollow(name, step)),
      cells,
      name,
    );
    assert.deepEqual([...followsOn(name)].sort(), vocabulary.SUPERVISION_STEPS.filter((_, index) => cells[index]).sort());
  }
  assert.deepEqual(
    vocabulary.SUPERVISION_STEPS.map((step) => takenBy(step)),
    ['lead', 'lead', 'office', 'office', 'office'],
  );
});

const steps = (...taken: readonly (readonly [Row<'supervision_step'>['step'], string])[]) =>
  taken.map(([step, on]) => ({ step, on: dayOf(on) }));
const on = (taken: ReturnType<typeof steps>, asOf: string) => {
  const standing = matterStanding(MATTER, taken, calendar, dayOf(asOf));
  return standing && [standing.name, standing.light, standing.lateBy, standing.owedBy];
};

test('a matter is late in working days: the holiday counts for none, the make-up Saturday for one', () => {
  assert.equal(on([], '2025-08-31'), null, 'before it was registered');
  assert.deepEqual(on([], '2025-09-01'), ['registered', 'in-time', 0, 'lead']);
  assert.deepEqual(on([], '2025-09-25'), ['registered', 'in-time', 0, 'lead']);
  assert.deepEqual(on([], '2025-09-26'), ['registered', 'near', 0, 'lead'], 'three working days before: 28 is a make-up Sunday');
  assert.deepEqual(on([], '2025-09-30'), ['registered', 'near', 0, 'lead']);
  assert.deepEqual(on([], '2025-10-08'), ['registered', 'near', 0, 'lead'], 'the last day of the holiday');
  assert.deepEqual(on([], '2025-10-09'), ['registered', 'overdue', 1, 'lead']);
  assert.deepEqual(on([], '2025-10-11'), ['registered', 'overdue', 3, 'lead'], 'a make-up Saturday');
});

test('lateness ends with the report, goes on when it is returned, and stays told when the matter is closed', () => {
  const inTime = steps(['signed-for', '2025-09-02'], ['reported', '2025-09-29']);
  assert.deepEqual(on(inTime, '2025-10-20'), ['reported', 'in-time', 0, 'office']);
  const returned = [...inTime, ...steps(['returned', '2025-10-09'])];
  assert.deepEqual(on(returned, '2025-10-10'), ['returned', 'overdue', 2, 'lead']);
  const again = [...returned, ...steps(['reported', '2025-10-10'])];
  assert.deepEqual(on(again, '2025-10-20'), ['reported', 'overdue', 2, 'office']);
  const verified = [...again, ...steps(['verified', '2025-10-13'])];
  assert.deepEqual(on(verified, '2025-10-20'), ['verified', 'in-time', 2, 'office']);
  assert.deepEqual(on([...verified, ...steps(['closed', '2025-10-14'])], '2025-10-20'), ['closed', 'closed', 2, null]);
  assert.deepEqual(on(verified, '2025-10-09'), ['returned', 'overdue', 1, 'lead'], 'as it stood on an earlier day');
});

test('the ledger of a day: the overdue first, then by due date, what is closed last', () => {
  const matter = (id: string, due: string) => ({
    id,
    subject_kind: 'project',
    subject_id: 'p',
    lead: 'd',
    due_on: due,
    registered_on: '2025-01-01',
  });
  const step = (id: string, position: number, name: string) => ({ supervision: id, position, step: name, on: `2025-01-0${position}` });
  const register = districtOf({
    department: [{ id: 'd', name_en: 'D' }],
    project: [{ id: 'p', name_en: 'P', kind: 'park' }],
    supervision: [matter('done', '2025-01-05'), matter('later', '2025-06-30'), matter('soon', '2025-03-31'), matter('late', '2025-02-03')],
    supervision_step: ['signed-for', 'reported', 'verified', 'closed'].map((name, index) => step('done', index + 1, name)).reverse(),
  });
  const asOf: DayString = dayOf('2025-03-03');
  assert.deepEqual(
    mattersOn(register, asOf).map(({ row, standing }) => `${row.id} ${standing.light}`),
    ['late overdue', 'soon in-time', 'later in-time', 'done closed'],
  );
  assert.deepEqual(mattersOn(register, dayOf('2024-12-31')), []);
});

test('a matter whose due or registration date cannot be is never in time, nor gone, until it is verified', () => {
  const usual = { due_on: '2025-06-30', registered_on: '2025-01-01' };
  const steps = ['signed-for', 'reported', 'verified', 'closed'];
  const lightOf = (days: object, taken: number): string | undefined => {
    const matter = { id: 'm', subject_kind: 'project', subject_id: 'p', lead: 'd', ...usual, ...days };
    const register = districtOf({
      department: [{ id: 'd', name_en: 'D' }],
      project: [{ id: 'p', name_en: 'P', kind: 'park' }],
      supervision: [matter],
      supervision_step: steps.slice(0, taken).map((step, index) => ({ supervision: 'm', position: index + 1, step, on: '2025-02-03' })),
    });
    return mattersOn(soundRegister(register), dayOf('2025-03-03'))[0]?.standing.light;
  };
  for (const odd of ['9999-12-31', '2101-01-01', '0001-01-01', '2025-02-30', '30.6.2025', '']) {
    for (const taken of [0, 1, 2]) assert.equal(lightOf({ due_on: odd }, taken), 'overdue', `due ${odd} after ${taken} steps`);
    assert.equal(lightOf({ due_on: odd }, 3), 'in-time');
    assert.equal(lightOf({ due_on: odd }, 4), 'closed');
    assert.equal(lightOf({ registered_on: odd }, 0), 'in-time', `registered ${odd}: it is there, and its due date counts`);
  }
});
