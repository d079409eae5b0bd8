import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf } from '@westgate/base';
import { projectStage, type Reader, type Register, registerFor, WORK_REACHED } from '@westgate/domain';
import { districtOf, outcome } from '../district.ts';
import { randomOf } from '../random.ts';

const GATES = [1, 2].map((position) => ({ id: `g${position}`, project_kind: 'park', position, effective_from: '2023-03-01' }));
const READERS: readonly Reader[] = [
  { roles: [], department: null },
  { roles: ['reader'], department: null },
  { roles: ['department-member'], department: 'water' },
];

function stageIn(register: Register) {
  const [project] = register.project.values();
  assert.ok(project);
  return projectStage(register, project, dayOf('2024-12-31'));
}

const rank = (shown: ReturnType<typeof stageIn>['shown']): number => (shown ? WORK_REACHED.indexOf(shown.reached) : -1);

test('works that a withheld row says are not done are under way for who may not see it, and that is said', () => {
  const register = districtOf({
    project: [{ id: 'p', kind: 'park', visibility: 'public' }],
    outcome: [
      { ...outcome('project:p', 'completed', '2024-06-01', { source: null }), visibility: 'public' },
      { ...outcome('project:p', 'not-done', '2024-08-01', { source: null }), visibility: 'confidential' },
    ],
  });
  for (const who of READERS) {
    const { shown, withheld } = stageIn(registerFor(register, who));
    assert.deepEqual([shown?.reached, withheld], ['begun', true], JSON.stringify(who));
  }
  assert.deepEqual([stageIn(register).shown?.reached, stageIn(register).withheld], ['begun', false]);
});

test('however rows are withheld, no reader reads a better stage of the works than the whole supports', () => {
  const random = randomOf(94);
  const int = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const chance = (share: number): boolean => random() < share;
  const pick = <T>(from: readonly [T, ...T[]]): T => from[int(0, from.length - 1)] ?? from[0];
  let held = 0;
  for (let round = 0; round < 400; round += 1) {
    const seen = () => pick(['public', 'public', 'district', 'department', 'confidential']);
    const register = districtOf({
      gate: GATES,
      project: [{ id: 'p', kind: 'park', lead: 'water', visibility: 'public' }],
      department: [{ id: 'water' }],
      outcome: Array.from({ length: int(0, 5) }, () => ({
        ...outcome(
          'project:p',
          pick(['started', 'progress', 'completed', 'opened', 'not-done', 'in-use']),
          addDays(dayOf('2024-01-01'), int(0, 300)),
          {
            source: null,
          },
        ),
        visibility: seen(),
      })),
      component: chance(0.3) ? [{ id: 'a', project: 'p', position: 1, stage: pick(['done', 'under-way', 'not-started']) }] : [],
      gate_pass: chance(0.4) ? [{ project: 'p', gate: 'g1', on: '2024-01-10', became: 'stands', visibility: seen() }] : [],
    });
    const whole = stageIn(register);
    for (const who of READERS) {
      const own = stageIn(registerFor(register, who));
      if (own.withheld) held += 1;
      assert.ok(rank(own.shown) <= rank(whole.shown), `round ${round} ${JSON.stringify([who, own, whole])}`);
      assert.ok(whole.unrecorded !== 'none' || own.unrecorded === 'none', `round ${round}: evidence lifts no level of passes`);
    }
  }
  assert.ok(held > 10, `${held} held`);
});
