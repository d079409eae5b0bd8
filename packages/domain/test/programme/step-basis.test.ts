import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf } from '@westgate/base';
import { mattersOn, stepBasis } from '@westgate/domain';
import { districtOf, outcome } from '../district.ts';

const ON = dayOf('2024-12-31');
const MATTER = { id: 'm', subject_kind: 'commitment', subject_id: 'c', lead: 'd', due_on: '2024-06-28', registered_on: '2024-05-06' };
const FILE = { id: 'proof', subject_kind: 'supervision', subject_id: 'm', on: '2024-06-10' };
const OPENED = { ...outcome('commitment:c', 'opened', '2024-06-10'), id: 'opened', visibility: 'public' };
const step = (position: number, name: string, on: string, basis: readonly string[] = []) => ({
  supervision: 'm',
  position,
  step: name,
  on,
  basis,
});
const CLOSED = (basis: readonly string[]) => [
  step(1, 'signed-for', '2024-05-07'),
  step(2, 'reported', '2024-06-12', basis),
  step(3, 'verified', '2024-06-13', basis),
  step(4, 'closed', '2024-06-14', basis),
];

function standing(rows: Parameters<typeof districtOf>[0]) {
  const [matter] = mattersOn(districtOf({ supervision: [MATTER], ...rows }), ON);
  assert.ok(matter);
  return { name: matter.standing.name, next: matter.standing.next, light: matter.standing.light, lost: matter.lost };
}

const IS_CLOSED = { name: 'closed', next: [], light: 'closed', lost: [] };
const IS_OPEN = { name: 'signed-for', next: ['reported'], light: 'overdue', lost: [2, 3, 4] };

const ELSEWHERE = { subject_kind: 'project', subject_id: 'p' };
for (const [what, basis, rows, lost, kept] of [
  [
    'a file of its own',
    'evidence:proof',
    { evidence: [FILE] },
    {
      'dated later': { evidence: [{ ...FILE, on: '2024-08-01' }] },
      'moved to another record': { evidence: [{ ...FILE, ...ELSEWHERE }] },
      'moved to another matter': { evidence: [{ ...FILE, subject_id: 'n' }] },
    },
    { 'moved to its record': { evidence: [{ ...FILE, subject_kind: 'commitment', subject_id: 'c' }] } },
  ],
  [
    'a file of its record',
    'evidence:proof',
    { evidence: [{ ...FILE, subject_kind: 'commitment', subject_id: 'c' }] },
    {
      'dated later': { evidence: [{ ...FILE, subject_kind: 'commitment', subject_id: 'c', on: '2024-08-01' }] },
      'moved to another record': { evidence: [{ ...FILE, ...ELSEWHERE }] },
    },
    { 'moved to the matter': { evidence: [FILE] } },
  ],
  [
    'an outcome',
    'outcome:opened',
    { outcome: [OPENED] },
    {
      'dated later': { outcome: [{ ...OPENED, dates: '2024-08-01' }] },
      'moved to another record': { outcome: [{ ...OPENED, ...ELSEWHERE }] },
    },
    { 'told to fewer': { outcome: [{ ...OPENED, visibility: 'district' }] } },
  ],
] as const) {
  test(`a matter closed on ${what} opens again in each way that can stop counting, and is closed again when it is back`, () => {
    const supervision_step = CLOSED([basis]);
    assert.deepEqual(standing({ supervision_step, ...rows }), IS_CLOSED);
    assert.deepEqual(standing({ supervision_step }), IS_OPEN, 'withdrawn');
    for (const [how, moved] of Object.entries(lost)) assert.deepEqual(standing({ supervision_step, ...moved }), IS_OPEN, how);
    for (const [how, moved] of Object.entries(kept)) assert.deepEqual(standing({ supervision_step, ...moved }), IS_CLOSED, how);
  });
}

test('a new report after the old one was lost counts with what follows it; when the old one is back all of it counts', () => {
  const again = [...CLOSED(['evidence:proof']), step(5, 'reported', '2024-09-02'), step(6, 'verified', '2024-09-03')];
  assert.deepEqual(standing({ supervision_step: again }), { name: 'verified', next: ['closed'], light: 'in-time', lost: [] });
  assert.deepEqual(standing({ supervision_step: again, evidence: [FILE] }).name, 'verified');
});

test('what was closed on nothing that is known stays closed', () => {
  assert.deepEqual(standing({ supervision_step: CLOSED([]) }), IS_CLOSED);
});

test('a step rests on the files of the matter, and on what was brought for its record since it was registered, up to its day', () => {
  const register = districtOf({
    supervision: [MATTER],
    evidence: [
      FILE,
      { ...FILE, id: 'later', on: '2024-07-01' },
      { ...FILE, id: 'of-record', subject_kind: 'commitment', subject_id: 'c' },
      { ...FILE, id: 'old', subject_kind: 'commitment', subject_id: 'c', on: '2024-01-01' },
    ],
    outcome: [OPENED, { ...OPENED, id: 'hidden', visibility: 'confidential' }, { ...OPENED, id: 'old', dates: '2023' }],
  });
  const [matter] = [...register.supervision.values()];
  assert.ok(matter);
  assert.deepEqual(stepBasis(register, matter, 'reported', dayOf('2024-06-12')), [
    'evidence:proof',
    'evidence:of-record',
    'outcome:opened',
  ]);
  assert.deepEqual(stepBasis(register, matter, 'signed-for', dayOf('2024-06-12')), []);
});

test('an ask answered by a file that a gate was passed on is re-opened in each way the file can stop counting; in time then, it is late by no days', () => {
  const ask = { ...MATTER, id: 'a', subject_kind: 'project', subject_id: 'p', requirement: 'r' };
  const file = { id: 'f', subject_kind: 'project', subject_id: 'p', requirement: 'r', on: '2024-06-10' };
  const rules = {
    project: [{ id: 'p', kind: 'road' }],
    gate: [{ id: 'g', project_kind: 'road', position: 1, from_day: '2000-01-01' }],
    requirement: [{ id: 'r', gate: 'g', kind: 'evidence', position: 1, optional: false }],
    gate_pass: [{ id: 'gp', project: 'p', gate: 'g', on: '2024-06-20', became: 'stands', basis: ['r=evidence:f'] }],
  };
  const seen = (evidence: readonly object[], more: object = {}) => {
    const [matter] = mattersOn(districtOf({ ...rules, supervision: [{ ...ask, ...more }], evidence: evidence as never }), ON);
    assert.ok(matter);
    const { answer, lostAnswer, standing } = matter;
    return [answer?.why ?? null, lostAnswer && `${lostAnswer.on} ${lostAnswer.why}`, standing.light, standing.lateBy > 0];
  };
  assert.deepEqual(seen([file]), ['passed', null, 'closed', false]);
  for (const evidence of [[], [{ ...file, subject_id: 'q' }], [{ ...file, requirement: 'other' }]])
    assert.deepEqual(seen(evidence), [null, '2024-06-20 withdrawn', 'overdue', false]);
  assert.deepEqual(seen([], { due_on: '2024-06-12' }), [null, '2024-06-20 withdrawn', 'overdue', true], 'passed after its day');
  assert.deepEqual(seen([], { registered_on: '2024-06-21' }), [null, null, 'overdue', true], 'asked after the pass');
});

test('an ask is late by no day from the pass of its gate on, in whatever way the gate was opened again', () => {
  const [asked, passed, ON_DAYS] = ['2024-06-03', '2024-06-20', ['2024-06-10', '2024-06-19', '2024-06-20', '2024-06-28', '2024-12-31']];
  const ask = { ...MATTER, id: 'a', subject_kind: 'project', subject_id: 'p', requirement: 'r', registered_on: asked };
  const file = (id: string, requirement: string) => ({ id, subject_kind: 'project', subject_id: 'p', requirement, on: '2024-06-10' });
  const [own, other] = [file('f', 'r'), file('f2', 'r2')];
  const need = (id: string, more: object = {}) => ({ id, gate: 'g', kind: 'evidence', position: 1, optional: false, ...more });
  const pass = { id: 'gp', project: 'p', gate: 'g', on: passed, became: 'stands', basis: ['r=evidence:f', 'r2=evidence:f2'] };
  const base = {
    project: [{ id: 'p', kind: 'road' }],
    gate: [{ id: 'g', project_kind: 'road', position: 1, from_day: '2000-01-01' }],
    requirement: [need('r'), need('r2')],
    gate_pass: [pass],
    evidence: [own, other],
  };
  const noAnswer = { project: 'p', requirement: 'r', answer: 'no', on: '2024-06-01' };
  const ways: Readonly<Record<string, object>> = {
    'its file withdrawn': { evidence: [other] },
    'its file moved': { evidence: [{ ...own, subject_id: 'q' }, other] },
    'its answer gone': {
      requirement: [need('r', { kind: 'answer' }), need('r2')],
      gate_pass: [{ ...pass, basis: ['r=answer', 'r2=evidence:f2'] }],
    },
    'its answer a no of before': {
      requirement: [need('r', { kind: 'answer' }), need('r2')],
      requirement_answer: [noAnswer],
      gate_pass: [{ ...pass, basis: ['r=answer', 'r2=evidence:f2'] }],
    },
    'its rule changed': { requirement: [need('r', { kind: 'approval' }), need('r2')] },
    'asked for since': { evidence: [other], gate_pass: [{ ...pass, basis: ['r2=evidence:f2'] }] },
    'without it, and another file withdrawn': {
      requirement: [need('r', { optional: true }), need('r2')],
      evidence: [],
      gate_pass: [{ ...pass, basis: ['r2=evidence:f2'] }],
    },
    'the pass set aside': { evidence: [other], gate_pass: [{ ...pass, became: 'set-aside' }] },
  };
  const worked = (from: string, to: string): number => {
    let count = 0;
    for (let day = new Date(`${from}T00:00:00Z`); day.toISOString().slice(0, 10) < to; ) {
      day = new Date(day.getTime() + 86_400_000);
      if (![0, 6].includes(day.getUTCDay())) count += 1;
    }
    return count;
  };
  for (const [how, rows] of Object.entries(ways)) {
    for (const due of ['2024-06-05', '2024-06-12', '2024-06-19', '2024-06-20', '2024-06-28', '2024-10-08']) {
      for (const on of ON_DAYS) {
        const [matter] = mattersOn(districtOf({ ...base, ...rows, supervision: [{ ...ask, due_on: due }] }), dayOf(on));
        assert.ok(matter);
        const where = `${how}, due on ${due}, on ${on}`;
        if (on < passed && matter.answer !== null) continue;
        assert.equal(matter.answer, null, where);
        assert.equal(matter.standing.lateBy, worked(due, on < passed ? on : passed), where);
        assert.equal(matter.standing.light === 'overdue', worked(due, on) > 0, where);
      }
    }
  }
});
