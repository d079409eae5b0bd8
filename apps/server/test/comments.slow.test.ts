import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentSchema, commonSchema, districtSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from './office.ts';

const office = await openOffice(HARBOUR);
const [aSentence = ''] = [...office.desk.register.sentence.keys()];
const comments = async (of: string) => commentSchema.comments.parse(await office.get(`/api/v1/comments?of=${of}`)).items;
const mentions = async (query = '') => commentSchema.mentions.parse(await office.get(`/api/v1/mentions${query}`)).items;
const send = (who: string, words: string, more: object = {}) =>
  office.post('/api/v1/comments', { who, subjectKind: 'project', subjectId: 'sea-wall', words: { zh: null, en: words }, ...more });
const say = async (who: string, words: string, more: object = {}) => {
  const answer = await send(who, words, more);
  assert.equal(answer.status, 200, await answer.clone().text());
  return districtSchema.madeReceipt.parse(await answer.json());
};
const undo = async (seq: number) => assert.equal((await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' })).status, 200);
const seqOf = async (answer: Response): Promise<number> => {
  assert.equal(answer.status, 200, await answer.clone().text());
  return commonSchema.deed.pick({ seq: true }).parse(await answer.json()).seq;
};

test('comments stand in order on each of the five nouns, an answer behind what it answers, each with its author', async () => {
  const first = await say('Ada', 'who paid for the stone?');
  await say('Li', 'the survey is done');
  await say('Wang', 'the ward did', { replyTo: first.id });
  assert.deepEqual(
    (await comments('project:sea-wall')).map(({ words, said, replyTo }) => [words.en, said?.who, replyTo]),
    [
      ['who paid for the stone?', 'Ada', null],
      ['the ward did', 'Wang', first.id],
      ['the survey is done', 'Li', null],
    ],
  );
  const nouns = { sentence: aSentence, commitment: '', place: '', indicator: '' };
  for (const [kind, id] of Object.entries(nouns)) {
    const [held = ''] = [...office.desk.register[kind as keyof typeof nouns].keys()];
    await say('Ada', `about a ${kind}`, { subjectKind: kind, subjectId: id || held });
    assert.equal((await comments(`${kind}:${id || held}`)).length, 1, kind);
  }
  assert.equal((await office.ask('/api/v1/comments?of=project:nothing')).status, 404);
  assert.equal((await office.ask('/api/v1/comments?of=event:nothing')).status, 404);
  const [deed] = commonSchema.history.parse(await office.get('/api/v1/projects/sea-wall/history')).items;
  assert.equal(deed?.verb, 'comment');
});

test('whom a comment mentions finds it on Today; undone it is gone; what does not fit is refused', async () => {
  const { id, seq } = await say('Ada', 'please look', { departments: ['works', 'works'] });
  assert.deepEqual(
    [(await mentions('?department=works')).map((each) => each.id), (await mentions('?department=culture')).length],
    [[id], 0],
  );
  assert.deepEqual(
    (await mentions())[0]?.departments.map((each) => each.id),
    ['works'],
  );
  await undo(seq);
  assert.equal((await mentions()).length, 0);
  const onPlace = {
    subjectKind: 'place',
    subjectId: [...office.desk.register.place.keys()][0],
    replyTo: (await comments('project:sea-wall'))[0]?.id,
  };
  for (const bad of [
    { words: { zh: null, en: '  ' } },
    { subjectId: 'nothing' },
    { departments: ['nobody'] },
    { accounts: ['p-0000000000000000'] },
    { replyTo: 'nothing' },
    onPlace,
  ]) {
    const refused = await send('Ada', 'x', bad);
    assert.equal(refused.status, 400, JSON.stringify(bad));
    assert.ok(!(await refused.text()).includes('project:sea-wall'), 'nothing is told of where the answered one stands');
  }
  const [held] = await comments('project:sea-wall');
  const byHand = { action: 'revise', table: 'comment', key: held?.id, rev: 1, fields: { words_en: 'something else' } };
  assert.equal((await office.post('/api/v1/edits', { who: 'Li', edits: [byHand] })).status, 400, 'nobody changes what another said');
});

test('one withdraws one’s own and no other; an answered one keeps its place; undo brings its words back', async () => {
  const { id } = await say('Ada', 'is it late?', { departments: ['works'] });
  const withdraw = (who: string, comment = id) => office.post(`/api/v1/comments/${comment}/withdrawal`, { who });
  assert.equal((await withdraw('Li')).status, 403);
  assert.equal((await withdraw('Li', 'nothing')).status, 404);
  const seq = await seqOf(await withdraw('Ada'));
  assert.ok(!(await comments('project:sea-wall')).some((each) => each.id === id));
  assert.equal((await mentions()).length, 0);
  assert.equal((await withdraw('Ada')).status, 400, 'it is withdrawn already');
  await undo(seq);
  assert.deepEqual(
    (await mentions()).map(({ words }) => words.en),
    ['is it late?'],
  );
  await say('Li', 'no', { replyTo: id });
  await seqOf(await withdraw('Ada'));
  const left = (await comments('project:sea-wall')).find((each) => each.id === id);
  assert.deepEqual(left?.words, { zh: null, en: null });
});

test('nothing of a comment is published, found by search or told in the lists; the folder of the office carries it', async () => {
  await say('Ada', 'zyxwhisper');
  for (const path of ['publication', 'search?q=zyxwhisper', 'exports/projects.csv', 'projects/sea-wall', 'brief'])
    assert.ok(!(await (await office.ask(`/api/v1/${path}`)).text()).replace('"q":"zyxwhisper"', '').includes('zyxwhisper'), path);
  const folder = office.desk.exportFolder();
  assert.match(folder.get('programme/comments.csv') ?? '', /zyxwhisper/);
  assert.equal((await office.desk.importFolder(folder, { who: 'Ada' })).seq, null);
});
