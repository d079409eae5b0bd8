import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, districtSchema, gateSchema, loopSchema, ownersSchema, supervisionSchema } from '@westgate/contract';
import { pdf } from './evidence/sample-files.ts';
import { type Headers, join, openPeopleOffice } from './people-office.ts';

const house = await openPeopleOffice();
const { desk, server } = house;
const post = (path: string, body: unknown, headers: Headers) => house.post(`/api/v1/${path}`, body, headers);
await join(house, 'boss', ['system-administrator']);
const { as: office } = await join(house, 'office', ['programme-office']);
const { as: member } = await join(house, 'member', ['department-member'], 'works');
const { as: other } = await join(house, 'other', ['department-lead'], 'culture');
const { as: lead } = await join(house, 'lead', ['department-lead'], 'works');
const { as: reader } = await join(house, 'reader', ['reader']);

const get = async (path: string, headers: Headers): Promise<unknown> => {
  const answer = await fetch(`${server.address}/api/v1/${path}`, { headers });
  assert.equal(answer.status, 200, path);
  return answer.json();
};
const standing = async () => gateSchema.standing.parse(await get('projects/sea-wall/gates', office));
const need = async (id: string) => (await standing()).rungs.flatMap(({ needs }) => needs).find(({ requirement }) => requirement.id === id);
const today = async (department: string, headers: Headers) => loopSchema.today.parse(await get(`today?department=${department}`, headers));
const matter = async (id: string) => supervisionSchema.matterDetail.parse(await get(`supervision/${id}`, office));
const FAR = '2099-12-31';
const ask = (more: object = {}, headers: Headers = office) =>
  post('projects/sea-wall/asks', { who: 'x', requirement: 'wall-survey-1', dueOn: FAR, ...more }, headers);
const asked = async (more: object = {}) => {
  const answer = await ask(more);
  assert.equal(answer.status, 200, await answer.clone().text());
  return districtSchema.madeReceipt.parse(await answer.json());
};
const undo = async (seq: number, headers: Headers = office): Promise<number> => {
  const answer = await post(`deeds/${seq}/undo`, { who: 'x' }, headers);
  assert.equal(answer.status, 200, await answer.clone().text());
  return commonSchema.deed.pick({ seq: true }).parse(await answer.json()).seq;
};
const refused = async (answer: Response) => {
  const problem = commonSchema.problem.parse(await answer.json());
  return [answer.status, problem.code, problem.details?.why ?? problem.details?.field ?? null];
};
const bring = (headers: Headers) => {
  const form = new FormData();
  const fields = {
    subjectKind: 'project',
    subjectId: 'sea-wall',
    requirement: 'wall-survey-1',
    titleEn: 'Tides',
    on: '2025-01-31',
    who: 'x',
  };
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(pdf('tides'))]), 'tides.pdf');
  return fetch(`${server.address}/api/v1/evidence`, { method: 'POST', headers, body: form });
};

test('the office asks who can supply it; it stands on the Today of that department until it is brought; one undo takes the ask back', async () => {
  for (const headers of [member, lead, other, reader]) assert.equal((await ask({}, headers)).status, 403);
  const { askBy } = await standing();
  assert.deepEqual([askBy.length, askBy.filter(({ isUsual }) => isUsual).length], [6, 1]);
  const { id, seq } = await asked({ words: { zh: null, en: 'of last winter, please' } });
  const told = (await need('wall-survey-1'))?.ask;
  assert.deepEqual([told?.matter, told?.of.id, told?.dueOn, told?.lateBy], [id, 'works', FAR, 0]);
  const held = await matter(id);
  assert.deepEqual(
    [held.asked.en, held.stands, held.next, held.owedBy, held.ask?.requirement, held.ask?.answer, held.registered?.seq],
    ['Tide record: of last winter, please', 'registered', [], 'lead', 'wall-survey-1', null, seq],
  );
  assert.ok((await today('works', member)).matters.some((each) => each.id === id));
  assert.ok(!(await today('culture', other)).matters.some((each) => each.id === id));
  const [gate] = (await today('works', member)).gates.filter(({ project }) => project.id === 'sea-wall');
  assert.deepEqual([gate?.gate.id, gate?.missing[0]?.askedBy], ['wall-survey', FAR]);

  const again = await ask({ dueOn: '2098-12-31' });
  const problem = commonSchema.problem.parse(await again.clone().json());
  assert.deepEqual([...(await refused(again)), problem.details?.matter], [409, 'WG_STEP_REFUSED', 'already-asked', id]);
  const step = await post(`supervision/${id}/steps`, { who: 'x', step: 'signed-for', on: held.registeredOn }, office);
  assert.deepEqual(await refused(step), [409, 'WG_STEP_REFUSED', 'ask']);

  assert.equal((await bring(other)).status, 403, 'another department does not supply it');
  const brought = await bring(member);
  assert.equal(brought.status, 200, await brought.clone().text());
  const answered = await matter(id);
  assert.deepEqual([answered.stands, answered.light, answered.owedBy, answered.ask?.answer?.why], ['answered', 'closed', null, 'supplied']);
  assert.ok(!(await today('works', member)).matters.some((each) => each.id === id));
  const [ready] = (await today('works', member)).gates.filter(({ project }) => project.id === 'sea-wall');
  assert.equal(ready?.missingCount, 0, 'the gate waits to be opened');
  const deed = commonSchema.deed.pick({ seq: true }).parse(await brought.json()).seq;
  const undone = await undo(deed, member);
  assert.equal((await matter(id)).stands, 'registered', 'what is taken back is asked for again');
  await undo(undone, member);
  assert.equal((await post('projects/sea-wall/gates/wall-survey/pass', { who: 'x', on: held.registeredOn }, office)).status, 200);
  assert.equal((await matter(id)).ask?.answer?.why, 'passed');
  assert.equal((await ask()).status, 400, 'what is there is not asked for');
  assert.equal((await post(`deeds/${seq}/undo`, { who: 'x' }, member)).status, 403);
  await undo(seq);
  assert.equal((await fetch(`${server.address}/api/v1/supervision/${id}`, { headers: office })).status, 404);
  assert.equal((await desk.verify()).isClean, true);
});

test('a decision is asked of who decides it; what does not fit is refused and nothing is stored', async () => {
  const before = desk.seq;
  const entry = { requirement: 'wall-entry-2' };
  for (const [more, field] of [
    [{ ...entry, department: 'works' }, 'department'],
    [{ ...entry, department: 'nobody' }, 'department'],
    [{ ...entry, dueOn: '2020-01-01' }, 'dueOn'],
    [{ requirement: 'wall-survey-1' }, 'requirement'],
    [{ requirement: 'yard-ask-1' }, 'requirement'],
    [{ requirement: 'no such' }, 'requirement'],
  ] as const)
    assert.deepEqual(await refused(await ask(more)), [400, 'WG_INPUT_INVALID', field]);
  assert.equal((await post('projects/nowhere/asks', { who: 'x', ...entry, dueOn: FAR }, office)).status, 404);
  const fields = {
    subject_kind: 'project',
    subject_id: 'sea-wall',
    asked_en: 'x',
    lead: 'works',
    due_on: FAR,
    registered_on: '2026-01-01',
    requirement: 'wall-entry-1',
  };
  const byHand = await post('edits', { who: 'x', edits: [{ action: 'create', table: 'supervision', fields }] }, office);
  assert.deepEqual(await refused(byHand), [400, 'WG_INPUT_INVALID', 'requirement']);
  assert.equal(desk.seq, before);
  const { id } = await asked(entry);
  assert.equal((await matter(id)).lead.id, 'housing');
  assert.deepEqual(
    (await need('wall-entry-1'))?.mayBeAsked.map((each) => each.id),
    ['works'],
  );
});

test('what owners supply is asked of the lead department, and brought by the link of the body as just that paper', async () => {
  const paper = {
    id: 'owner-deed',
    gate: 'wall-entry',
    position: 3,
    kind: 'evidence',
    name_en: 'Deed of the owner',
    supplied_by: 'owners',
  };
  await desk.edit([{ action: 'create', table: 'requirement', fields: paper }], { who: 'Ada' });
  const expiresOn = new Date(Date.now() + 86_400_000 * 9).toISOString().slice(0, 10);
  const made = await post(
    'outside-links',
    { who: 'x', subjectKind: 'project', subjectId: 'sea-wall', body: { zh: null, en: 'Harbour Company' }, expiresOn },
    office,
  );
  assert.equal(made.status, 200, await made.clone().text());
  const link = { 'westgate-link': districtSchema.openedReceipt.parse(await made.json()).link?.split('#')[1] ?? '' };
  const askedOf = async () => ownersSchema.outsideTask.parse(await get('outside', link)).asked.map(({ requirement }) => requirement);
  assert.deepEqual(await askedOf(), [], 'a body is shown nothing that it was not asked for');
  const { id } = await asked({ requirement: 'owner-deed' });
  assert.deepEqual([(await matter(id)).lead.id, await askedOf()], ['works', ['owner-deed']]);
  const send = (requirement: string) => {
    const form = new FormData();
    form.set('who', 'Eve');
    form.set('requirement', requirement);
    form.append('file', new Blob([new Uint8Array(pdf('deed'))]), 'deed.pdf');
    return fetch(`${server.address}/api/v1/outside/evidence`, { method: 'POST', headers: link, body: form });
  };
  assert.deepEqual(await refused(await send('wall-entry-1')), [400, 'WG_INPUT_INVALID', 'requirement']);
  assert.equal((await send('owner-deed')).status, 200);
  assert.deepEqual([(await matter(id)).stands, await askedOf()], ['answered', []]);
});

test('a no answers an ask, which keeps whom it asks; nobody is asked who may not know of the project', async () => {
  const open = (await need('wall-entry-2'))?.ask?.matter ?? '';
  const { registeredOn, rev } = await matter(open);
  const moved = { action: 'revise', table: 'supervision', key: open, rev, fields: { lead: 'culture' } };
  assert.deepEqual(await refused(await post('edits', { who: 'x', edits: [moved] }, office)), [400, 'WG_INPUT_INVALID', null]);

  const no = {
    who: 'x',
    requirement: 'wall-entry-2',
    answer: 'no',
    words: { zh: null, en: 'not here' },
    on: registeredOn,
    department: 'housing',
  };
  const said = await post('projects/sea-wall/answers', no, office);
  assert.equal(said.status, 200, await said.clone().text());
  const { stands, light, ask: answered } = await matter(open);
  assert.deepEqual([stands, light, answered?.answer?.why], ['answered', 'closed', 'answered']);
  assert.equal((await need('wall-entry-2'))?.ask, null, 'it is not said to be asked for any more, and may be asked for anew');
  assert.deepEqual(await refused(await ask({ requirement: 'wall-entry-2' })), [409, 'WG_STEP_REFUSED', 'answered-today']);
  await undo(commonSchema.deed.pick({ seq: true }).parse(await said.json()).seq);
  assert.equal((await matter(open)).stands, 'registered');

  const wall = desk.register.project.get('sea-wall' as never);
  const hidden = {
    action: 'revise',
    table: 'project',
    key: 'sea-wall',
    rev: wall?.rev ?? 0,
    fields: { visibility: 'department' },
  } as const;
  await desk.edit([hidden], { who: 'Ada' });
  const able = async (id: string) => (await need(id))?.mayBeAsked.map((each) => each.id);
  assert.deepEqual([await able('wall-entry-1'), await able('wall-entry-2')], [['works'], []]);
  await desk.undo(desk.seq, { who: 'Ada' });
});

test('an ask goes into a folder and comes back, and goes with what it asks for', async () => {
  const folder = desk.exportFolder();
  assert.match(folder.get('programme/supervision.csv') ?? '', /wall-entry-2/);
  assert.equal((await desk.importFolder(folder, { who: 'Ada' })).seq, null, 'nothing differs');
  const [row] = [...desk.register.supervision.values()];
  assert.equal(row?.requirement, 'wall-entry-2');
  const requirement = desk.register.requirement.get('wall-entry-2' as never);
  const gone = { action: 'withdraw', table: 'requirement', key: 'wall-entry-2', rev: requirement?.rev ?? 0, withAll: true } as const;
  await desk.edit([gone], { who: 'Ada' });
  assert.equal(desk.register.supervision.has(row?.id as never), false);
  await desk.undo(desk.seq, { who: 'Ada' });
  assert.equal(desk.register.supervision.get(row?.id as never)?.requirement, 'wall-entry-2');
  assert.equal((await desk.verify()).isClean, true);
});
