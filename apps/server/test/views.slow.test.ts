import assert from 'node:assert/strict';
import { test } from 'node:test';
import { districtSchema, viewSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';
import { type Headers, join, openPeopleOffice } from './people-office.ts';

const open = await openOffice(HARBOUR);

test('without accounts a view is everyone’s: kept, offered by its screen, dropped as it was read, undone', async () => {
  const saved = await open.post('/api/v1/views', {
    who: 'Ada',
    name: { en: 'Late' },
    screen: 'register',
    query: 'noun=project&state=late',
  });
  assert.equal(saved.status, 200, await saved.clone().text());
  const { id, seq } = districtSchema.madeReceipt.parse(await saved.json());
  const views = async (query = '') => viewSchema.savedViews.parse(await open.get(`/api/v1/views${query}`)).items;
  assert.deepEqual(
    (await views('?screen=register')).map((view) => [view.id, view.sharedWith, view.query, view.isOwn]),
    [[id, 'all', 'noun=project&state=late', true]],
  );
  assert.deepEqual(await views('?screen=monthly'), []);
  const drop = (rev: number) => open.send('DELETE', `/api/v1/views/${id}`, { who: 'Ada', reason: '' }, { 'if-match': `"${rev}"` });
  assert.equal((await drop(7)).status, 409);
  assert.equal((await drop(1)).status, 200);
  assert.deepEqual(await views(), []);
  assert.equal((await open.post(`/api/v1/deeds/${seq + 1}/undo`, { who: 'Ada' })).status, 200);
  assert.equal((await views()).length, 1);
  for (const wrong of [
    { query: '<script>' },
    { name: {} },
    { screen: 'atlas' },
    { query: 'a b' },
    { query: 'asOf=9999-01-01' },
    { query: 'asOf=2024-02-30' },
  ])
    assert.equal(
      (await open.post('/api/v1/views', { who: 'Ada', name: { en: 'X' }, screen: 'register', query: 'q=1', ...wrong })).status,
      400,
      JSON.stringify(wrong),
    );
  const byHand = [
    { action: 'create', table: 'saved_view', fields: { name_en: 'X', screen: 'register', query: 'q=1', visibility: 'district' } },
  ];
  assert.equal((await open.post('/api/v1/edits', { who: 'Ada', edits: byHand })).status, 400);
  assert.equal([...open.desk.exportFolder().keys()].filter((path) => path.includes('views')).length, 0);
});

test('a view is offered to its owner, its department or all, and opens to what its opener may know', async () => {
  const house = await openPeopleOffice();
  const { desk, server } = house;
  const send = (method: string, path: string, body: unknown, headers: Headers) => house.send(method, `/api/v1${path}`, body, headers);
  await join(house, 'root', ['system-administrator']);
  const { as: office } = await join(house, 'office', ['programme-office']);
  const { as: works } = await join(house, 'works', ['department-member'], 'works');
  const { as: mate } = await join(house, 'mate', ['department-member'], 'works');
  const { as: reader } = await join(house, 'reader', ['reader']);
  const offered = async (headers: Record<string, string>) => {
    const answer = await fetch(`${server.address}/api/v1/views`, { headers });
    assert.equal(answer.status, 200);
    return viewSchema.savedViews.parse(await answer.json()).items;
  };
  const names = async (headers: Record<string, string>) => (await offered(headers)).map(({ name }) => name.en);
  const save = async (headers: Record<string, string>, name: string, sharedWith: string) => {
    const body = { who: 'x', name: { en: name }, screen: 'register', query: 'noun=project&q=sea', sharedWith };
    return send('POST', '/views', body, headers);
  };
  for (const [name, shared] of [
    ['mine', 'me'],
    ['ours', 'department'],
    ['everyones', 'all'],
  ] as const)
    assert.equal((await save(works, name, shared)).status, 200);
  assert.equal((await save(reader, 'nobodys', 'department')).status, 400, 'who belongs to no department shares with none');
  assert.deepEqual(await names(works), ['mine', 'ours', 'everyones']);
  assert.deepEqual(await names(mate), ['ours', 'everyones']);
  assert.deepEqual(await names(reader), ['everyones']);
  assert.deepEqual(await names(office), ['everyones']);
  assert.equal((await fetch(`${server.address}/api/v1/views`)).status, 401);

  assert.equal((await send('POST', '/reports', { who: 'x', title: { en: 'All' } }, office)).status, 200);
  const [report] = [...desk.register.report.values()];
  assert.equal(report?.visibility, 'district', 'a view of one’s own hides no report');

  const hide = [{ action: 'revise', table: 'project', key: 'sea-wall', rev: 1, fields: { visibility: 'confidential' } }];
  assert.equal((await send('POST', '/edits', { who: 'x', edits: hide }, office)).status, 200);
  const [view] = await offered(reader);
  const opened = async (headers: Record<string, string>) =>
    (
      (await (await fetch(`${server.address}/api/v1/projects?${view?.query.replace('noun=project&', '')}`, { headers })).json()) as {
        total: number;
      }
    ).total;
  assert.ok((await opened(office)) > (await opened(reader)), 'the same view shows a reader less');

  const mine = (await offered(works)).find(({ name }) => name.en === 'mine');
  const drop = (id: string | undefined, headers: Record<string, string>) =>
    send('DELETE', `/views/${id}`, { who: 'x', reason: '' }, { ...headers, 'if-match': '"1"' });
  assert.equal((await drop(mine?.id, mate)).status, 404, 'a view of one’s own is told to nobody');
  assert.equal((await drop((await offered(works))[1]?.id, mate)).status, 403);
  const history = await (await fetch(`${server.address}/api/v1/deeds?limit=50`, { headers: reader })).text();
  assert.ok(!history.includes('mine') && !history.includes('ours'));
  const deeds = (headers: Record<string, string>) => fetch(`${server.address}/api/v1/deeds?limit=5`, { headers });
  assert.equal((await deeds(works)).status, 200);
  assert.equal((await drop(mine?.id, works)).status, 200);
  assert.deepEqual(await names(works), ['ours', 'everyones']);
});
