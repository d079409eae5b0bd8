import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Publishing, runSchema } from '@westgate/contract';
import { notifierSettings } from '@westgate/server';
import { Clock, type NoticeOffice, openNotices, wordsOf } from './notices/notice-office.ts';
import { receiveMails } from './notices/receivers.ts';
import { until } from './until.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'westgate-follow-'));
const mail = await receiveMails();
const clock = new Clock('2026-05-04T08:30:00Z');
const settings = notifierSettings({
  WESTGATE_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
  WESTGATE_MAIL_FROM: 'westgate@harbour.test',
});
let office: NoticeOffice = await openNotices(dataDir, clock, settings);
after(async () => {
  await office.close();
  mail.close();
  rmSync(dataDir, { recursive: true });
});

const ADDRESS = 'Reader.One@outside.test';
const [COMMITMENT] = [...office.desk.register.commitment.values()].filter(({ visibility }) => visibility === 'public');
assert.ok(COMMITMENT);
const ABOUT = `commitment:${COMMITMENT.id}`;
const LONG_ENOUGH_MS = 5_000;
const FORM = 'application/x-www-form-urlencoded';

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(office.server.address + path, init);
const opened = async (about = ABOUT): Promise<string> => {
  const html = await (await ask(`/public/follow/new?about=${encodeURIComponent(about)}&lang=en`)).text();
  return /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
};
const sent = (fields: Readonly<Record<string, string>>): Promise<Response> =>
  ask('/public/follow/new?lang=en', {
    method: 'POST',
    headers: { 'content-type': FORM },
    body: new URLSearchParams({ about: ABOUT, lang: 'en', ...fields }).toString(),
  });
/** Asks for updates; gives what is answered. */
const asked = async (address: string, about = ABOUT): Promise<string> => {
  const token = await opened(about);
  clock.now = new Date(clock.now.getTime() + LONG_ENOUGH_MS);
  const answer = await sent({ token, address, about });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.text();
};
const linkIn = (data: string, what: string): string => {
  const text = wordsOf(data);
  const [link = ''] = new RegExp(`https?://[^\\s]*/public/follow/${what}\\?[^\\s]*`).exec(text) ?? [];
  return link.replace(/^https?:\/\/[^/]*/, '');
};
const lastTo = (address: string): string => mail.mails.filter(({ to }) => to === address).at(-1)?.data ?? '';
const publish = async (): Promise<void> => {
  clock.now = new Date(clock.now.getTime() + 1_000);
  const body = { kind: 'public-pages', ask: { to: 'server' } };
  const { id } = runSchema.run.parse(await (await office.ask('POST', 'runs', office.operator, body)).json());
  await until(async () => {
    const runs = runSchema.runs.parse(await (await office.ask('GET', 'runs', office.operator)).json());
    const found = runs.items.find((run) => run.id === id);
    assert.notEqual(found?.state, 'failed', JSON.stringify(found?.fault));
    return found?.state === 'done';
  });
  await sleep(1_100);
};
/** An outcome on the commitment that the next publication tells. */
const happens = async (note: string): Promise<void> => {
  const subject = { subject_kind: 'commitment', subject_id: COMMITMENT.id };
  const fields = { ...subject, what: 'progress', dates: '2026-04', confidence: 'high', note_en: note, visibility: 'public' };
  await office.desk.edit([{ action: 'create', table: 'outcome', fields }], { who: 'westgate' });
};
const followers = async (): Promise<Publishing['followers']> =>
  ((await (await office.ask('GET', 'publishing', office.operator)).json()) as Publishing).followers;
/** Every byte of the data folder that is text of ours, and everything that is exported. */
const everything = async (): Promise<string> => {
  const read = (folder: string): string =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isFile())
      .map((entry) => (entry.isDirectory() ? read(join(folder, entry.name)) : readFileSync(join(folder, entry.name), 'latin1')))
      .join('\n');
  const exported = await (await office.ask('GET', 'exports/journal.jsonl', office.operator)).text();
  return read(dataDir) + exported + JSON.stringify(await office.desk.deeds(50));
};

await publish();

test('the page of a record leads to a form of one field; nothing is sent before the link in the mail is confirmed, and opening it confirms nothing', async () => {
  const page = await (await ask(`/public/commitments/${COMMITMENT.id.toLowerCase()}.html`)).text();
  assert.match(page, /follow\/new\?about=commitment:/);
  assert.match(await asked(ADDRESS), /a message with a link is on its way/);
  await until(async () => lastTo(ADDRESS) !== '');
  const data = lastTo(ADDRESS);
  assert.doesNotMatch(data, /List-Unsubscribe/i);
  const link = linkIn(data, 'confirm');
  assert.match(link, /lang=en/);
  assert.match(await (await ask(link)).text(), /Reader\.One@outside\.test/);
  assert.equal((await followers()).people, 0);
  const altered = link.replace(/of=(.{20}).(.)/, 'of=$1$2A');
  assert.equal((await ask(altered, { method: 'POST', headers: { 'content-type': FORM }, body: '' })).status, 404);
  const answer = await ask(link, { method: 'POST', headers: { 'content-type': FORM }, body: '' });
  assert.equal(answer.status, 200, await answer.clone().text());
  assert.match(await answer.text(), /Confirmed/);
  assert.deepEqual(
    (await followers()).records.map(({ thing, count }) => [thing.id, count]),
    [[COMMITMENT.id, 1]],
  );
});

test('an address that follows is answered as one that does not; three mails a day ask one address, and a link of four days ago is spent', async () => {
  const [known, unknown] = [await asked(ADDRESS), await asked('nobody@outside.test')];
  assert.equal(known, unknown);
  await until(async () => lastTo('nobody@outside.test') !== '');
  for (let count = 0; count < 4; count += 1) assert.equal(await asked('nobody@outside.test'), known);
  await sleep(300);
  assert.equal(mail.mails.filter(({ to }) => to === 'nobody@outside.test').length, 3);
  const link = linkIn(lastTo('nobody@outside.test'), 'confirm');
  clock.move(4 * 24 * 60);
  assert.equal((await ask(link, { method: 'POST', headers: { 'content-type': FORM }, body: '' })).status, 404);
  assert.equal((await followers()).people, 1);
});

test('what is new is told once, a day one mail, after a new start as well; the address stands nowhere in clear', async () => {
  const before = mail.mails.length;
  await office.server.sendUpdates();
  assert.equal(mail.mails.length, before, 'nothing new');
  await happens('The quay wall is <b>done</b>');
  await office.server.sendUpdates();
  assert.equal(mail.mails.length, before, 'not before it is published');
  await publish();
  await office.close();
  office = await openNotices(dataDir, clock, settings);
  await sleep(1_100);
  await office.server.sendUpdates();
  const data = lastTo(ADDRESS);
  assert.match(wordsOf(data), /The quay wall is <b>done<\/b>/);
  assert.match(data, /^List-Unsubscribe:\s+<http[^>]*\/public\/follow\/stop\?/m);
  assert.match(data, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  const count = mail.mails.length;
  await happens('And the lamps');
  await publish();
  await office.server.sendUpdates();
  assert.equal(mail.mails.length, count, 'one mail a day');
  // The next day that is worked.
  clock.move(3 * 24 * 60);
  mail.turn = 'refuse';
  await office.server.sendUpdates();
  mail.turn = 'take';
  clock.move(20);
  await office.server.sendUpdates();
  await office.server.sendUpdates();
  assert.equal(mail.mails.length, count + 1);
  assert.match(wordsOf(lastTo(ADDRESS)), /And the lamps/);
  assert.doesNotMatch(wordsOf(lastTo(ADDRESS)), /quay wall/);
  assert.doesNotMatch(await everything(), /Reader\.One@|UmVhZGVyLk9uZU/);
});

test('what was withdrawn is neither told nor followed, though the pages that stand still show it', async () => {
  await happens('Nobody hears of this');
  await publish();
  const { rev } = office.desk.register.commitment.get(COMMITMENT.id) ?? { rev: 0 };
  const revise = (visibility: string, at: number) =>
    office.desk.edit([{ action: 'revise', table: 'commitment', key: COMMITMENT.id, rev: at, fields: { visibility } }], { who: 'westgate' });
  await revise('confidential', rev);
  clock.move(24 * 60);
  const count = mail.mails.length;
  await office.server.sendUpdates();
  assert.equal(mail.mails.length, count);
  assert.equal((await ask(`/public/follow/new?about=${ABOUT}&lang=en`)).status, 404);
  await revise('public', rev + 1);
});

test('one POST of a mail program, signed out and in either form, ends it and erases the address; a second one is answered alike', async () => {
  const [, link = ''] = /^List-Unsubscribe:\s+<https?:\/\/[^/]*([^>]*)>/m.exec(lastTo(ADDRESS)) ?? [];
  const shown = await (await ask(link)).text();
  assert.match(shown, /Unsubscribe from all/);
  const [, action = ''] = /<form [^>]*action="([^"]*)"/.exec(shown) ?? [];
  assert.equal(
    new URL(action.replaceAll(/&(?:amp|#38);/g, '&'), office.server.address).searchParams.get('lang'),
    'en',
    'its buttons keep the language',
  );
  assert.equal((await followers()).people, 1, 'opening the link ends nothing');
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  const [first, second] = [
    await ask(link, { method: 'POST', body }),
    await ask(link, { method: 'POST', headers: { 'content-type': FORM }, body: 'List-Unsubscribe=One-Click' }),
  ];
  assert.deepEqual([first.status, second.status], [200, 200]);
  assert.equal(await first.text(), await second.text());
  assert.equal((await followers()).people, 0);
  assert.deepEqual(
    readdirSync(join(dataDir, 'keys')).filter((file) => file.endsWith('.drawer')),
    [],
  );
  clock.move(24 * 60);
  const count = mail.mails.length;
  await happens('After the end');
  await publish();
  await office.server.sendUpdates();
  assert.equal(mail.mails.length, count);
});

test('programs are kept out, and without a mail server there is no form', async () => {
  const token = await opened();
  assert.equal((await sent({ token, address: 'fast@outside.test' })).status, 400, 'too fast');
  clock.now = new Date(clock.now.getTime() + LONG_ENOUGH_MS);
  assert.equal((await sent({ token, address: 'trap@outside.test', website: 'https://spam.example' })).status, 400);
  for (const address of ['none', 'a@b.test, c@d.test', 'a@b.test\r\nBcc: c@d.test', '<script>@b.test', ''])
    assert.equal((await sent({ token, address })).status, 400, address);
  assert.equal((await sent({ token, address: 'a@b.test', about: 'account:p-1' })).status, 404);
  const count = mail.mails.length;
  const statuses: number[] = [];
  for (let each = 0; each < 24; each += 1) statuses.push((await sent({ token: 'none', address: 'a@b.test' })).status);
  assert.deepEqual([statuses[0], statuses.at(-1)], [400, 429]);
  await office.close();
  office = await openNotices(dataDir, clock);
  assert.equal((await ask(`/public/follow/new?about=${ABOUT}&lang=en`)).status, 404);
  await publish();
  assert.doesNotMatch(await (await ask(`/public/commitments/${COMMITMENT.id.toLowerCase()}.html`)).text(), /follow\/new/);
  assert.equal(mail.mails.length, count);
});
