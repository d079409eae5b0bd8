import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultAtOnce } from '@westgate/base';
import {
  type AnyRow,
  affectedBetween,
  aimOf,
  applyChanges,
  type Change,
  evidenceOn,
  keyOf,
  type Register,
  relationsOf,
  rowChanges,
  stageOf,
  stateOf,
  type TableName,
  touchedBetween,
  traceOf,
  traceSteps,
} from '@westgate/domain';
import { day, districtOf, rowOf } from '../district.ts';
import { randomOf } from '../random.ts';

type Cells = Readonly<Record<string, unknown>>;
const ON = day('2024-07-01');
const KINDS = ['sentence', 'commitment', 'place', 'project', 'event', 'park', 'indicator', 'department', 'document'] as const;

describe('indexes that grow with the deeds', () => {
  it('are after 150 seeded deeds what they are when built anew', () => {
    const random = randomOf(7);
    let register = districtOf(firstRows(random));
    for (let deed = 0; deed < 150; deed += 1) {
      traceOf(register);
      const after = applyChanges(register, changesOf(random, register));
      const grown = walksOf(after);
      walksOf(LARGE);
      assert.deepEqual(grown, walksOf({ ...after }), `deed ${deed}`);
      register = after;
    }
  });

  it('are made a record a step where nothing was there before, and are one for whoever asks for them meanwhile', () => {
    const ids = Array.from({ length: 300 }, (_, n) => `n${n}`);
    const register = districtOf({
      document: [{ id: 'plan', kind: 'plan' }],
      sentence: ids.map((id, position) => ({ id, document: 'plan', paragraph: 1, position, kind: 'promise' })),
      commitment: ids.map((id) => ({ id, sentence: id })),
    });
    const steps = traceSteps(register);
    for (let step = 0; step < 2 * ids.length; step += 1) assert.equal(steps.next().done, false, `step ${step}`);
    const meanwhile = traceOf(register);
    assert.equal(resultAtOnce(steps), meanwhile);
    assert.equal(resultAtOnce(traceSteps(register)), meanwhile);
    assert.deepEqual(
      ids.map(meanwhile.commitmentsOfSentence),
      ids.map((id) => [id]),
    );
  });

  it('name every state that a deed changes', () => {
    const random = randomOf(11);
    let register = districtOf(firstRows(random));
    let untouched = 0;
    for (let deed = 0; deed < 150; deed += 1) {
      const after = applyChanges(register, changesOf(random, register));
      const affected = affectedBetween(register, after);
      for (const kind of ['commitment', 'project', 'event'] as const) {
        for (const id of after[kind].keys()) {
          if (affected === null || affected.has(`${kind}:${id}`) || !register[kind].has(id)) continue;
          assert.deepEqual(stateOf(after, { kind, id }, ON), stateOf(register, { kind, id }, ON), `deed ${deed}, ${kind} ${id}`);
          untouched += 1;
        }
      }
      register = after;
    }
    assert.ok(untouched > 500, `${untouched} states were told to stay`);
  });

  it('name every record that reads otherwise after one deed or several', () => {
    const random = randomOf(13);
    let register = districtOf(firstRows(random));
    let untouched = 0;
    for (let deed = 0; deed < 150; deed += 1) {
      let after = register;
      for (let n = 0; n < 1 + (deed % 2); n += 1) after = applyChanges(after, changesOf(random, after));
      const touched = touchedBetween(register, after);
      for (const kind of KINDS) {
        for (const id of after[kind].keys()) {
          if (touched === null || touched.get(kind)?.has(id) || !register[kind].has(id)) continue;
          assert.deepEqual(readingOf(after, kind, id), readingOf(register, kind, id), `deed ${deed}, ${kind} ${id}`);
          untouched += 1;
        }
      }
      register = after;
    }
    assert.ok(untouched > 1000, `${untouched} records were told to stay`);
  });

  it('tell the same changed rows where it is remembered how a table came as row by row', () => {
    const random = randomOf(17);
    const first = districtOf(firstRows(random));
    let register = first;
    for (let deed = 0; deed < 90; deed += 1) {
      register = applyChanges(register, changesOf(random, register));
      for (const table of ['link', 'outcome', 'park'] as const) {
        const copied = new Map<string, AnyRow>(register[table]);
        const told = [
          rowChanges<AnyRow>(first[table], register[table], 'rows', 500),
          rowChanges<AnyRow>(first[table], copied, 'rows', 500),
        ];
        const [remembered, walked] = told.map((changes) => [...(changes ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1)));
        assert.deepEqual(remembered, walked, `deed ${deed}, ${table}`);
        const entered = told.map((changes) => changes?.filter(({ before }) => before === null).map(({ key }) => key));
        assert.deepEqual(entered[0], entered[1], `deed ${deed}, ${table}: new rows in the order of the table`);
      }
    }
  });
});

/** What a list reads of a record beside its row. */
function readingOf(register: Register, kind: (typeof KINDS)[number], id: string): unknown {
  const trace = traceOf(register);
  return {
    row: register[kind].get(id),
    aim: aimOf(register, kind, id),
    sentences: kind === 'place' ? trace.sentencesOfPlace(id) : [],
    projects: kind === 'place' ? sorted(relationsOf(register).projectsOn(id)) : [],
    leads:
      kind === 'place'
        ? relationsOf(register)
            .projectsOn(id)
            .map((project) => register.project.get(project)?.lead)
        : [],
    alone: kind === 'place' ? relationsOf(register).projectsOn(id).map(relationsOf(register).standsAlone) : [],
    stage: kind === 'place' ? stageOf(register, id, ON) : null,
    state: kind === 'commitment' || kind === 'project' || kind === 'event' ? stateOf(register, { kind, id }, ON).name : null,
  };
}

/** So many links that every index is built anew after it. */
const LARGE = districtOf({
  link: Array.from({ length: 500 }, (_, n) => ({
    from_kind: 'place',
    from_id: `x${n}`,
    relation: 'member-of',
    to_kind: 'place',
    to_id: 'y',
  })),
  outcome: Array.from({ length: 500 }, (_, n) => ({
    id: `x${n}`,
    subject_kind: 'project',
    subject_id: 'x',
    what: 'started',
    dates: '2024',
  })),
});

/** Everything the indexes tell, by record. */
function walksOf(register: Register): unknown {
  const [trace, relations] = [traceOf(register), relationsOf(register)];
  return KINDS.flatMap((kind) =>
    [...register[kind].keys()].map((id) => ({
      record: `${kind}:${id}`,
      forward: kind === 'sentence' ? trace.reachOfSentence(id) : trace.reachOfCommitment(id),
      sentences: trace.sentencesReaching(kind, id),
      commitments: trace.commitmentsReaching(kind, id),
      mentions: trace.mentionsOf(kind, id).map((row) => keyOf('mention', row)),
      under: sorted(relations.placesUnder(id)),
      from: sorted(relations.from(kind, id).map((row) => keyOf('link', row))),
      to: sorted(relations.to(kind, id).map((row) => keyOf('link', row))),
      evidence: sorted(evidenceOn(register, 'project', id).map(({ row }) => row.id)),
    })),
  );
}

function sorted(ids: readonly string[]): readonly string[] {
  return [...ids].sort();
}

function firstRows(random: () => number): Partial<Record<TableName, readonly Cells[]>> {
  const many = (count: number, make: (n: number) => Cells): readonly Cells[] => Array.from({ length: count }, (_, n) => make(n));
  return {
    document: [{ id: 'd0', kind: 'plan', covers: '2024' }],
    department: many(3, (n) => ({ id: `p${n}` })),
    sentence: many(4, (n) => ({ id: `s${n}`, document: 'd0', paragraph: 1, position: n + 1, kind: 'promise' })),
    commitment: many(6, (n) => ({ id: `c${n}`, sentence: `s${n % 4}`, verb_class: pick(random, ['start', 'expedite', 'implement']) })),
    place: many(6, (n) => ({ id: `l${n}`, is_site: true })),
    project: many(5, (n) => ({ id: `j${n}`, verb_class: pick(random, ['start', 'expedite', 'implement']) })),
    event: many(2, (n) => ({ id: `e${n}`, dates: '2024-05' })),
    park: many(2, (n) => ({ id: `k${n}` })),
    indicator: many(2, (n) => ({ id: `i${n}`, unit: 'x' })),
  };
}

/** One to three changes of different rows. */
function changesOf(random: () => number, register: Register): readonly Change[] {
  const changes = new Map<string, Change>();
  for (let n = 0; n < 1 + Math.floor(random() * 3); n += 1) {
    const change = changeOf(random, register);
    changes.set(`${change.table} ${change.key}`, change);
  }
  return [...changes.values()];
}

function changeOf(random: () => number, register: Register): Change {
  const id = (kind: TableName): string => pick(random, [...register[kind].keys()]);
  switch (Math.floor(random() * 10)) {
    case 0:
      return columnOf(
        register,
        'commitment',
        id('commitment'),
        random() < 0.5 ? { owner: id('department') } : { due_on: '2024-06-01', list_closed: random() < 0.5 },
      );
    case 1:
      return columnOf(register, 'project', id('project'), random() < 0.5 ? { lead: id('department') } : { name_en: `n${random()}` });
    case 2:
      return columnOf(register, 'park', id('park'), { project: random() < 0.5 ? id('project') : null, place: id('place') });
    case 3:
      return columnOf(register, 'event', id('event'), { place: id('place') });
    case 4: {
      const mention = { sentence: id('sentence'), thing_kind: 'place', thing_id: id('place') };
      return toggled(register, 'mention', mention);
    }
    case 5: {
      const outcome = {
        id: `o${Math.floor(random() * 12)}`,
        subject_kind: pick(random, ['project', 'commitment', 'event']),
        dates: '2024-03',
      };
      const subject = id(outcome.subject_kind === 'project' ? 'project' : outcome.subject_kind === 'event' ? 'event' : 'commitment');
      return toggled(register, 'outcome', { ...outcome, subject_id: subject, what: pick(random, ['started', 'completed', 'progress']) });
    }
    case 6: {
      const component = { id: `k${Math.floor(random() * 6)}`, project: id('project'), position: 1 };
      return toggled(register, 'component', { ...component, stage: pick(random, ['done', 'under-way', 'not-started']) });
    }
    case 7:
      return toggled(register, 'monthly_progress', {
        project: id('project'),
        month: '2024-05',
        share: random(),
        reported_on: '2024-06-01',
      });
    default: {
      const [fromKind, relation, toKind] = pick(random, LINKS);
      return toggled(register, 'link', { from_kind: fromKind, from_id: id(fromKind), relation, to_kind: toKind, to_id: id(toKind) });
    }
  }
}

const LINKS = [
  ['project', 'serves', 'commitment'],
  ['project', 'stands-on', 'place'],
  ['commitment', 'names', 'place'],
  ['commitment', 'names', 'park'],
  ['commitment', 'names', 'event'],
  ['commitment', 'names', 'indicator'],
  ['indicator', 'measures', 'project'],
  ['indicator', 'measures', 'commitment'],
  ['department', 'co-operates', 'project'],
  ['event', 'held-for', 'commitment'],
] as const satisfies readonly (readonly [TableName, string, TableName])[];

function columnOf(register: Register, table: TableName, key: string, cells: Cells): Change {
  const before = register[table].get(key) ?? null;
  return { table, key, before, after: before && { ...before, ...cells, rev: before.rev + 1 } };
}

/** The row put in where it is missing, taken out where it is there. */
function toggled(register: Register, table: TableName, cells: Cells): Change {
  const row: AnyRow = rowOf(table, cells);
  const key = keyOf(table, row);
  const held = register[table].get(key);
  return held ? { table, key, before: held, after: null } : { table, key, before: null, after: row };
}

function pick<V>(random: () => number, values: readonly V[]): V {
  const value = values[Math.floor(random() * values.length)];
  assert.ok(value !== undefined, 'there is something to pick');
  return value;
}
