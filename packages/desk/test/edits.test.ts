import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dayOf, WestgateError } from '@westgate/base';
import { type Desk, type Edit, idemOf, openDesk } from '@westgate/desk';
import { stateOf } from '@westgate/domain';
import { HARBOUR } from './folders.ts';

const by = { who: 'Ada' };
let desk: Desk;
before(async () => {
  desk = await openDesk({ memory: true, districtFolder: HARBOUR });
});
after(() => desk.close());

async function refusal(promise: Promise<unknown>): Promise<WestgateError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof WestgateError, String(error));
  return error;
}

/** The lines of the folder, whatever their order: a record that came back stands last. */
const files = (): unknown => [...desk.exportFolder()].map(([path, text]) => [path, text.split('\n').sort()]);

test('a project with its place and its promise is made as one deed, ids come from the names, and undo takes all of it back', async () => {
  const held = files();
  const edits: readonly Edit[] = [
    { action: 'create', table: 'place', fields: { name_en: 'Rope Works (old)', kind: 'factory', position: 'not-known' } },
    { action: 'create', table: 'project', fields: { name_en: 'Rope Works: studios', kind: 'old-factory', lead: 'culture' } },
    { action: 'create', table: 'link', fields: link('project', '$1', 'stands-on', 'place', '$0') },
    { action: 'create', table: 'link', fields: link('project', '$1', 'serves', 'commitment', 'p1s3-1') },
  ];
  const { deed, records } = await desk.edit(edits, { ...by, idem: idemOf('rope-works', edits) });
  assert.equal(deed.verb, 'create');
  assert.deepEqual(
    records.map(({ table, key }) => `${table} ${key}`),
    [
      'place rope-works-old',
      'project rope-works-studios',
      'link project|rope-works-studios|stands-on|place|rope-works-old',
      'link project|rope-works-studios|serves|commitment|p1s3-1',
    ],
  );
  assert.deepEqual(
    (await desk.edit(edits, { ...by, idem: idemOf('rope-works', edits) })).records,
    records,
    'sent again it is not done again',
  );
  assert.equal(
    (await refusal(desk.edit(edits.slice(0, 1), { ...by, idem: idemOf('rope-works', edits.slice(0, 1)) }))).code,
    'WG_INPUT_INVALID',
  );
  await desk.undo(deed.seq, by);
  assert.deepEqual(files(), held);
});

test('a new promise is not kept by the one project that is linked to it, until a person says that its list is complete', async () => {
  const words: readonly (readonly [sentence: string, clause: string])[] = [
    ['p1s2', 'the old grain silo becomes a public library'],
    ['p2s3', 'Every household on Low Quay is offered a flood door'],
    ['p3s1', 'The warehouse row keeps its listed fronts'],
  ];
  const edits = words.flatMap(([sentence, clause], index): readonly Edit[] => [
    { action: 'create', table: 'commitment', fields: { sentence, title_en: clause, clause_en: clause, verb_class: 'establish' } },
    { action: 'create', table: 'link', fields: link('project', 'market-square', 'serves', 'commitment', `$${index * 2}`) },
  ]);
  const { deed, records } = await desk.edit(edits, by);
  const keys = records.flatMap(({ table, key }) => (table === 'commitment' ? [key] : []));
  const states = () => keys.map((id) => stateOf(desk.register, { kind: 'commitment', id }, dayOf('2025-12-31')).name);
  assert.ok(!states().includes('done'), states().join());
  const { seq } = (
    await desk.edit(
      keys.map((key): Edit => ({ action: 'revise', table: 'commitment', key, rev: 1, fields: { list_closed: true } })),
      by,
    )
  ).deed;
  assert.deepEqual(states(), ['done', 'done', 'done']);
  await desk.undo(seq, by);
  await desk.undo(deed.seq, by);
});

test('a record with what is wrong in it is refused whole, and the edit is named', async () => {
  const { seq } = desk;
  const error = await refusal(
    desk.edit(
      [
        { action: 'create', table: 'department', fields: { name_en: 'Port office', confidence: 'high' } },
        { action: 'create', table: 'project', fields: { name_en: 'Crane', kind: 'crane', lead: 'nobody', colour: 'red' } },
      ],
      by,
    ),
  );
  assert.match(error.message, /^edit 1: /);
  assert.match(error.message, /colour/);
  assert.match(error.message, /kind: expected .*old-factory.*found crane/);
  const missing = await refusal(desk.edit([{ action: 'create', table: 'place', fields: { name_en: 'Nowhere' } }], by));
  assert.match(missing.message, /kind/);
  assert.match(missing.message, /position/);
  const nameless = await refusal(desk.edit([{ action: 'create', table: 'project', fields: { kind: 'heritage' } }], by));
  assert.match(nameless.message, /name/);
  assert.equal((await refusal(desk.edit([], by))).code, 'WG_INPUT_INVALID');
  assert.equal(desk.seq, seq, 'nothing was stored');
});

test('a record others rest on is taken out only with what says something of it, and comes back whole', async () => {
  const held = files();
  const read = { table: 'project', key: 'sea-wall', rev: desk.register.project.get('sea-wall')?.rev ?? 0 } as const;
  assert.equal((await refusal(desk.edit([{ action: 'withdraw', ...read }], by))).code, 'WG_INPUT_INVALID');
  const { deed } = await desk.edit([{ action: 'withdraw', ...read, withAll: true }], by);
  assert.equal(desk.register.project.has('sea-wall'), false);
  assert.ok(desk.register.commitment.has('p2s1-1'), 'the promise stays');
  const tables = new Set<string>(deed.changes.map(({ table }) => table));
  for (const table of ['project', 'link', 'mention', 'figure', 'outcome']) assert.ok(tables.has(table), table);
  await desk.undo(deed.seq, by);
  assert.deepEqual(files(), held);
});

test('a department that answers for promises is let go by them, not taken out with them', async () => {
  const read = { table: 'department', key: 'works', rev: 1 } as const;
  const { deed } = await desk.edit([{ action: 'withdraw', ...read, withAll: true }], by);
  assert.equal(desk.register.commitment.get('p2s1-1')?.owner, null);
  await desk.undo(deed.seq, by);
  assert.equal(desk.register.commitment.get('p2s1-1')?.owner, 'works');
});

test('two records of one thing are drawn together: what pointed to the first points to the second, nothing is said twice', async () => {
  const held = files();
  const made = await desk.edit(
    [
      { action: 'create', table: 'project', fields: { name_en: 'Wall by the sea', name_zh: null, kind: 'flood-defence' } },
      { action: 'create', table: 'link', fields: link('project', '$0', 'serves', 'commitment', 'p2s1-1') },
    ],
    by,
  );
  const rev = desk.register.project.get('sea-wall')?.rev ?? 0;
  const into = made.records[0]?.key ?? '';
  const { deed } = await desk.edit([{ action: 'merge', table: 'project', key: 'sea-wall', rev, into }], by);
  assert.equal(deed.verb, 'merge');
  const project = [...desk.register.project.values()].find(({ id }) => id === into);
  assert.deepEqual([project?.name_en, project?.lead, project?.due_on], ['Wall by the sea', 'works', '2025-10-31']);
  const serving = [...desk.register.link.values()].filter(({ relation, to_id }) => relation === 'serves' && to_id === 'p2s1-1');
  assert.deepEqual(
    serving.map(({ from_id }) => from_id),
    [into],
  );
  assert.ok([...desk.register.outcome.values()].some(({ subject_id }) => subject_id === into));
  assert.equal((await refusal(desk.edit([{ action: 'merge', table: 'project', key: into, rev: 2, into }], by))).code, 'WG_INPUT_INVALID');
  await desk.undo(deed.seq, by);
  await desk.undo(made.deed.seq, by);
  assert.deepEqual(files(), held);
});

test('who read an older revision is told what the other did, and nothing of her edits is stored', async () => {
  const first = await desk.edit([{ action: 'revise', table: 'place', key: 'grain-silo', rev: 1, fields: { note_en: 'roof open' } }], by);
  const { seq } = desk;
  const late = await refusal(
    desk.edit(
      [
        { action: 'create', table: 'department', fields: { name_en: 'Port office', confidence: 'high' } },
        { action: 'revise', table: 'place', key: 'grain-silo', rev: 1, fields: { note_en: 'roof closed' } },
      ],
      { who: 'Ben' },
    ),
  );
  assert.equal(late.code, 'WG_STALE_RECORD');
  assert.match(late.message, /Ada/);
  assert.equal(desk.seq, seq);
  await desk.undo(first.deed.seq, by);
});

test('sentences and the district itself are neither made nor taken out one by one', async () => {
  for (const edit of [
    { action: 'create', table: 'sentence', fields: { id: 'p9s9' } },
    { action: 'withdraw', table: 'sentence', key: 'p1s2', rev: 1, withAll: true },
    { action: 'withdraw', table: 'district', key: 'NM-03', rev: 1, withAll: true },
  ] as const) {
    assert.equal((await refusal(desk.edit([edit], by))).code, 'WG_INPUT_INVALID', JSON.stringify(edit));
  }
});

const MILL_TOWN = {
  id: 'mill-town',
  name_en: 'Mill Town',
  frame: [9.9, 53.5, 10.02, 53.57],
  metre_crs: 'EPSG:32632',
  time_zone: 'Europe/Berlin',
  languages: ['en'],
  axes: [],
  units: {},
};

test('a district of one’s own begins empty, takes a plan, and undo brings the example back', async () => {
  const held = files();
  const deed = await desk.startDistrict({ fields: MILL_TOWN }, by);
  assert.deepEqual([desk.register.district.size, desk.register.place.size, desk.register.sentence.size], [1, 0, 0]);
  assert.match((await refusal(desk.startDistrict({ fields: MILL_TOWN }, by))).message, /found the same with nothing in it/);
  const plan = await desk.edit(
    [{ action: 'create', table: 'document', fields: { title_en: 'The plan', kind: 'plan', wording: 'none' } }],
    by,
  );
  const document = plan.records[0]?.key ?? '';
  const text = await desk.replaceText({ document, en: 'The mill will be opened by 2027. It is old.', wording: 'official' }, by);
  assert.equal(text.sentences.length, 2);
  assert.equal((await desk.verify()).isClean, true);
  for (const seq of [text.deed?.seq ?? 0, plan.deed.seq, deed.seq]) await desk.undo(seq, by);
  assert.deepEqual(files(), held);
  const faulty = await refusal(desk.startDistrict({ fields: { id: 'x', name_en: 'X', frame: [1, 2], languages: ['fr'] } }, by));
  for (const field of ['metre_crs', 'time_zone']) assert.match(faulty.message, new RegExp(field));
});

function link(from_kind: string, from_id: string, relation: string, to_kind: string, to_id: string): Readonly<Record<string, unknown>> {
  return { from_kind, from_id, relation, to_kind, to_id };
}
