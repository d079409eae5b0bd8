import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Json, WestgateError } from '@westgate/base';
import {
  applyChanges,
  checkDocument,
  isFields,
  itemsOf,
  type Register,
  registerOf,
  textIn,
  unsaidOf,
  unusedOf,
  writeReceived,
} from '@westgate/domain';
import { EXAMPLE } from '../folders.ts';
import { seeded } from '../seeded.ts';
import { districtIn, emptied, PRACTICE, projectOf, TODAY, taken, written } from './districts.ts';
import { ABSENT, judged, standardText } from './judge.ts';

/** A document of few words of another office, with what the district has a column for and what it has none for. */
const FOREIGN = {
  id: 'oc4ids-abc123-gate-lane',
  language: 'en',
  title: 'Gate Lane drains',
  status: 'implementation',
  period: { endDate: '2026-11-30T00:00:00Z', durationInDays: 300 },
  identifiers: [
    { id: '2026-000107', scheme: 'CN-TZXM' },
    { id: 'X-1', scheme: 'internal' },
  ],
  publicAuthority: { id: 'CN-01', name: 'Works office of Gate Lane' },
  parties: [{ id: 'CN-01', name: 'Works office of Gate Lane', roles: ['publicAuthority'] }],
  budget: {
    amount: { amount: 1234567.89, currency: 'CNY' },
    budgetBreakdowns: [
      {
        id: 'plan',
        budgetBreakdown: [2025, 2026].map((year) => ({
          id: `y${year}`,
          amount: { amount: year / 100, currency: 'CNY' },
          period: { startDate: `${year}-01-01T00:00:00Z`, endDate: `${year}-12-31T00:00:00Z` },
          approvalDate: '2025-01-02T00:00:00Z',
        })),
      },
    ],
  },
  milestones: [{ id: '1', title: 'Work begins', dueDate: '2026-02-01T00:00:00Z', status: 'scheduled', type: 'delivery' }],
  locations: [
    { id: '001', description: 'Gate Lane', geometry: { type: 'Point', coordinates: [116.2, 39.9] }, uri: 'https://example.org/l' },
  ],
  assetLifetime: { startDate: '2027-01-01T00:00:00Z' },
} as const;

for (const folder of [EXAMPLE, PRACTICE]) {
  const name = folder.split('/').at(-1);
  test(`${name}: every project goes out without an error, by our check and by the published schema`, async () => {
    const register = await districtIn(folder);
    for (const language of ['zh', 'en'] as const) {
      const document = written(register, language);
      assert.deepEqual(errorsOf(document), []);
      if (!ABSENT) assert.deepEqual(judged(document, 'package'), []);
    }
  });

  test(`${name}: what went out comes into an empty district as rows, and goes out again equal, with the originals and without`, async () => {
    const register = await districtIn(folder);
    const first = written(register);
    const { after, errors } = taken(emptied(register), first);
    assert.equal(errors, 0);
    assert.deepEqual(written(after), first);
    assert.equal(after.milestone.size, register.milestone.size);
    assert.equal(after.planned_amount.size, register.planned_amount.size);
    // From the rows alone: what the district takes as typed is the same; what it computes from evidence is not there.
    const rowsOnly = registerOf({
      ...Object.fromEntries(Object.entries(after).map(([table, rows]) => [table, [...rows.values()]])),
      oc4ids_original: [],
    });
    for (const field of ['title', 'period', 'publicAuthority', 'budget', 'milestones', 'locations', 'additionalClassifications'])
      assert.deepEqual(fieldOfEach(written(rowsOnly), field), fieldOfEach(first, field), field);
  });

  test(`${name}: what went out comes into the district it is from and changes nothing`, async () => {
    const register = await districtIn(folder);
    const { changes, projects } = taken(register, written(register));
    assert.deepEqual(changes, []);
    assert.equal(
      projects.every(({ state }) => state === 'same'),
      true,
    );
  });
}

for (const [file, faulty] of [
  ['examples/example.json', 'refuse'],
  ['examples/blank.json', 'keep'],
] as const) {
  test(`${file} of the standard comes in and goes out again equal; what is published of it has no error`, { skip: ABSENT }, async () => {
    const document: Json = JSON.parse(standardText(file));
    const { after, projects } = taken(emptied(await districtIn()), document, { faulty });
    const id = projects[0]?.project ?? '';
    assert.deepEqual(writeReceived(after, id, { language: 'zh', asOf: TODAY }), document);
    assert.deepEqual(judged(written(after), 'package'), []);
    assert.notEqual(unusedOf(after, id), null);
  });
}

test('a document of another office becomes records, the rest of it is kept; after a change by an officer only that goes out otherwise', async () => {
  const { after, projects, remarks } = taken(emptied(await districtIn()), FOREIGN);
  assert.equal(remarks, 0);
  const id = projects[0]?.project ?? '';
  const project = projectOf(after, id);
  assert.equal(project.name_en, 'Gate Lane drains');
  assert.equal(project.code, '2026-000107');
  assert.equal(project.due_on, '2026-11-30');
  assert.match(project.due_basis_en ?? '', /document\.json, \/period\/endDate/);
  assert.equal(after.department.get(project.lead ?? (project.id as never))?.name_en, 'Works office of Gate Lane');
  assert.deepEqual(
    [...after.planned_amount.values()].map(({ year, amount_fen }) => [year, amount_fen]).sort(),
    [
      [2025, 2025],
      [2026, 2026],
      [null, 123456789],
    ].sort(),
  );
  assert.deepEqual(
    [...after.milestone.values()].map(({ name_en, forecast }) => [name_en, forecast]),
    [['Work begins', '2026-02-01']],
  );
  assert.deepEqual(
    [...after.place.values()].map(({ name_en }) => name_en),
    ['Gate Lane'],
  );
  const unused = unusedOf(after, id);
  assert.deepEqual(
    isFields(unused ?? null) ? Object.keys(unused ?? {}).sort() : [],
    ['assetLifetime', 'budget', 'identifiers', 'parties', 'period', 'status'].sort(),
  );
  const moved = changed(after, 'project', id, { due_on: '2026-12-31' });
  const out = writeReceived(moved, id, { language: 'zh', asOf: TODAY });
  assert.deepEqual(out, { ...FOREIGN, period: { endDate: '2026-12-31T00:00:00Z' } });
  const [milestone] = [...after.milestone.keys()];
  const met = changed(after, 'milestone', milestone ?? '', { actual: '2026-02-03' });
  assert.deepEqual(fieldOf(writeReceived(met, id, { language: 'zh', asOf: TODAY }), 'milestones'), [
    { id: '1', type: 'delivery', title: 'Work begins', dueDate: '2026-02-01T00:00:00Z', dateMet: '2026-02-03T00:00:00Z', status: 'met' },
  ]);
});

test('a document that comes again with other words changes what it says and makes nothing twice', async () => {
  const { after } = taken(emptied(await districtIn()), FOREIGN);
  const again = taken(
    after,
    { ...FOREIGN, title: 'Gate Lane drains, north', milestones: [{ ...FOREIGN.milestones[0], dateMet: '2026-02-05T00:00:00Z' }] },
    { seq: 9 },
  );
  assert.deepEqual(
    again.projects.map(({ state }) => state),
    ['changed'],
  );
  assert.deepEqual(again.changes.map(({ table }) => table).sort(), ['milestone', 'oc4ids_original', 'project']);
  assert.equal(again.after.milestone.size, 1);
  assert.equal([...again.after.milestone.values()][0]?.actual, '2026-02-05');
});

test('what is not known of a project is not said: no status without evidence, no amount without one', async () => {
  const register = await districtIn(PRACTICE);
  const bare = registerOf({
    district: [...register.district.values()],
    project: [projectOf(register, 'songling-yard-1')].map((row) => ({ ...row, lead: null, due_source: null })),
  });
  const [only] = itemsOf(fieldOf(written(bare), 'projects'));
  for (const field of ['status', 'budget', 'completion', 'publicAuthority', 'locations', 'milestones'])
    assert.equal(fieldOf(only ?? null, field), undefined, field);
});

test('what the standard cannot say of a project is told by kind, and what is in it in part', async () => {
  const register = await districtIn(PRACTICE);
  const { records, columns } = unsaidOf(register, projectOf(register, 'songling-yard-1'));
  const how = new Map(records.map((record) => [record.table, record.how]));
  assert.equal(how.get('requirement_answer'), 'none');
  assert.equal(how.get('milestone'), 'part');
  assert.equal(
    columns.some(({ column }) => column === 'lead_basis_zh'),
    true,
  );
  assert.equal(
    columns.some(({ column }) => column === 'due_on'),
    false,
  );
});

test('an amount keeps every fen both ways', async () => {
  const empty = emptied(await districtIn());
  const next = seeded(7);
  const fens = [
    0,
    1,
    99,
    100,
    10_050,
    9_007_199_254_740,
    ...Array.from({ length: 120 }, () => Math.floor(next() * 10 ** (1 + Math.floor(next() * 11)))),
  ];
  for (const fen of fens) {
    const yuan = Number(`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`);
    const { after } = taken(empty, { id: 'oc4ids-abc123-a', title: 'A', budget: { amount: { amount: yuan, currency: 'CNY' } } });
    assert.equal([...after.planned_amount.values()][0]?.amount_fen, fen);
    const rowsOnly = registerOf({
      district: [...after.district.values()],
      project: [...after.project.values()],
      planned_amount: [...after.planned_amount.values()],
    });
    assert.equal(
      fieldOf(fieldOf(fieldOf(itemsOf(fieldOf(written(rowsOnly), 'projects'))[0] ?? null, 'budget') ?? null, 'amount') ?? null, 'amount'),
      yuan,
    );
  }
});

test('what cannot be read at all is one fault, told and not thrown', async () => {
  const empty = emptied(await districtIn());
  const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '"a"',
    deep,
    '{"__proto__":{"id":"a"}}',
    '{"id":"oc4ids-abc123-a\\u0000"}',
    '{"id":"a","n":1e999}',
    '{"id":"a","n":12345678901234567891}',
  ]) {
    const { faults, changes, projects } = taken(empty, text, { isLook: true });
    assert.equal(faults.length, 1, text.slice(0, 40));
    assert.deepEqual([changes, projects], [[], []]);
    assert.throws(() => taken(empty, text, { faulty: 'keep' }), isRefusal);
  }
});

test('broken documents give a list of faults, write nothing unless asked, and what is taken of them goes out without an error', {
  skip: ABSENT,
}, async () => {
  const empty = emptied(await districtIn());
  const texts = [JSON.stringify(JSON.parse(standardText('examples/example.json')).projects[0]), JSON.stringify(FOREIGN)];
  const next = seeded(20_261_201);
  let [agreed, broken] = [0, 0];
  for (let round = 0; round < 40; round += 1) {
    const document = mutated(JSON.parse(texts[round % texts.length] ?? ''), next, 1 + Math.floor(next() * 4));
    const own = errorsOf(document);
    const judge = judged(document, 'project');
    if (judge.length > 0) assert.notEqual(own.length, 0, `the published schema finds ${judge[0]}`);
    const bySchema = own.filter((fault) => ['kind', 'missing', 'form', 'code', 'too-small'].includes(fault.code));
    if (bySchema.length > 0) assert.notEqual(judge.length, 0, `we alone find ${JSON.stringify(bySchema[0])}`);
    agreed += 1;
    const look = taken(empty, document, { isLook: true });
    assert.equal(look.errors, own.length);
    if (own.length === 0) continue;
    broken += 1;
    assert.equal(look.changes.length, 0);
    assert.throws(() => taken(empty, document), isRefusal);
    assert.equal(taken(empty, document, { faulty: 'leave-out' }).changes.length, 0);
    const kept = taken(empty, document, { faulty: 'keep' });
    const id = kept.projects[0]?.project ?? '';
    assert.deepEqual(writeReceived(kept.after, id, { language: 'zh', asOf: TODAY }), document);
    assert.deepEqual(judged(written(kept.after), 'package'), []);
  }
  assert.ok(broken > 20 && agreed === 40, `${broken} of ${agreed} were broken`);
});

/** The document with some of its values replaced, doubled or taken out. */
function mutated(document: Json, next: () => number, times: number): Json {
  const odd: readonly Json[] = [
    '',
    ' ',
    null,
    7,
    -1,
    1.5,
    true,
    [],
    {},
    ['a', 'a'],
    'string',
    '2026-02-30T00:00:00Z',
    'not a uri',
    { id: '' },
  ];
  let result = document;
  for (let time = 0; time < times; time += 1) {
    const places = placesIn(result, []);
    const place = places[Math.floor(next() * places.length)] ?? [];
    const value = odd[Math.floor(next() * odd.length)] ?? null;
    result = replaced(result, place, next() < 0.25 ? undefined : value) ?? {};
  }
  return isFields(result) ? result : document;
}

function placesIn(value: Json, at: readonly (string | number)[]): readonly (readonly (string | number)[])[] {
  const inner = Array.isArray(value) ? value.map((item, index) => [index, item] as const) : isFields(value) ? Object.entries(value) : [];
  return inner.flatMap(([name, item]) => [[...at, name], ...placesIn(item, [...at, name])]);
}

function replaced(value: Json, [name, ...rest]: readonly (string | number)[], next: Json | undefined): Json | undefined {
  if (name === undefined) return next;
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => (index === name ? (replaced(item, rest, next) ?? []) : [item]));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, item]) => {
      const inner = field === name ? replaced(item, rest, next) : item;
      return inner === undefined ? [] : [[field, inner] as const];
    }),
  );
}

function errorsOf(document: Json) {
  return checkDocument(document).listed.filter(({ weight }) => weight === 'error');
}

function fieldOf(value: Json, name: string): Json | undefined {
  return isFields(value) ? value[name] : undefined;
}

function fieldOfEach(document: Json, field: string): readonly unknown[] {
  return itemsOf(fieldOf(document, 'projects')).map((project) => [textIn(project, 'id'), fieldOf(project, field)]);
}

function changed(register: Register, table: 'project' | 'milestone', key: string, columns: object): Register {
  const rows: ReadonlyMap<string, Register['project'] extends ReadonlyMap<unknown, infer R> ? R : never> = register[table] as never;
  const before = rows.get(key);
  if (!before) throw new Error(`expected ${table} ${key}`);
  return applyChanges(register, [{ table, key, before, after: { ...before, ...columns, rev: before.rev + 1 } }]);
}

function isRefusal(error: unknown): boolean {
  return error instanceof WestgateError && error.code === 'WG_INPUT_INVALID' && /应为/.test(String(error.details.detailZh));
}
