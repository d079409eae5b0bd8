import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coverageOf, coverageSteps, stateOf, thingsOf, traceOf } from '@westgate/domain';
import { day, districtOf, link, outcome } from '../district.ts';

const point = { type: 'Point', coordinates: [1, 2] };
const sentence = (id: string, position: number, cells = {}) => ({
  id,
  document: 'plan',
  paragraph: 1,
  position,
  kind: 'promise',
  ...cells,
});

/** Counted by hand below. */
const register = districtOf({
  document: [{ id: 'plan', kind: 'plan', covers: '2024' }],
  department: [{ id: 'water', name_en: 'Water' }],
  sentence: [
    sentence('s1', 1),
    sentence('s2', 2),
    sentence('s3', 3, { kind: 'narrative', reason_en: 'only states the aim' }),
    sentence('s4', 4, { kind: 'narrative' }),
    sentence('s5', 5),
    sentence('source', 6, { kind: 'source' }),
  ],
  commitment: [
    { id: 'c1', sentence: 's1', verb_class: 'construct-series', owner: 'water', due_on: '2024-12-31' },
    { id: 'c2', sentence: 's1', verb_class: 'promote', no_place_reason_en: 'a policy' },
    { id: 'c3', sentence: 's1' },
  ],
  place: [
    { id: 'bank', position: 'known', geometry: point },
    { id: 'dike', position: 'assumed', geometry: point },
    { id: 'lost', position: 'not-known', position_basis_en: 'no address was found' },
    { id: 'idea', position: 'none', no_place_reason_en: 'a method' },
    { id: 'drawn', position: 'assumed' },
  ],
  feature: [{ id: 'f1', layer: 'outline', place: 'drawn' }],
  project: [{ id: 'dike' }, { id: 'policy', no_place_reason_en: 'a policy' }, { id: 'silent' }],
  event: [
    { id: 'fair', dates: '2024-05-01', place: 'bank' },
    { id: 'talk', dates: '2024-06-01' },
  ],
  park: [{ id: 'lost', place: 'lost' }],
  mention: [{ sentence: 's2', thing_kind: 'place', thing_id: 'bank' }],
  link: [link('project:dike', 'serves', 'commitment:c1'), link('project:dike', 'stands-on', 'place:dike')],
  outcome: [outcome('project:dike', 'completed', '2024-08-01')],
});
const coverage = coverageOf(register, day('2024-12-31'));
const gapsOf = (gap: string) => coverage.gaps.filter((each) => each.gap === gap).map((each) => `${each.kind} ${each.id}`);

describe('coverage, counted by hand', () => {
  it('it is found record by record: no step asks for more than one state', () => {
    let asked = 0;
    const steps = coverageSteps(register, (id) => {
      asked += 1;
      return stateOf(register, { kind: 'commitment', id }, day('2024-12-31')).name;
    });
    let step = steps.next();
    for (let before = 0; !step.done; step = steps.next()) {
      assert.ok(asked - before <= 1, `${asked - before} states in one step`);
      before = asked;
    }
    assert.deepEqual(step.value, coverage);
    assert.equal(asked, register.commitment.size);
  });
  it('sentences are linked, narrative with a reason, or neither; the source line is none', () => {
    assert.deepEqual(coverage.sentences, { total: 5, linked: 2, narrative: 1, unlinked: 2 });
    assert.deepEqual(gapsOf('sentence-unlinked'), ['sentence s5']);
    assert.deepEqual(gapsOf('narrative-without-reason'), ['sentence s4']);
  });
  it('commitments lack a class, owner, due date or place; a reason for no place is an answer', () => {
    assert.deepEqual(coverage.commitments, { total: 3, withoutVerbClass: 1, withoutOwner: 2, withoutDueDate: 2, withoutPlace: 1 });
    assert.deepEqual(gapsOf('no-verb-class'), ['commitment c3']);
    assert.deepEqual(gapsOf('no-place'), ['commitment c3']);
    assert.deepEqual(coverage.gaps.find((gap) => gap.id === 'c2' && gap.gap === 'has-no-place')?.reason, { zh: null, en: 'a policy' });
  });
  it('things are counted once by id and are placed, not known or without place', () => {
    assert.deepEqual(coverage.things, { total: 9, placed: 4, notKnown: 3, noPlace: 2 });
    const positions = Object.fromEntries(thingsOf(register).map((thing) => [thing.id, thing.position]));
    assert.deepEqual(positions, {
      bank: 'placed',
      dike: 'placed',
      lost: 'not-known',
      idea: 'no-place',
      drawn: 'placed',
      policy: 'no-place',
      silent: 'not-known',
      fair: 'placed',
      talk: 'not-known',
    });
    assert.equal(coverage.gaps.find((gap) => gap.id === 'talk')?.reason.en, 'not stated');
    assert.equal(coverage.gaps.find((gap) => gap.id === 'lost')?.reason.en, 'no address was found');
  });
  it('projects that serve no sentence are listed', () => {
    assert.deepEqual(coverage.projects, { total: 3, servingNoSentence: 2, withoutOwner: 3, withoutDueDate: 3 });
    assert.deepEqual(gapsOf('serves-no-sentence'), ['project policy', 'project silent']);
  });
  it('a promise that names things without a commitment, and commitments without a measure, are told apart', () => {
    assert.deepEqual(coverage.open, { sentencesWithoutCommitment: 1, commitmentsWithoutMeasure: 3, unmeasurable: 1 });
    assert.deepEqual(gapsOf('no-commitment'), ['sentence s2']);
    assert.deepEqual(gapsOf('no-measure'), ['commitment c1', 'commitment c2', 'commitment c3']);
    assert.deepEqual(gapsOf('unmeasurable'), ['commitment c2']);
  });
  it('states of commitments are counted for the day', () => {
    assert.deepEqual(coverage.states, {
      'not-started': 0,
      'under-way': 1,
      done: 0,
      late: 0,
      slipped: 0,
      unmeasurable: 1,
      'not-known': 1,
    });
    assert.equal(coverageOf(register, day('2023-12-31')).states['not-started'], 3);
  });
  it('every gap has a reason', () => {
    for (const gap of coverage.gaps) assert.ok(gap.reason.zh || gap.reason.en, `${gap.id} ${gap.gap}`);
  });
});

describe('a large district', () => {
  const districtWith = (count: number) => {
    const many = Array.from({ length: count }, (_, index) => index);
    return districtOf({
      document: [{ id: 'plan', kind: 'plan', covers: '2024' }],
      sentence: many.map((index) => sentence(`s${index}`, index)),
      commitment: many.map((index) => ({
        id: `c${index}`,
        sentence: `s${index}`,
        verb_class: 'continue',
        list_closed: true,
        due_on: '2024-12-31',
      })),
      project: many.map((index) => ({ id: `p${index}` })),
      place: many.map((index) => ({ id: `p${index}`, position: 'known', geometry: point })),
      link: many.flatMap((index) => [
        link(`project:p${index}`, 'serves', `commitment:c${index}`),
        link(`project:p${index}`, 'stands-on', `place:p${index}`),
      ]),
      outcome: many.map((index) => outcome(`project:p${index}`, index % 2 ? 'opened' : 'started', '2024-05-01')),
    });
  };
  const timed = (register: ReturnType<typeof districtOf>) => {
    const before = process.cpuUsage();
    traceOf(register);
    const { states } = coverageOf(register, day('2024-12-31'));
    const { user, system } = process.cpuUsage(before);
    return { states, ms: (user + system) / 1_000 };
  };

  it('ten times the commitments take about ten times the processor time, not a hundred', () => {
    const [first, small] = [timed(districtWith(1_000)), timed(districtWith(1_000))];
    const large = timed(districtWith(10_000));
    assert.deepEqual([large.states.done, large.states['under-way']], [5_000, 5_000]);
    const once = Math.max(small.ms, first.ms);
    assert.ok(large.ms < 50 * once, `1,000: ${Math.round(once)} ms, 10,000: ${Math.round(large.ms)} ms`);
  });
});
