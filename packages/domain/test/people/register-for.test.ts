import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AnyRow,
  applyChanges,
  type Change,
  changesFor,
  policy,
  type Reader,
  type Register,
  type Role,
  registerFor,
  registerForFiles,
  TABLE_NAMES,
} from '@westgate/domain';
import { districtOf, link, outcome } from '../district.ts';
import { randomOf } from '../random.ts';

const reader = (role: Role | null, department: string | null = null): Reader => ({ roles: role ? [role] : [], department });
const seen = (visibility: string, rest: object) => ({ visibility, ...rest });

/** A public, a district, a department and a confidential project, each with an outcome, a figure, a place and a link. */
const LEVELS = ['public', 'district', 'department', 'confidential'] as const;
const register = districtOf({
  district: [{ id: 'd' }],
  department: [{ id: 'water' }, { id: 'roads' }],
  source: [seen('public', { id: 'gazette' }), seen('confidential', { id: 'memo' })],
  document: [seen('public', { id: 'plan', kind: 'plan' }), seen('confidential', { id: 'draft', kind: 'plan' })],
  sentence: [
    { id: 's1', document: 'plan', paragraph: 1, position: 1, tags: [] },
    { id: 's2', document: 'draft', paragraph: 1, position: 1, tags: [] },
  ],
  commitment: [
    seen('public', { id: 'c1', sentence: 's1', owner: 'water', tags: [], due_source: 'memo' }),
    seen('public', { id: 'c2', sentence: 's2', owner: 'water', tags: [] }),
  ],
  place: LEVELS.map((level) =>
    seen(level, { id: `at-${level}`, tags: [], land_title: 'state', land_title_note_en: 'the deed is with the bank' }),
  ),
  feature: LEVELS.map((level) => ({ id: `line-${level}`, layer: 'outline', place: `at-${level}` })),
  project: LEVELS.map((level) => seen(level, { id: level, lead: 'water', tags: [] })),
  figure: LEVELS.flatMap((level) =>
    ['gazette', 'memo'].map((source) => seen('public', { id: `${level}-${source}`, subject_kind: 'project', subject_id: level, source })),
  ),
  outcome: [
    ...LEVELS.map((level) => ({ ...outcome(`project:${level}`, 'started', '2024-01-01'), visibility: 'public' })),
    { ...outcome('project:public', 'completed', '2024-06-01'), visibility: 'confidential' },
  ],
  link: LEVELS.map((level) => link(`project:${level}`, 'stands-on', 'place:at-public')),
  term: [{ id: 't' }],
});
const keys = (of: Register, table: 'project' | 'outcome' | 'figure' | 'place' | 'feature' | 'link' | 'commitment' | 'source') => [
  ...of[table].keys(),
];

test('who reads everything, and who could but need not be told apart, gets the same register', () => {
  for (const role of ['programme-office', 'auditor'] as const) assert.equal(registerFor(register, reader(role)), register);
  const open = districtOf({ project: [seen('district', { id: 'p', tags: [] })], place: [seen('public', { id: 'x', tags: [] })] });
  assert.equal(registerFor(open, reader('reader')), open);
  assert.notEqual(registerFor(open, reader(null)), open);
  assert.equal(registerFor(open, reader(null)).place.size, 1);
});

test('each class of readers sees its rows and what hangs on them, and no reference leads to nothing', () => {
  const rights: readonly (readonly [Reader, readonly string[]])[] = [
    [reader(null), ['public']],
    [reader('reader'), ['public', 'district']],
    [reader('department-member', 'roads'), ['public', 'district']],
    [reader('department-member', 'water'), ['public', 'district', 'department']],
    [reader('department-lead', 'water'), ['public', 'district', 'department', 'confidential']],
  ];
  for (const [who, levels] of rights) {
    const name = policy.readerClass(who);
    const shown = registerFor(register, who);
    assert.deepEqual(keys(shown, 'project'), levels, name);
    assert.deepEqual(
      keys(shown, 'figure'),
      levels.map((level) => `${level}-gazette`),
      `${name}: a figure without its source does not stand`,
    );
    assert.deepEqual(
      [...shown.outcome.values()].map(({ subject_id }) => subject_id),
      levels.includes('confidential') ? [...levels, 'public'] : levels,
      name,
    );
    assert.equal(shown.link.size, levels.length);
    assert.deepEqual(keys(shown, 'commitment'), ['c1'], 'what is promised in a hidden document is hidden');
    assert.equal(shown.commitment.get(keys(shown, 'commitment')[0] as never)?.due_source, null);
    assert.deepEqual(keys(shown, 'place').length, keys(shown, 'feature').length);
    assert.equal(
      [...shown.place.values()].every(({ land_title }) => (land_title === null) === (who.roles.length === 0)),
      true,
      name,
    );
    assert.equal(shown.term.size, who.roles.length === 0 ? 0 : 1);
    assert.equal(shown.department, register.department, 'a table of which nothing is hidden is shared');
    for (const table of TABLE_NAMES)
      for (const key of shown[table].keys()) assert.ok((register[table] as ReadonlyMap<string, unknown>).has(key));
  }
});

test('of a deed only those changes are told whose rows may be known before and after', () => {
  const [, , , secret] = [...register.project.values()];
  const [open] = [...register.project.values()];
  assert.ok(open && secret);
  const change = (before: typeof open | null, after: typeof open | null) => ({ table: 'project' as const, key: 'x', before, after });
  const changes = [
    change(open, { ...open, note_en: 'b' }),
    change(secret, open),
    change(open, secret),
    change(null, secret),
    {
      table: 'outcome' as const,
      key: 'o',
      before: null,
      after: { ...outcome('project:gone', 'started', '2024-01-01'), visibility: 'public', rev: 1 },
    },
    { table: 'account' as const, key: 'p-1', before: null, after: { id: 'p-1', roles: [], rev: 1 } },
  ];
  assert.deepEqual(changesFor(register, reader('reader'), changes), changes.slice(0, 1));
  assert.deepEqual(changesFor(register, reader('system-administrator'), changes), [changes[0], changes[5]]);
  assert.equal(changesFor(register, reader('auditor'), changes), changes);
  assert.deepEqual(changesFor(register, reader('department-lead', 'water'), changes), changes.slice(0, 4));
});

test('a deed that made a record tells of it what the register tells now, whatever was said of who may know it then', () => {
  const people = [null, 'reader', 'department-member', 'department-lead', 'system-administrator'] as const;
  for (const who of people.flatMap((role) => [reader(role, 'water'), reader(role, 'roads')])) {
    const shown = registerFor(register, who);
    for (const table of TABLE_NAMES)
      for (const [key, row] of register[table] as ReadonlyMap<string, AnyRow>) {
        if (table === 'account' || table === 'term') continue;
        const then = 'visibility' in row ? { ...row, visibility: 'public' } : row;
        const [told] = changesFor(register, who, [{ table, key, before: null, after: then }]);
        const kept = (shown[table] as ReadonlyMap<string, AnyRow>).get(key);
        const expected = kept && 'visibility' in row ? { ...kept, visibility: 'public' } : kept;
        assert.deepEqual(told?.after, expected, `${policy.readerClass(who)}: ${table} ${key}`);
      }
  }
});

test('what a project was read from is told in a deed to who reads everything alone, as it tells of places that may be hidden by now', () => {
  const after = {
    project: 'public',
    oc4ids_id: 'oc4ids-abc123-a',
    came: 'oc4ids-d7',
    position: 0,
    came_on: '2024-01-01',
    file_name: 'document.json',
    head: { publisher: { name: 'a' } },
    document: { id: 'oc4ids-abc123-a', locations: [{ id: 'at-confidential', description: 'the hidden yard' }] },
    rows: { '/locations/0': 'at-confidential' },
    rev: 1,
  };
  const changes = [{ table: 'oc4ids_original' as const, key: 'public', before: null, after }];
  assert.deepEqual(changesFor(register, reader('reader'), changes), [
    { ...changes[0], after: { ...after, head: null, document: null, rows: null } },
  ]);
  assert.equal(changesFor(register, reader('auditor'), changes), changes);
  const whole = applyChanges(register, changes as never);
  const original = (who: Reader) => registerForFiles(registerFor(whole, who)).oc4ids_original.get('public' as never);
  assert.deepEqual([original(reader('reader'))?.oc4ids_id, original(reader('reader'))?.document], ['oc4ids-abc123-a', null]);
  assert.deepEqual(original(reader('auditor'))?.document, after.document);
});

test('after a deed the same is shown as from the beginning, and what nothing touched is the same map', () => {
  const deeds: readonly (readonly Change[])[] = [
    [
      {
        table: 'project',
        key: 'district',
        before: null,
        after: { ...register.project.get('district' as never), visibility: 'confidential', rev: 2 } as never,
      },
    ],
    [
      {
        table: 'place',
        key: 'at-public',
        before: null,
        after: { ...register.place.get('at-public' as never), visibility: 'department', rev: 2 } as never,
      },
    ],
    [
      {
        table: 'source',
        key: 'memo',
        before: null,
        after: { ...register.source.get('memo' as never), visibility: 'public', rev: 2 } as never,
      },
    ],
    [{ table: 'term', key: 'x', before: null, after: { id: 'x', rev: 1 } as never }],
  ];
  for (const who of [reader(null), reader('reader'), reader('department-lead', 'water')]) {
    let before = { whole: register, register: registerFor(register, who) };
    for (const changes of deeds) {
      const whole = applyChanges(before.whole, changes);
      const shown = registerFor(whole, who, before);
      const afresh = registerFor(whole, who);
      for (const table of TABLE_NAMES) assert.deepEqual([...shown[table]], [...afresh[table]], `${policy.readerClass(who)} ${table}`);
      if (changes[0]?.table === 'term') assert.equal(shown.outcome, before.register.outcome);
      before = { whole, register: shown };
    }
  }
});

/** One to three changes drawn by lot: how widely a row is known, what else it says, rows that come, go and come again. */
function drawnChanges(random: (below: number) => number, whole: Register, gone: Map<string, Change>): readonly Change[] {
  const changes = new Map<string, Change>();
  for (let n = 0; n <= random(3); n += 1) {
    const back = random(3) === 0 ? [...gone.values()][random(gone.size || 1)] : undefined;
    const table = (['project', 'place', 'source', 'commitment', 'outcome', 'figure', 'link', 'feature'] as const)[random(8)] ?? 'project';
    const rows: ReadonlyMap<string, AnyRow> = whole[table];
    const [key = '', row = null] = [...rows][random(rows.size || 1)] ?? [];
    const isLoose = table === 'outcome' || table === 'figure' || table === 'link' || table === 'feature';
    const rev = (row?.rev ?? 0) + 1;
    const change: Change | null = back
      ? back
      : row === null
        ? null
        : isLoose && random(3) === 0
          ? { table, key, before: row, after: null }
          : isLoose && random(3) === 0
            ? { table, key: `${key}+`, before: null, after: { ...row, id: `${key}+`, rev: 1 } }
            : {
                table,
                key,
                before: row,
                after: { ...row, ...(row.visibility === undefined ? {} : { visibility: LEVELS[random(4)] }), rev },
              };
    const name = change && `${change.table} ${change.key}`;
    if (!change || !name || changes.has(name) || (change.before === null && whole[change.table].has(change.key as never))) continue;
    changes.set(name, change);
    if (change.after === null) gone.set(name, { ...change, before: null, after: change.before });
    else gone.delete(name);
  }
  return [...changes.values()];
}

test('whatever is done, what is shown by what was shown before is what is shown from the beginning, in the same order', () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const drawn = randomOf(seed);
    const random = (below: number) => Math.floor(drawn() * below);
    const gone = new Map<string, Change>();
    const readers = [reader(null), reader('reader'), reader('department-lead', 'water'), reader('department-member', 'roads')];
    let whole = register;
    let before = readers.map((who) => ({ whole, register: registerFor(whole, who) }));
    for (let deed = 0; deed < 80; deed += 1) {
      whole = applyChanges(whole, drawnChanges(random, whole, gone));
      // Not every deed is looked at: several may lie between what was shown and what is.
      if (random(3) === 0) continue;
      before = readers.map((who, index) => {
        const shown = registerFor(whole, who, before[index]);
        const afresh = registerFor(whole, who);
        for (const table of TABLE_NAMES) {
          assert.deepEqual([...shown[table]], [...afresh[table]], `seed ${seed}, deed ${deed}, ${policy.readerClass(who)} ${table}`);
          assert.equal(shown[table] === whole[table], afresh[table] === whole[table], `${table} is the whole`);
        }
        return { whole, register: shown };
      });
    }
  }
});

test('the public is told of the passes that count, and not on what: a pass that lost its file is none, without anybody saying why', () => {
  const whole = districtOf({
    gate: ['kept', 'lost'].map((id, position) => ({ id, project_kind: 'park', position, effective_from: '2023-01-01' })),
    requirement: [
      { id: 'r', gate: 'kept', kind: 'evidence' },
      { id: 's', gate: 'lost', kind: 'evidence' },
    ],
    project: [{ id: 'p', kind: 'park', visibility: 'public' }],
    evidence: [{ id: 'file', subject_kind: 'project', subject_id: 'p', requirement: 'r', on: '2024-01-01' }],
    gate_pass: [
      { project: 'p', gate: 'kept', on: '2024-01-02', basis: ['r=evidence:file'], became: 'stands' },
      { project: 'p', gate: 'lost', on: '2024-01-03', basis: ['s=evidence:gone'], became: 'stands' },
    ],
  });
  const shown = registerFor(whole, reader(null));
  assert.deepEqual(
    [...shown.gate_pass.values()].map(({ gate, basis }) => [gate, basis]),
    [['kept', []]],
  );
  const without: Change = { table: 'evidence', key: 'file', before: whole.evidence.get('file' as never) ?? null, after: null };
  const later = registerFor(applyChanges(whole, [without]), reader(null), { whole, register: shown });
  assert.equal(later.gate_pass.size, 0);
});
