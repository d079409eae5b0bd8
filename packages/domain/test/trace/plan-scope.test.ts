import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyChanges, coverageOf, isPlan, plansIn, plansOf, type Register, type Row, registerOfPlan, TABLE_NAMES } from '@westgate/domain';
import { day, districtOf, link, outcome } from '../district.ts';
import { randomOf } from '../random.ts';

const KINDS = ['place', 'project', 'event', 'park', 'indicator'] as const;

describe('the scope of a plan', () => {
  it('counts own plans and any other of which a text is held, by the rule that the screens count by', () => {
    const kinds = { own: 'plan', bare: 'plan', read: 'linked-plan', named: 'linked-plan', cited: 'linked-plan' } as const;
    const register = districtOf({
      document: Object.entries(kinds).map(([id, kind]) => ({ id, kind })),
      sentence: ['own', 'read', 'cited'].map((document) => ({
        ...{ id: `s-${document}`, document, paragraph: 1, position: 1 },
        ...{ in_text: true, kind: document === 'cited' ? 'source' : 'promise' },
      })),
    } as Parameters<typeof districtOf>[0]);
    const counted = plansIn(register, undefined).map(({ id }) => id);
    assert.deepEqual(counted, ['own', 'bare', 'read']);
    const texts = new Set(['own', 'read']);
    const shown = [...register.document.values()].filter((row) => isPlan(row, texts.has(row.id))).map(({ id }) => id);
    assert.deepEqual(counted, shown);
    assert.deepEqual(
      plansIn(register, 'read').map(({ id }) => id),
      ['read'],
    );
  });

  it('holds a project that two plans promise in both, and says so', () => {
    const register = twoPlans();
    assert.deepEqual(plansOf(register, 'project', 'shared'), ['y24', 'y25']);
    assert.deepEqual(plansOf(register, 'project', 'old'), ['y24']);
    assert.deepEqual(plansOf(register, 'project', 'loose'), []);
    assert.deepEqual(plansOf(register, 'commitment', 'c25'), ['y25']);
    assert.deepEqual([...registerOfPlan(register, 'y25').project.keys()], ['shared']);
    assert.deepEqual([...registerOfPlan(register, 'y24').project.keys()], ['old', 'shared']);
  });

  it('leaves out what is recorded of a record that it leaves out, and keeps departments and sources', () => {
    const own = registerOfPlan(twoPlans(), 'y25');
    assert.deepEqual(
      [...own.outcome.values()].map(({ subject_id }) => subject_id),
      ['shared'],
    );
    assert.equal(own.link.size, 1);
    assert.equal(own.department.size, 1);
    assert.deepEqual([...own.document.keys()], ['y25']);
  });

  it('keeps a commitment of which the plan before is the origin, without that plan', () => {
    const register = twoPlans([link('commitment:c25', 'follows', 'commitment:c24')]);
    assert.deepEqual([...registerOfPlan(register, 'y25').commitment.keys()], ['c25']);
  });

  it('counts in 60 seeded districts what a walk by hand over the rows counts', () => {
    let counted = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const register = seeded(seed);
      for (const plan of register.document.keys()) {
        const [own, byHand] = [registerOfPlan(register, plan), reachedByHand(register, plan)];
        for (const kind of KINDS)
          assert.deepEqual(
            new Set(own[kind].keys()),
            new Set(byHand.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1))),
            `seed ${seed} ${plan} ${kind}`,
          );
        const commitments = [...register.commitment.values()].filter(({ sentence }) => register.sentence.get(sentence)?.document === plan);
        const { sentences, commitments: told, projects } = coverageOf(own, day('2025-01-01'));
        assert.equal(sentences.total, [...register.sentence.values()].filter(({ document }) => document === plan).length);
        assert.equal(told.total, commitments.length);
        assert.equal(projects.servingNoSentence, 0);
        counted += projects.total;
      }
    }
    assert.ok(counted > 200, `${counted} projects were counted`);
  });

  it('is after each of 60 seeded deeds what it is when cut anew, with what did not change as it was', () => {
    const random = randomOf(5);
    let register = seeded(5);
    let before = { whole: register, register: registerOfPlan(register, 'd0') };
    for (let deed = 0; deed < 60; deed += 1) {
      const row = linkAt(random);
      const key = `${row.from_kind} ${row.from_id} ${deed}`;
      register = applyChanges(register, [{ table: 'link', key, before: null, after: { ...row, rev: 1 } as never }]);
      const [grown, afresh] = [registerOfPlan(register, 'd0', before), registerOfPlan(register, 'd0')];
      for (const table of TABLE_NAMES) assert.deepEqual([...grown[table]], [...afresh[table]], `deed ${deed} ${table}`);
      assert.equal(grown.sentence, before.register.sentence);
      before = { whole: register, register: grown };
    }
  });
});

function twoPlans(links: readonly object[] = []): Register {
  return districtOf({
    department: [{ id: 'water' }],
    document: [
      { id: 'y24', kind: 'plan' },
      { id: 'y25', kind: 'plan' },
    ],
    sentence: [
      { id: 's24', document: 'y24', paragraph: 1, position: 1 },
      { id: 's25', document: 'y25', paragraph: 1, position: 1 },
    ],
    commitment: [
      { id: 'c24', sentence: 's24' },
      { id: 'c25', sentence: 's25' },
    ],
    project: [{ id: 'old' }, { id: 'shared' }, { id: 'loose' }],
    outcome: ['old', 'shared', 'loose'].map((id) => outcome(`project:${id}`, 'started', '2024-05-01')),
    link: [
      link('project:old', 'serves', 'commitment:c24'),
      link('project:shared', 'serves', 'commitment:c24'),
      link('project:shared', 'serves', 'commitment:c25'),
      ...links,
    ],
  } as Parameters<typeof districtOf>[0]);
}

/** Everything the sentences of a plan lead to, by following the rows as they lie, without the trace. */
function reachedByHand(register: Register, plan: string): readonly string[] {
  const rows = <T extends 'link' | 'mention' | 'commitment' | 'event' | 'park'>(table: T): readonly Row<T>[] => [
    ...register[table].values(),
  ];
  const [found, gone] = [new Set<string>(), new Set<string>()];
  const carry = (key: string): void => {
    found.add(key);
    if (gone.has(key)) return;
    gone.add(key);
    const [kind, id] = key.split(':');
    for (const each of rows('link')) {
      const [from, to] = [`${each.from_kind}:${each.from_id}`, `${each.to_kind}:${each.to_id}`];
      if (from === key && each.relation === 'stands-on' && kind === 'project') carry(to);
      if (to === key && each.relation === 'member-of' && each.from_kind === 'place' && kind === 'place') carry(from);
      if (to === key && each.relation === 'measures' && (kind === 'project' || kind === 'event')) found.add(from);
    }
    if (kind === 'event') for (const each of rows('event')) if (each.id === id && each.place) found.add(`place:${each.place}`);
    if (kind === 'park')
      for (const each of rows('park'))
        if (each.id === id) {
          if (each.place) found.add(`place:${each.place}`);
          if (each.project) carry(`project:${each.project}`);
        }
  };
  const sentences = [...register.sentence.values()].filter(({ document }) => document === plan).map(({ id }) => id);
  for (const mention of rows('mention')) if (sentences.includes(mention.sentence)) carry(`${mention.thing_kind}:${mention.thing_id}`);
  for (const commitment of rows('commitment')) {
    if (!sentences.includes(commitment.sentence)) continue;
    const key = `commitment:${commitment.id}`;
    const named: string[] = [];
    for (const each of rows('link')) {
      const [from, to] = [`${each.from_kind}:${each.from_id}`, `${each.to_kind}:${each.to_id}`];
      if (to === key && (each.relation === 'serves' || each.relation === 'held-for')) named.push(from);
      else if (to === key) found.add(from);
      if (from === key && each.relation === 'names') named.push(to);
      else if (from === key) found.add(to);
    }
    named.forEach(carry);
    // A place stands for the works on it only where nothing else is named that could keep the promise.
    if (named.some((each) => !each.startsWith('place:'))) continue;
    for (const each of rows('link'))
      if (each.relation === 'stands-on' && named.includes(`place:${each.to_id}`)) carry(`project:${each.from_id}`);
  }
  return [...found];
}

const pick = (random: () => number, from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
const ids = (letter: string, count: number): readonly string[] => Array.from({ length: count }, (_, n) => `${letter}${n}`);

function linkAt(random: () => number): { readonly from_kind: string; readonly from_id: string } & object {
  const [commitment, project, place] = [pick(random, ids('c', 8)), pick(random, ids('j', 7)), pick(random, ids('l', 6))];
  const all = [
    link(`project:${project}`, 'serves', `commitment:${commitment}`),
    link(`project:${project}`, 'stands-on', `place:${place}`),
    link(`place:${pick(random, ids('l', 6))}`, 'member-of', `place:${place}`),
    link(`indicator:${pick(random, ids('i', 3))}`, 'measures', `project:${project}`),
    link(`indicator:${pick(random, ids('i', 3))}`, 'measures', `commitment:${commitment}`),
    link(`commitment:${commitment}`, 'names', `place:${place}`),
    link(`commitment:${commitment}`, 'names', `event:${pick(random, ids('e', 3))}`),
  ];
  return all[Math.floor(random() * all.length)] as never;
}

function seeded(seed: number): Register {
  const random = randomOf(seed);
  return districtOf({
    document: ids('d', 3).map((id) => ({ id, kind: 'plan' })),
    sentence: ids('s', 6).map((id, n) => ({ id, document: `d${n % 3}`, paragraph: 1, position: n, kind: 'promise' })),
    commitment: ids('c', 8).map((id) => ({ id, sentence: pick(random, ids('s', 6)) })),
    place: ids('l', 6).map((id) => ({ id })),
    project: ids('j', 7).map((id) => ({ id })),
    event: ids('e', 3).map((id) => ({ id, dates: '2024', place: pick(random, ids('l', 6)) })),
    park: ids('k', 2).map((id) => ({ id, place: pick(random, ids('l', 6)), project: pick(random, ids('j', 7)) })),
    indicator: ids('i', 3).map((id) => ({ id, unit: 'x' })),
    mention: ids('m', 3).map((_, n) => ({
      sentence: `s${n}`,
      thing_kind: n === 0 ? 'park' : 'project',
      thing_id: n === 0 ? 'k0' : `j${n}`,
      phrase_en: 'x',
    })),
    link: Array.from({ length: 12 }, () => linkAt(random)),
  } as Parameters<typeof districtOf>[0]);
}
