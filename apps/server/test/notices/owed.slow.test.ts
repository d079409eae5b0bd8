import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { districtSchema, noticeSchema } from '@westgate/contract';
import { Clock, mailsIn, type NoticeOffice, ok, openNotices } from './notice-office.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'westgate-owed-'));
const clock = new Clock('2026-05-04T08:00:00Z');
let office: NoticeOffice = await openNotices(dataDir, clock);
after(async () => {
  await office.close();
  rmSync(dataDir, { recursive: true });
});
const none = { zh: null, en: null };
const ada = await office.join('Ada', ['programme-office'], null);
const off = await office.join('Off', ['programme-office'], null);
const ben = await office.join('Ben', ['department-member'], 'works');
const lea = await office.join('Lea', ['department-lead'], 'works');
const cho = await office.join('Cho', ['department-member'], 'culture');
const NAMES = new Map(Object.entries({ ada, off, ben, lea, cho }).map(([name, { id }]) => [id, name]));

/** The heads of what was sent since the last time, by who got it: `ben: Requested from your department (1)`. */
const seen = new Set<string>();
function fresh(): readonly string[] {
  const mails = mailsIn(dataDir).filter(({ file }) => !seen.has(file));
  for (const { file } of mails) seen.add(file);
  return mails
    .flatMap(({ file, text }) => {
      const [, id = ''] = /\.(p-[0-9a-f]{16})\./.exec(file) ?? [];
      const heads = text.split('\n').filter((line) => /\(\d+\)$/.test(line));
      return heads.map((head) => `${NAMES.get(id)}: ${head}`);
    })
    .sort();
}
const round = async (at: string): Promise<readonly string[]> => {
  clock.set(at);
  await office.server.sendNotices();
  return fresh();
};
const asOperator = (path: string, body: object): Promise<unknown> =>
  ok(office.ask('POST', path, office.operator, { who: 'Seed', ...body }));
let ask = '';
let matter = '';
let mentioned = '';

test('each kind goes once to whom it concerns, with what came after it in the digest of the next day', async () => {
  const past = 'Due, outcome not known (1)';
  assert.deepEqual(await round('2026-05-04T08:00:00Z'), [`ben: ${past}`, `cho: ${past}`, `lea: ${past}`]);
  const asked = await asOperator('projects/sea-wall/asks', { requirement: 'wall-survey-1', dueOn: '2026-05-29' });
  ask = districtSchema.madeReceipt.parse(asked).id;
  const draft = {
    subjectKind: 'project',
    subjectId: 'sea-wall',
    asked: { zh: null, en: 'Close the gap' },
    lead: 'works',
    dueOn: '2026-05-29',
  };
  matter = districtSchema.madeReceipt.parse(await asOperator('supervision', draft)).id;
  assert.deepEqual(await round('2026-05-05T08:00:00Z'), [
    'ben: Action items: next step (1)',
    'ben: Requested from your department (1)',
    'lea: Action items: next step (1)',
    'lea: Requested from your department (1)',
  ]);
  const mail = mailsIn(dataDir).find(({ file }) => file === `2026-05-05.${ben.id}.eml`)?.text ?? '';
  assert.match(
    mail,
    /Tide record · Sea wall between the piers, due 29 May 2026, Ward Works Office\n {2}http\S+\/projects\/sea-wall\?lang=en&edit=need%3Awall-survey-1/,
  );
  assert.match(mail, /Close the gap · Sea wall between the piers, to be acknowledged/);
  const said = { subjectKind: 'project', subjectId: 'sea-wall', words: { zh: null, en: 'look' }, accounts: [cho.id], departments: [] };
  mentioned = districtSchema.madeReceipt.parse(await asOperator('comments', said)).id;
  await asOperator('comments', { ...said, accounts: [ben.id] });
  assert.deepEqual(await round('2026-05-05T10:00:00Z'), ['cho: Comments that mention you (1)'], 'one mail a day: Ben had one');
  await office.close();
  office = await openNotices(dataDir, clock);
  assert.deepEqual(await round('2026-05-06T08:00:00Z'), ['ben: Comments that mention you (1)']);
  assert.deepEqual(await round('2026-05-07T08:00:00Z'), []);
  assert.ok(mentioned !== '');
});

test('who verifies and who decides is told; a gate that can be opened is told to who opens it', async () => {
  const step = (name: string) => asOperator(`supervision/${matter}/steps`, { step: name, on: '2026-05-07', words: none });
  await step('signed-for');
  await step('reported');
  await office.desk.edit([{ action: 'create', table: 'review_rule', fields: { subject_kind: 'project', field: 'note_en' } }], {
    who: 'Seed',
  });
  const change = { subjectKind: 'project', subjectId: 'sea-wall', field: 'note_en', proposed: 'higher', words: none };
  await asOperator('pending-changes', change);
  const form = new FormData();
  const fields = {
    subjectKind: 'project',
    subjectId: 'sea-wall',
    requirement: 'wall-survey-1',
    titleEn: 'Tides',
    on: '2026-05-07',
    who: 'x',
  };
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob(['a,b\n1,2\n']), 'tides.csv');
  const brought = await fetch(`${office.server.address}/api/v1/evidence`, { method: 'POST', headers: office.operator, body: form });
  assert.equal(brought.status, 200, await brought.clone().text());
  assert.deepEqual(await round('2026-05-08T08:00:00Z'), [
    ...['Action items: next step', 'Changes awaiting approval', 'Gates awaiting decision'].map((head) => `ada: ${head} (1)`),
    'lea: Gates awaiting decision (1)',
    ...['Action items: next step', 'Changes awaiting approval', 'Gates awaiting decision'].map((head) => `off: ${head} (1)`),
  ]);
  assert.deepEqual(await round('2026-05-11T08:00:00Z'), []);
});

test('rights withdrawn, a kind turned off, what is answered meanwhile: none of it is sent', async () => {
  clock.set('2026-05-11T19:00:00Z');
  const quiet = await asOperator('supervision', {
    subjectKind: 'project',
    subjectId: 'storm-pump',
    asked: { zh: null, en: 'Paint it' },
    lead: 'works',
    dueOn: '2026-06-30',
  });
  const said = { subjectKind: 'project', subjectId: 'storm-pump', words: { zh: null, en: 'look' }, accounts: [cho.id, lea.id] };
  const comment = districtSchema.madeReceipt.parse(await asOperator('comments', { ...said, departments: [] }));
  const asLea = await office.signIn('Lea');
  const wishes = noticeSchema.wishes.parse(await ok(office.ask('POST', 'account/notices', asLea, { isOn: true, off: ['matter', 'gate'] })));
  assert.deepEqual(wishes.off, ['gate', 'matter']);
  assert.equal((await office.ask('POST', 'account/notices', asLea, { isOn: true, off: ['rumour'] })).status, 400);
  const pump = office.desk.register.project.get('storm-pump' as never);
  const hide = {
    action: 'revise',
    table: 'project',
    key: 'storm-pump',
    rev: pump?.rev ?? 0,
    fields: { visibility: 'department' },
  } as const;
  await office.desk.edit([hide], { who: 'Seed' });
  assert.deepEqual(await round('2026-05-12T08:00:00Z'), ['ben: Action items: next step (1)', 'lea: Comments that mention you (1)']);
  assert.ok(districtSchema.madeReceipt.parse(quiet).id !== '' && comment.id !== '');
  const all = readdirSync(join(dataDir, 'outbox'));
  const kept = all.map((name) => readFileSync(join(dataDir, 'outbox', name), 'utf8')).join('\n');
  assert.doesNotMatch(kept, /Paint|Close the gap|Storm|harbour\.test/, 'what is kept says nothing of what it is about');
});

test('what waits for months is told once, and again only as its day comes near and is past', async () => {
  const told: string[] = [];
  for (let day = 13; day < 100; day += 1) {
    const at = new Date(Date.UTC(2026, 4, day, 8)).toISOString();
    for (const line of await round(at)) told.push(`${at.slice(0, 10)} ${line}`);
  }
  // Of the sea wall a milestone passed long before: that it passes its own date is told too, as of its promise.
  assert.deepEqual(told, [
    '2026-06-25 ben: Due soon: action items or requested documents (1)',
    '2026-07-01 ada: Overdue: action items or requested documents (1)',
    '2026-07-01 ben: Due, outcome not known (2)',
    '2026-07-01 ben: Overdue: action items or requested documents (1)',
    '2026-07-01 lea: Due, outcome not known (2)',
    '2026-07-01 off: Overdue: action items or requested documents (1)',
  ]);
  assert.ok(ask !== '');
  await office.desk.erasePerson(ben.id, 'asked for it');
  assert.ok(![...(await office.desk.outbox.notes()).keys()].some((name) => name.includes(ben.id)));
  assert.equal((await office.desk.verify()).isClean, true);
});
