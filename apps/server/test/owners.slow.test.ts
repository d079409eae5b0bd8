import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf } from '@westgate/base';
import { districtSchema, loopSchema, ownersSchema } from '@westgate/contract';
import { act } from '@westgate/desk';
import { jpeg } from './evidence/sample-files.ts';
import { join, openPeopleOffice } from './people-office.ts';

/** Late on a Tuesday in Berlin: weekly reports were due on the Friday before. */
let today = new Date(Date.UTC(2026, 4, 12, 21));
const now = () => today;
const house = await openPeopleOffice({ now });
const { desk, server } = house;
const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
  fetch(`${server.address}/api/v1/${path}`, {
    method,
    headers: { ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
const found = [...desk.register.project.values()].find(({ lead }) => lead !== null);
const [project, lead] = [found?.id ?? '', found?.lead ?? ''];
const other = [...desk.register.department.keys()].find((id) => id !== lead) ?? '';

const office = await join(house, 'Ada', null);
const ben = await join(house, 'Ben', ['department-member'], lead);
const cho = await join(house, 'Cho', ['department-member'], other);
const rules = { subject_kind: 'project', cadence: 'weekly', asked_from: '2026-05-04', near_days: 1, window_days: 2, escalate_days: 5 };
await desk.edit([{ action: 'create', table: 'update_rule', fields: rules }], { who: office.id });
const namesFor = async (as: Record<string, string>) => {
  const { items } = ownersSchema.colleagues.parse(await (await ask('GET', 'colleagues', as)).json());
  return items.map(({ name }) => name).sort();
};
const todayOf = async (as: Record<string, string>, query = '') =>
  loopSchema.today.parse(await (await ask('GET', `today${query}`, as)).json());

test('names are told to the office and within the department; Today shows what one person answers for', async () => {
  assert.deepEqual(await namesFor(office.as), ['Ada', 'Ben', 'Cho']);
  assert.deepEqual(await namesFor(ben.as), ['Ben']);
  assert.equal((await ask('GET', 'colleagues', {})).status, 401);
  const subjects = [{ kind: 'project', id: project }];
  assert.equal((await ask('POST', 'owners', ben.as, { who: 'Ben', person: ben.id, subjects })).status, 403);
  assert.equal((await ask('POST', 'owners', office.as, { who: 'Ada', person: cho.id, subjects })).status, 400);
  const named = await ask('POST', 'owners', office.as, { who: 'Ada', person: ben.id, subjects });
  assert.equal(districtSchema.countReceipt.parse(await named.json()).count, 1);
  const mine = await todayOf(ben.as, `?person=${ben.id}`);
  assert.deepEqual(
    mine.rows.map(({ thing, reporting }) => [thing.id, reporting.person]),
    [[project, ben.id]],
  );
  assert.ok(!JSON.stringify(await todayOf(cho.as)).includes('Ben'), 'a light names a department, no person');
});

test('within its reply window a department sees that it is late, and nobody else does', async () => {
  const standings = async (as: Record<string, string>) => {
    const row = (await todayOf(as, '?limit=500')).rows.find(({ thing }) => thing.id === project);
    return row?.reporting.standing?.name;
  };
  assert.deepEqual(await Promise.all([ben.as, cho.as, office.as].map(standings)), ['late', 'open', 'open']);
  today = new Date(Date.UTC(2026, 4, 12, 23));
  assert.deepEqual(await Promise.all([ben.as, cho.as, office.as].map(standings)), ['overdue', 'overdue', 'overdue']);
});

test('a body outside the district reports by its link with a photo, and by no other', async () => {
  const draft = { who: 'Ada', subjectKind: 'project', subjectId: project, body: { zh: null, en: 'Harbour Company' } };
  const expiresOn = addDays(dayOf('2026-05-13'), 7);
  assert.equal((await ask('POST', 'outside-links', cho.as, { ...draft, expiresOn })).status, 403);
  const made = districtSchema.openedReceipt.parse(await (await ask('POST', 'outside-links', office.as, { ...draft, expiresOn })).json());
  const link = { 'westgate-link': made.link?.split('#')[1] ?? '' };
  const task = ownersSchema.outsideTask.parse(await (await ask('GET', 'outside', link)).json());
  assert.deepEqual([task.thing.id, task.body.en, task.last], [project, 'Harbour Company', null]);
  for (const wrong of [{}, { 'westgate-link': 'x' }, { 'westgate-link': `${link['westgate-link']}A` }])
    assert.ok([400, 410].includes((await ask('GET', 'outside', wrong)).status));
  const report = { who: 'Eve', unchanged: false, step: 'under-way', words: { zh: null, en: 'Piles driven' } };
  assert.equal((await ask('POST', 'outside/report', {}, report)).status, 400);
  assert.equal((await ask('POST', 'outside/report', link, { ...report, who: office.id })).status, 400, 'nobody speaks as an account');
  const reported = await ask('POST', 'outside/report', link, report);
  assert.equal(reported.status, 200, await reported.clone().text());
  const form = new FormData();
  form.set('who', 'Eve');
  form.set('file', new File([new Uint8Array(jpeg())], 'piles.jpg', { type: 'image/jpeg' }));
  const brought = await ask('POST', 'outside/evidence', link, form);
  assert.equal(brought.status, 200, await brought.clone().text());
  const evidence = [...desk.register.evidence.values()].at(-1);
  assert.deepEqual([evidence?.subject_id, evidence?.file_name, evidence?.note_en], [project, 'piles.jpg', 'Harbour Company']);
  const row = (await todayOf(ben.as)).rows.find(({ thing }) => thing.id === project);
  assert.deepEqual([row?.reporting.standing?.name, row?.reporting.last?.outside.en], ['given', 'Harbour Company']);
  const { items } = ownersSchema.outsideLinks.parse(await (await ask('GET', `outside-links?kind=project&id=${project}`, ben.as)).json());
  assert.ok(!JSON.stringify(items).includes(link['westgate-link']) && items.length === 1);
  const taken = await ask('DELETE', `outside-links/${made.id}`, { ...office.as, 'if-match': `"${items[0]?.rev}"` }, { who: 'Ada' });
  assert.equal(taken.status, 200);
  assert.equal((await ask('POST', 'outside/report', link, report)).status, 410);
  assert.equal((await ask('GET', 'outside-links?kind=project&id=nowhere', {})).status, 401);
});

test('whatever name a body gives, what it does is signed as of a body outside: never as an account, a program or somebody of the office', async () => {
  const body = { zh: null, en: 'Harbour Company' };
  const draft = { who: 'Ada', subjectKind: 'project', subjectId: project, body, expiresOn: addDays(dayOf('2026-05-13'), 7) };
  const made = districtSchema.openedReceipt.parse(await (await ask('POST', 'outside-links', office.as, draft)).json());
  const link = { 'westgate-link': made.link?.split('#')[1] ?? '' };
  const names = [
    'Ada',
    'ada',
    'Ben',
    office.id,
    ben.id,
    'westgate',
    'Westgate',
    'WESTGATE',
    'outside:Ada',
    'Аda',
    'Ada\u200b',
    'A\nda',
    'Eve',
  ];
  const byReport = (who: string) =>
    ask('POST', 'outside/report', link, { who, unchanged: true, step: null, words: { zh: null, en: null } });
  const byFile = (who: string) => {
    const form = new FormData();
    form.set('who', who);
    form.set('file', new File([new Uint8Array(jpeg())], 'piles.jpg', { type: 'image/jpeg' }));
    return ask('POST', 'outside/evidence', link, form);
  };
  const others = new Set([...names.filter((name) => name !== 'Eve'), ...desk.register.account.keys()]);
  const done = new Map<string, number>();
  for (const by of [byReport, byFile]) {
    for (const name of names) {
      const before = desk.seq;
      const answer = await by(name);
      if (answer.status === 400) {
        assert.equal(desk.seq, before, `${name} was refused, and nothing was done`);
        continue;
      }
      assert.equal(answer.status, 200, await answer.clone().text());
      const { who } = (await desk.deed(desk.seq)) ?? assert.fail();
      assert.deepEqual([desk.seq, who], [before + 1, `outside:${name} (Harbour Company)`]);
      assert.ok(!others.has(who ?? ''));
      done.set(name, (done.get(name) ?? 0) + 1);
    }
  }
  assert.deepEqual([done.get('Ada'), done.get('Eve')], [2, 2], 'somebody outside may be called as somebody inside');
  for (const name of [office.id, ben.id, 'Аda', 'Ada\u200b', 'A\nda'])
    assert.equal(done.has(name), false, `${JSON.stringify(name)} is refused`);
  const report = await todayOf(ben.as);
  const said = report.rows.find(({ thing }) => thing.id === project)?.reporting;
  assert.deepEqual([said?.last?.outside.en, said?.person], ['Harbour Company', ben.id], 'whoever answers for the record is still the same');
  await assert.rejects(desk.edit([], { who: 'outside:Ada (Harbour Company)' }), 'nobody inside signs as a body outside');
});

test('two reports of one day stand in the order they came', async () => {
  const draft = { subjectKind: 'project', subjectId: project, unchanged: true, step: null, forecastOn: null, waitsFor: null } as const;
  const updates = [{ ...draft, words: { zh: null, en: null } }];
  await act(desk, 'report-updates', { updates }, { who: ben.id }, { today: dayOf('2026-05-13'), reader: null, name: 'Ben' });
  const row = (await todayOf(ben.as)).rows.find(({ thing }) => thing.id === project);
  assert.equal(row?.reporting.last?.words.en, 'Piles driven', '"no change" confirms what the body said');
});
