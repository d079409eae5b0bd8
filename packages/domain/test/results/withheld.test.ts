import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AnyRow,
  affectedBetween,
  applyChanges,
  attentionOf,
  policy,
  type Reader,
  type Register,
  registerFor,
  type StateName,
  stageOf,
  stateOf,
  type TableName,
  vocabulary,
} from '@westgate/domain';
import { day, districtOf, link, outcome, promiseOf, stateOn } from '../district.ts';
import { randomOf } from '../random.ts';

const PUBLIC: Reader = { roles: [], department: null };
const READERS: readonly Reader[] = [PUBLIC, ...vocabulary.ROLES.map((role) => ({ roles: [role], department: 'water' }))];
const KINDS = ['commitment', 'project', 'event'] as const;
const SEEDS = 3;
const DAYS = [day('2024-05-15'), day('2025-02-01')];
const REASONS = ['part of the evidence is not shown to you', 'part of the evidence is not published'];

/** How well a state reads; what is not known, late or cannot be measured is the least. */
const RANKS: Readonly<Partial<Record<StateName, number>>> = { done: 4, 'under-way': 3, slipped: 2, 'not-started': 1 };
const rankOf = (name: StateName): number => RANKS[name] ?? 0;
const STAGES = { done: 3, 'under-way': 2, candidate: 1, 'not-known': 0 };

/** A district drawn by lot, in which everything but the monthly reports is public. */
function drawn(seed: number): Register {
  const random = randomOf(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const many = <T>(count: number, make: (n: number) => T): readonly T[] => Array.from({ length: count }, (_, n) => make(n));
  const open = { visibility: 'public' };
  const due = () => one([null, '2024-06-30', '2024-12-31', '2025-06-30']);
  const month = () => `2024-0${1 + Math.floor(random() * 9)}`;
  const projects = many(5, (n) => `j${n}`);
  const subjects = [...many(5, (n) => `commitment:c${n}`), ...projects.map((id) => `project:${id}`), 'event:e0', 'event:e1'];
  const kinds = ['started', 'completed', 'accepted', 'opened', 'held', 'progress', 'not-done', 'rescheduled', 'measured'];
  const links = [
    ...many(9, () => link(`commitment:c${Math.floor(random() * 5)}`, 'names', `project:${one(projects)}`)),
    ...many(2, (n) => link(`event:e${n}`, 'held-for', `commitment:c${n}`)),
    ...many(4, () => link(`indicator:i${Math.floor(random() * 2)}`, 'measures', one(subjects))),
    ...projects.map((id) => link(`project:${id}`, 'stands-on', `place:${one(['l0', 'l1', 'l2'])}`)),
  ];
  return districtOf({
    district: [{ id: 'd', time_zone: 'UTC' }],
    department: [{ id: 'water' }, { id: 'roads' }],
    source: many(2, (n) => ({ id: `x${n}`, ...open })),
    document: [{ id: 'plan', kind: 'plan', covers: '2024', ...open }],
    sentence: many(5, (n) => ({ id: `s${n}`, document: 'plan', paragraph: 1, position: n + 1, kind: 'promise' })),
    commitment: many(5, (n) => ({
      id: `c${n}`,
      sentence: `s${n}`,
      verb_class: one([...vocabulary.VERB_CLASSES, null, 'construct-series', 'start', 'continue']),
      list_closed: random() < 0.8,
      owner: one(['water', 'roads', null]),
      due_on: due(),
      ...open,
    })),
    project: projects.map((id) => ({
      id,
      verb_class: one([...vocabulary.VERB_CLASSES, null]),
      lead: one(['water', 'roads']),
      due_on: due(),
      ...open,
    })),
    event: many(2, (n) => ({ id: `e${n}`, dates: month(), ...open })),
    place: many(3, (n) => ({ id: `l${n}`, is_site: true, ...open })),
    indicator: many(2, (n) => ({ id: `i${n}`, unit: 'x', direction: 'up', ...open })),
    indicator_value: many(5, (n) => ({
      indicator: `i${n % 2}`,
      period: `2024-0${n + 1}`,
      kind: one(['baseline', 'target', 'actual', 'actual']),
      value: Math.floor(random() * 100),
      source: one(['x0', 'x1']),
      ...open,
    })),
    outcome: many(16, () => ({
      ...outcome(one(subjects), one(kinds), `${month()}-1${Math.floor(random() * 10)}`, {
        source: one(['x0', 'x1', null]),
        new_due_on: one([null, '2025-12-31']),
        value: 3,
      }),
      ...open,
    })),
    component: many(2, (n) => ({ id: `k${n}`, project: one(projects), position: 1, stage: one(['done', 'under-way']) })),
    monthly_progress: many(3, () => ({ project: one(projects), month: month(), share: random(), reported_on: '2024-10-01' })),
    link: [...new Map(links.map((row) => [JSON.stringify(row), row])).values()],
  });
}

/** The district with one record withheld from whoever may not read what is confidential. */
function without(whole: Register, table: TableName, key: string): Register {
  const rows: ReadonlyMap<string, AnyRow> = whole[table];
  const before = rows.get(key);
  assert.ok(before);
  return applyChanges(whole, [{ table, key, before, after: { ...before, visibility: 'confidential', rev: before.rev + 1 } }]);
}

const WITHHELD = ['project', 'event', 'outcome', 'indicator', 'source', 'place', 'commitment'] as const satisfies readonly TableName[];

test('no state and no stage reads better because a record is withheld from the reader, and none is unknown where nothing under it is', () => {
  const count = { states: 0, mended: 0, held: 0 };
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const open = drawn(seed);
    for (const table of WITHHELD) {
      for (const key of open[table].keys()) {
        const whole = without(open, table, key);
        const classes = new Map(READERS.map((reader) => [policy.readerClass(reader), reader]));
        for (const [name, reader] of classes) checkReader(whole, reader, `seed ${seed}: ${table} ${key} withheld, ${name}`, count);
      }
    }
  }
  assert.ok(count.states > 5_000, `${count.states} states were compared`);
  assert.ok(count.mended > 100, `${count.mended} would have read better`);
  assert.ok(count.held > count.mended, `${count.held} rest in part on what is withheld`);
});

function checkReader(whole: Register, reader: Reader, said: string, count: { states: number; mended: number; held: number }): void {
  const seen = registerFor(whole, reader);
  // The same rows of which nobody knows that others were left out.
  const alone = { ...seen };
  for (const asOf of DAYS) {
    const why = new Map(attentionOf(seen, asOf).records.map((record) => [`${record.kind}:${record.id}`, record.why]));
    for (const kind of KINDS) {
      for (const id of seen[kind].keys()) {
        const [told, true_, naive] = [seen, whole, alone].map((register) => stateOf(register, { kind, id }, asOf));
        assert.ok(told && true_ && naive);
        const where = `${said}, ${kind} ${id} on ${asOf}: ${told.name} for ${true_.name}`;
        count.states += 1;
        if (rankOf(naive.name) > rankOf(true_.name)) count.mended += 1;
        assert.ok(rankOf(told.name) <= rankOf(true_.name), where);
        const isSame = naive.name === true_.name && naive.timing === true_.timing && naive.tail.zh === true_.tail.zh;
        if (!REASONS.includes((told.reason.en ?? '').replace(/\.$/, '').replace(/^P/, 'p'))) {
          assert.deepEqual(told, naive, `${where}: what is shown is what is there`);
          assert.ok(isSame, `${where}: ${told.reason.en}`);
          continue;
        }
        count.held += 1;
        assert.equal(told.name, 'not-known', where);
        assert.notEqual(seen, whole, where);
        assert.equal(told.timing, null, where);
        if (kind !== 'event' && told.dueBy !== null && told.dueBy < asOf)
          assert.ok(why.get(`${kind}:${id}`)?.includes('due-not-known'), where);
      }
    }
    for (const place of seen.place.keys()) {
      const [told, true_] = [seen, whole].map((register) => stageOf(register, place, asOf));
      assert.ok(told && true_ && STAGES[told] <= STAGES[true_], `${said}, place ${place}: ${told} for ${true_}`);
    }
  }
}

test('a deed on what is withheld stirs the states of those who are not told of it', () => {
  let stayed = 0;
  let moved = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const whole = drawn(seed);
    for (const key of whole.outcome.keys()) {
      const hidden = without(whole, 'outcome', key);
      const before = hidden.outcome.get(key as never);
      assert.ok(before);
      const gone = applyChanges(hidden, [{ table: 'outcome', key, before, after: null }]);
      const [was, is] = [registerFor(hidden, PUBLIC), registerFor(gone, PUBLIC)];
      const affected = affectedBetween(was, is);
      for (const kind of KINDS) {
        for (const id of is[kind].keys()) {
          const [a, b] = [was, is].map((register) => stateOf(register, { kind, id }, DAYS[1] ?? day('2025-02-01')));
          if (a?.name !== b?.name) moved += 1;
          if (affected === null || affected.has(`${kind}:${id}`)) continue;
          assert.deepEqual(a, b, `seed ${seed}, ${key}: ${kind} ${id}`);
          stayed += 1;
        }
      }
    }
  }
  assert.ok(moved > 5 && stayed > 100, `${moved} moved, ${stayed} stayed`);
});

test('of three compounds one is withheld: two done are not all, and neither its name nor how many there are is told', () => {
  const three = ['one', 'two', 'three'];
  const whole = promiseOf(
    'construct-series',
    {
      district: [{ id: 'd', time_zone: 'UTC' }],
      document: [{ id: 'plan', kind: 'plan', covers: '2024', visibility: 'public' }],
      project: three.map((id) => ({ id, name_en: `Compound ${id}`, visibility: id === 'three' ? 'confidential' : 'public' })),
      link: three.map((id) => link('commitment:c', 'names', `project:${id}`)),
      outcome: ['one', 'two'].map((id) => ({ ...outcome(`project:${id}`, 'accepted', '2024-06-01'), visibility: 'public' })),
    },
    { due_on: '2024-12-31', visibility: 'public' },
  );
  assert.equal(stateOn(whole, 'commitment:c', '2025-02-01').name, 'not-known');
  for (const [reader, zh, en] of [
    [PUBLIC, '所依据的内容有一部分未公开', 'art of the evidence is not published'],
    [{ roles: ['reader'], department: null }, '所依据的内容有一部分不向您公开', 'art of the evidence is not shown to you'],
  ] as const) {
    const state = stateOn(registerFor(whole, reader), 'commitment:c', '2025-02-01');
    assert.equal(state.name, 'not-known');
    assert.ok(state.reason.zh?.includes(zh) && state.reason.en?.includes(en), JSON.stringify(state.reason));
    assert.doesNotMatch(JSON.stringify([state.reason, state.tail]), /three|\d/);
  }
});
