import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, editSchema, mapSchema, nounSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);

async function receiptOf(answer: Response) {
  const text = await answer.text();
  assert.equal(answer.status, 200, text);
  return editSchema.editsReceipt.parse(JSON.parse(text));
}

test('every noun is made, read as its row, changed, linked and taken out over HTTP, and each is undone', async () => {
  const given = {
    departments: { name_en: 'Port office', confidence: 'high' },
    places: { name_en: 'Crane', kind: 'landmark', position: 'known', geometry: { type: 'Point', coordinates: [9.95, 53.54] } },
    projects: { name_en: 'Paint the crane', kind: 'heritage' },
    events: { name_en: 'Crane day', dates: '2026-05-01', confidence: 'low' },
    parks: { name_en: 'Crane yard' },
    indicators: { name_en: 'Cranes', unit: 'doors', direction: 'up' },
    documents: { title_en: 'Crane plan', kind: 'plan', wording: 'none' },
    sources: { id: 'crane-book', title: 'A book on cranes', kind: 'secondary' },
    commitments: { sentence: 'p1s3', title_en: 'Cranes', clause_en: 'The customs yard' },
  };
  for (const [noun, fields] of Object.entries(given)) {
    const made = await receiptOf(await office.post(`/api/v1/${noun}`, { who: 'Ada', fields }, { 'idempotency-key': `make-${noun}` }));
    const again = await receiptOf(await office.post(`/api/v1/${noun}`, { who: 'Ada', fields }, { 'idempotency-key': `make-${noun}` }));
    assert.deepEqual(again, made);
    const key = made.records[0]?.key ?? '';
    const row = editSchema.recordRow.parse(await office.get(`/api/v1/${noun}/${key}/row`));
    for (const [column, value] of Object.entries(fields)) assert.deepEqual(row.fields[column], value, `${noun} ${column}`);
    const gone = await office.send('DELETE', `/api/v1/${noun}/${key}`, { who: 'Ada' }, { 'if-match': `"${row.rev}"` });
    assert.equal(gone.status, 200, await gone.text());
    assert.equal((await office.ask(`/api/v1/${noun}/${key}/row`)).status, 404);
  }
});

test('a list tells who answers for an output: the department that leads its project, so that it may record what was delivered', async () => {
  const lead = (
    await receiptOf(await office.post('/api/v1/departments', { who: 'Ada', fields: { name_en: 'Quay office', confidence: 'high' } }))
  ).records[0]?.key;
  const project = await receiptOf(
    await office.post('/api/v1/projects', { who: 'Ada', fields: { name_en: 'New quay', kind: 'heritage', lead } }),
  );
  const fields = { project: project.records[0]?.key, name_en: 'Berths', unit: 'doors', confidence: 'high' };
  const made = await receiptOf(await office.post('/api/v1/outputs', { who: 'Ada', fields }));
  const list = (await office.get(`/api/v1/lists/outputs?filter=id:is:${made.records[0]?.key}`)) as { rows: { answers: string | null }[] };
  assert.deepEqual(
    list.rows.map(({ answers }) => answers),
    [lead],
  );
});

test('a link is made and taken out, and the second who takes it out is told', async () => {
  const ends = { from_kind: 'project', from_id: 'tide-gauge', relation: 'serves', to_kind: 'commitment', to_id: 'p2s1-1' };
  await receiptOf(await office.post('/api/v1/links', { who: 'Ada', fields: ends }));
  const project = nounSchema.projectDetail.parse(await office.get('/api/v1/projects/tide-gauge'));
  assert.ok(JSON.stringify(project).includes('p2s1-1'));
  const remove = (): Promise<Response> => office.send('DELETE', '/api/v1/links', { who: 'Ada', ...ends }, { 'if-match': '"1"' });
  await receiptOf(await remove());
  assert.equal((await remove()).status, 404);
});

test('several edits are one deed; the edit that does not fit is named and nothing is stored', async () => {
  const edits = [
    { action: 'create', table: 'project', fields: { name_en: 'Rope walk', kind: 'heritage' } },
    {
      action: 'create',
      table: 'link',
      fields: { from_kind: 'project', from_id: '$0', relation: 'serves', to_kind: 'commitment', to_id: 'p1s2-1' },
    },
  ];
  const receipt = await receiptOf(await office.post('/api/v1/edits', { who: 'Ada', edits }));
  assert.deepEqual([receipt.changeCount, receipt.records[0]?.key], [2, 'rope-walk']);
  const refused = await office.post('/api/v1/edits', {
    who: 'Ada',
    edits: [edits[0], { action: 'withdraw', table: 'project', key: 'sea-wall', rev: 7 }],
  });
  assert.equal(refused.status, 409);
  const faulty = await office.post('/api/v1/edits', { who: 'Ada', edits: [{ ...edits[0], fields: { name_en: 'Rope', kind: 'rope' } }] });
  assert.equal(faulty.status, 400);
  assert.match(commonSchema.problem.parse(await faulty.json()).detail, /kind/);
});

test('the links of a record are told from either end with the rev they are taken out by', async () => {
  const of = async (record: string) => editSchema.ties.parse(await office.get(`/api/v1/links?of=${record}`)).items;
  const [first] = await of('project:sea-wall');
  assert.ok(first);
  const other = first.from.id === 'sea-wall' ? first.to : first.from;
  assert.ok((await of(`${other.kind}:${other.id}`)).some(({ from, to }) => from.id === first.from.id && to.id === first.to.id));
  assert.equal((await office.ask('/api/v1/links?of=project:nothing')).status, 404);
  assert.equal((await office.ask('/api/v1/links?of=sea-wall')).status, 400);
});

test('a record that was taken out still has its history, and what rested on it was named', async () => {
  const row = editSchema.recordRow.parse(await office.get('/api/v1/projects/sea-wall/row'));
  assert.ok(
    row.resting.some(({ table, rows }) => table === 'link' && rows.some(({ key, name }) => key.includes('sea-wall') && name.en !== null)),
  );
  const gone = await office.send('DELETE', '/api/v1/projects/sea-wall', { who: 'Ada', withAll: true }, { 'if-match': `"${row.rev}"` });
  assert.equal(gone.status, 200, await gone.text());
  assert.equal((await office.ask('/api/v1/projects/sea-wall')).status, 404);
  const { items } = commonSchema.history.parse(await office.get('/api/v1/projects/sea-wall/history'));
  assert.deepEqual([items[0]?.verb, items[0]?.who], ['withdraw', 'Ada']);
  assert.ok(items[0]?.changes.some(({ table, kind }) => table === 'project' && kind === 'deleted'));
  await office.post(`/api/v1/deeds/${items[0]?.seq}/undo`, { who: 'Ada' });
  assert.equal((await office.ask('/api/v1/projects/sea-wall')).status, 200);
  assert.equal((await office.ask('/api/v1/projects/never-was/history')).status, 404);
});

test('the shapes of a place are told with the row they stand in, and those in a box to snap to', async () => {
  const own = mapSchema.mapShapes.parse(await office.get('/api/v1/map/shapes?of=grain-silo'));
  assert.ok(own.items.length > 0 && own.items.every(({ place }) => place === 'grain-silo'));
  const all = mapSchema.mapShapes.parse(await office.get('/api/v1/map/shapes'));
  const box = '9.96,53.5385,9.97,53.5390';
  const near = mapSchema.mapShapes.parse(await office.get(`/api/v1/map/shapes?bbox=${box}`));
  assert.ok(near.total < all.total && all.items.some(({ feature }) => feature !== null));
  assert.equal((await office.ask('/api/v1/map/shapes?of=nowhere')).status, 404);
});
