import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentSchema, commonSchema, districtSchema, followSchema, ownersSchema } from '@westgate/contract';
import { type Headers, join, openPeopleOffice } from './people-office.ts';

const house = await openPeopleOffice();
const { desk, server } = house;
const post = (path: string, body: unknown, headers: Headers) => house.post(`/api/v1/${path}`, body, headers);
await join(house, 'boss', ['system-administrator']);
const { as: office } = await join(house, 'office', ['programme-office']);
const { as: second } = await join(house, 'second', ['programme-office']);
const { as: member } = await join(house, 'member', ['department-member'], 'works');
const { as: other } = await join(house, 'other', ['department-member'], 'culture');
const { as: lead } = await join(house, 'lead', ['department-lead'], 'works');
const { as: reader } = await join(house, 'reader', ['reader']);

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date());
const matter = {
  who: 'x',
  subjectKind: 'project',
  subjectId: 'sea-wall',
  asked: { zh: null, en: 'Close the gap' },
  lead: 'works',
  dueOn: '2026-01-30',
};
const register = async (): Promise<string> => {
  const answer = await post('supervision', matter, office);
  assert.equal(answer.status, 200, await answer.clone().text());
  return districtSchema.madeReceipt.parse(await answer.json()).id;
};
const step = (id: string, name: string, headers: Headers) =>
  post(`supervision/${id}/steps`, { who: 'x', step: name, on: today, words: { zh: null, en: 'so' } }, headers);
const seqOf = async (answer: Response): Promise<number> => {
  assert.equal(answer.status, 200, await answer.clone().text());
  return commonSchema.deed.pick({ seq: true }).parse(await answer.json()).seq;
};

test('the office registers, verifies, returns and closes; the lead department signs for it and reports; nobody else does', async () => {
  for (const headers of [member, lead, other, reader]) assert.equal((await post('supervision', matter, headers)).status, 403);
  const id = await register();
  for (const headers of [other, reader]) assert.equal((await step(id, 'signed-for', headers)).status, 403);
  await seqOf(await step(id, 'signed-for', member));
  assert.equal((await step(id, 'reported', other)).status, 403);
  const reported = await seqOf(await step(id, 'reported', lead));
  for (const headers of [member, lead, other]) {
    assert.equal((await step(id, 'verified', headers)).status, headers === lead ? 409 : 403);
    assert.equal((await step(id, 'returned', headers)).status, headers === lead ? 409 : 403);
  }
  const verified = await seqOf(await step(id, 'verified', office));
  assert.equal((await post(`deeds/${verified}/undo`, { who: 'x' }, member)).status, 403, 'nor does the department take that back');
  await seqOf(await post(`deeds/${verified}/undo`, { who: 'x' }, second));
  assert.equal((await post(`deeds/${reported}/undo`, { who: 'x' }, other)).status, 403);
  await seqOf(await post(`deeds/${reported}/undo`, { who: 'x' }, member));
  const revision = { action: 'revise', table: 'supervision', key: id, rev: 1, fields: { due_on: '2027-01-29' } };
  assert.equal((await post('edits', { who: 'x', edits: [revision] }, lead)).status, 403, 'who is supervised does not put off the day');
});

test('who reported under an account is known by the account, whatever the name: another of the office verifies', async () => {
  const id = await register();
  await seqOf(await step(id, 'signed-for', office));
  await seqOf(await step(id, 'reported', office));
  for (const name of ['verified', 'returned']) {
    const answer = await step(id, name, office);
    const problem = commonSchema.problem.parse(await answer.json());
    assert.deepEqual([answer.status, problem.code, problem.details?.why], [409, 'WG_STEP_REFUSED', 'same-person']);
  }
  await seqOf(await step(id, 'verified', second));
});

test('who is mentioned by account finds it, and nobody else; no name stands in the rows; one takes back one’s own alone', async () => {
  const get = async (path: string, headers: Headers): Promise<unknown> => {
    const answer = await fetch(`${server.address}/api/v1/${path}`, { headers });
    assert.equal(answer.status, 200, path);
    return answer.json();
  };
  const { items } = ownersSchema.colleagues.parse(await get('colleagues', office));
  const toMember = items.find(({ name }) => name === 'member')?.id ?? '';
  const draft = { who: 'x', subjectKind: 'project', subjectId: 'sea-wall', words: { zh: null, en: 'please look' }, accounts: [toMember] };
  const sent = await post('comments', draft, reader);
  assert.equal(sent.status, 200, await sent.clone().text());
  const { id, seq } = districtSchema.madeReceipt.parse(await sent.json());
  const mentioned = async (headers: Headers) => commentSchema.mentions.parse(await get('mentions', headers)).items;
  assert.deepEqual(
    (await mentioned(member)).map((each) => [each.id, each.persons[0]?.name, each.isOwn]),
    [[id, 'member', false]],
  );
  for (const headers of [other, office, reader]) assert.deepEqual(await mentioned(headers), []);
  const seen = commentSchema.comments.parse(await get('comments?of=project:sea-wall', other)).items;
  assert.deepEqual(seen.at(-1)?.persons, [{ id: toMember, name: null }], 'names are for those who may know them');
  assert.ok(!JSON.stringify(desk.register.comment.get(id as never)).includes('member'));
  for (const headers of [member, lead, other]) {
    assert.equal((await post(`comments/${id}/withdrawal`, { who: 'x' }, headers)).status, 403);
    assert.equal((await post(`deeds/${seq}/undo`, { who: 'x' }, headers)).status, 403);
  }
  await seqOf(await post(`comments/${id}/withdrawal`, { who: 'x' }, reader));
  assert.deepEqual(await mentioned(member), []);
  assert.equal((await fetch(`${server.address}/api/v1/comments?of=project:sea-wall`)).status, 401, 'the public is told nothing');
});

test('what one follows lies with the account, is told since a deed, and nothing of it is a deed', async () => {
  const get = async (path: string, headers: Headers) => (await fetch(`${server.address}/api/v1/${path}`, { headers })).json();
  const before = desk.seq;
  const follow = (of: string, isFollowed: boolean, headers: Headers) => post('account/follows', { of, isFollowed }, headers);
  assert.equal((await follow('project:sea-wall', true, member)).status, 200);
  assert.equal((await follow('project:sea-wall', true, member)).status, 200);
  assert.deepEqual(await get('account/follows', member), { items: ['project:sea-wall'] });
  assert.deepEqual(await get('account/follows', other), { items: [] }, 'each has their own');
  for (const bad of ['sea-wall', 'rumour:sea-wall', 'project:']) assert.equal((await follow(bad, true, member)).status, 400, bad);
  assert.equal(desk.seq, before);
  const since = async (after: number) =>
    followSchema.followed.parse(await get(`followed?of=project:sea-wall,project:gone&after=${after}`, member)).items;
  assert.deepEqual(await since(before), []);
  const update = { subjectKind: 'project', subjectId: 'sea-wall', unchanged: true };
  await seqOf(await post('updates', { who: 'x', updates: [update] }, member));
  assert.deepEqual(
    (await since(before)).map(({ thing, verb, count }) => [thing.id, verb, count]),
    [['sea-wall', 'report-update', 1]],
  );
  assert.equal((await follow('project:sea-wall', false, member)).status, 200);
  assert.deepEqual(await get('account/follows', member), { items: [] });
});
