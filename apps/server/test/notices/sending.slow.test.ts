import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { noticeSchema } from '@westgate/contract';
import { notifierSettings } from '@westgate/server';
import { beginReports, Clock, mailsIn, ok, openNotices, wordsOf } from './notice-office.ts';
import { receiveChat, receiveMails } from './receivers.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'westgate-sending-'));
const [mail, chat] = [await receiveMails(), await receiveChat()];
const clock = new Clock('2026-05-04T08:00:00Z');
const settings = notifierSettings({
  WESTGATE_SMTP_URL: `smtp://westgate:a%20password@127.0.0.1:${mail.port}`,
  WESTGATE_MAIL_FROM: 'westgate@harbour.test',
});
const office = await openNotices(dataDir, clock, { ...settings, server: settings.server && { ...settings.server, user: null } });
after(async () => {
  await office.close();
  mail.close();
  chat.close();
  rmSync(dataDir, { recursive: true });
});

const warnings: string[] = [];
process.on('warning', (warning) => warnings.push(warning.message));
const hidden = {
  id: 'quiet-lock',
  name_en: 'Quiet Lock',
  kind: 'flood-defence',
  lead: 'works',
  visibility: 'confidential',
  cadence: 'weekly',
};
await beginReports(office, ['sea-wall']);
await office.desk.edit([{ action: 'create', table: 'project', fields: hidden }], { who: 'westgate' });
const ada = await office.join('Ada', [], null);
let sys = await office.join('Sys', ['system-administrator'], null, null);
const ben = await office.join('Ben', ['department-member'], 'works');
await office.join('Lea', ['department-lead'], 'works');
const notifier = async () => noticeSchema.courier.parse(await ok(office.ask('GET', 'courier', sys.as)));
const round = async (at: string) => {
  const isLong = Date.parse(at) - clock.now.getTime() > 3_600_000;
  clock.set(at);
  if (isLong) sys = { ...sys, as: await office.signIn('Sys') };
  await office.server.sendNotices();
};
const setChat = (department: string | null, address: string | null, as: Record<string, string> = sys.as) =>
  office.ask('POST', 'courier/chats', as, { department, address });

test('a chat is told by an address of https, or of this machine, and its key is shown to nobody', async () => {
  for (const [address, why] of [
    ['http://chat.example/hook', /https: without it anyone on the way/],
    ['ftp://chat.example', /begins with https/],
    ['not an address', /begins with https/],
    ['https://name:word@chat.example', /without a name and password/],
    ['https://chat.example/#x', /without #/],
  ] as const) {
    const answer = await setChat('works', address);
    assert.equal(answer.status, 400, address);
    assert.match(await answer.text(), why);
  }
  assert.equal((await setChat('nowhere', chat.address)).status, 400);
  assert.equal((await setChat('works', chat.address, ben.as)).status, 403);
  assert.equal((await setChat('works', chat.address, ada.as)).status, 200, 'the first account keeps the accounts');
  const answer = await (await setChat(null, chat.address)).text();
  assert.ok(!answer.includes('the-key-of-the-chat'), answer);
  assert.deepEqual(
    (await notifier()).chats.map(({ department, host }) => [department?.id ?? null, host]),
    [
      ['works', new URL(chat.address).origin],
      [null, new URL(chat.address).origin],
    ],
  );
});

test('mails and the chat are told once; nobody is told of a record above their right', async () => {
  await round('2026-05-08T05:00:00Z');
  assert.equal(mail.mails.length + chat.messages.length, 0, 'it is seven in the morning');
  await round('2026-05-08T09:00:00Z');
  await round('2026-05-08T09:15:00Z');
  assert.deepEqual(mail.mails.map(({ to }) => to).toSorted(), ['ben@harbour.test', 'lea@harbour.test']);
  const wordsTo = (name: string) =>
    mail.mails
      .filter(({ to }) => to.startsWith(name))
      .map(({ data }) => wordsOf(data))
      .join('\n');
  assert.match(wordsTo('ben'), /Sea wall/);
  assert.doesNotMatch(wordsTo('ben'), /Quiet Lock|quiet-lock/);
  assert.match(wordsTo('lea'), /Quiet Lock/);
  assert.equal(chat.messages.length, 1);
  const { msgtype, markdown } = JSON.parse(chat.messages[0] ?? '{}');
  assert.equal(msgtype, 'markdown');
  assert.match(
    markdown.content,
    /Due soon · \[Sea wall between the piers\]\(http:\/\/127\.0\.0\.1:\d+\/projects\/sea-wall\?lang=en\), due 9 May 2026/,
  );
  assert.doesNotMatch(markdown.content, /Quiet Lock|quiet-lock/);
  assert.match(markdown.content, /today\?lang=en&department=works/);
});

test('a mail server that refuses is tried again, later each time; one that hangs up is not, until someone says so', async () => {
  mail.turn = 'refuse';
  chat.answer = { status: 200, text: '{"errcode":93000,"errmsg":"no"}' };
  await round('2026-05-09T08:00:00Z');
  const [first, begun] = [await notifier(), mail.begun()];
  assert.deepEqual([first.counts.waiting, first.counts.sent], [3, 3]);
  const faults = first.items
    .filter(({ state }) => state === 'waiting')
    .map(({ fault, tries }) => `${fault?.word} ${fault?.detail} ${tries}`);
  assert.deepEqual(faults.toSorted(), ['chat-refused 93000 1', 'mail-refused 451 1', 'mail-refused 451 1']);
  await round('2026-05-09T08:10:00Z');
  assert.equal(mail.begun(), begun, 'a quarter of an hour has not passed');
  await round('2026-05-09T08:16:00Z');
  assert.equal(mail.begun(), begun + 2);
  await round('2026-05-09T08:40:00Z');
  assert.equal(mail.begun(), begun + 2, 'the second wait is longer');
  mail.turn = 'hang-up';
  chat.answer = { status: 302, text: '' };
  await round('2026-05-09T08:50:00Z');
  const [broken, after2] = [await notifier(), mail.begun()];
  assert.deepEqual([broken.counts.unknown, broken.counts.waiting], [2, 1], 'a chat that sends elsewhere is not followed');
  mail.turn = 'take';
  chat.answer = { status: 204, text: '' };
  await round('2026-05-09T12:00:00Z');
  assert.equal(mail.begun(), after2, 'what may have been taken is not sent again by itself');
  assert.equal((await notifier()).counts.waiting, 0);
  const again = broken.items.find(({ state, name }) => state === 'unknown' && name === 'Lea');
  assert.equal((await office.ask('POST', 'courier/again', await office.signIn('Lea'), { id: again?.id })).status, 403);
  await ok(office.ask('POST', 'courier/again', sys.as, { id: again?.id }));
  assert.equal((await office.ask('POST', 'courier/again', sys.as, { id: 'none' })).status, 404);
  await round('2026-05-09T12:15:00Z');
  assert.equal(mail.mails.at(-1)?.to, 'lea@harbour.test');
  assert.deepEqual((await notifier()).counts, { waiting: 0, sending: 0, sent: 5, failed: 0, unknown: 1, dropped: 0 });
});

test('the superiors’ chat is told after the reply window, and of nothing that is not for everyone who signed in', async () => {
  await round('2026-05-12T08:00:00Z');
  const before = chat.messages.length;
  await round('2026-05-13T08:00:00Z');
  const told = chat.messages.slice(before).map((body) => JSON.parse(body).markdown.content as string);
  assert.equal(told.length, 2);
  const [toOffice] = told.filter((content) => !content.includes('department=works'));
  assert.match(toOffice ?? '', /Past the grace period, escalated · \[Sea wall/);
  assert.doesNotMatch(told.join('\n'), /Quiet Lock/);
  const toAda = wordsOf(mail.mails.find(({ to }) => to === 'ada@harbour.test')?.data ?? '');
  for (const record of [/Quiet Lock/, /Sea wall/]) assert.match(toAda, record);
});

test('what was being sent when the process ended is told as unknown; a mail that was laid down as a file is laid down anew', async () => {
  const entry = {
    to: { kind: 'person', id: ben.id },
    day: '2026-05-18',
    marks: [],
    state: 'sending',
    tries: 0,
    at: '2026-05-18T08:00:00.000Z',
    nextAt: null,
    fault: null,
  };
  await office.desk.outbox.putNote(`2026-05-18.x.${ben.id}`, null, JSON.stringify(entry));
  await round('2026-05-18T08:05:00Z');
  const stateOf = async () => (await notifier()).items.find(({ id }) => id === `2026-05-18.x.${ben.id}`)?.state;
  assert.equal(await stateOf(), 'sending');
  await round('2026-05-18T08:11:00Z');
  assert.equal(await stateOf(), 'unknown');
  assert.deepEqual(mailsIn(dataDir), [], 'a mail server is set: no file is laid down');
});

test('settings that are wrong are named, and no password is told', () => {
  for (const [env, expected] of [
    [{ WESTGATE_SMTP_URL: 'http://a:secret@b', WESTGATE_MAIL_FROM: 'a@b' }, /^WESTGATE_SMTP_URL: expected an address such as smtps/],
    [{ WESTGATE_SMTP_URL: 'smtp://a' }, /^WESTGATE_MAIL_FROM: expected an address/],
    [{ WESTGATE_MAIL_FROM: 'nobody' }, /^WESTGATE_MAIL_FROM: expected/],
    [{ WESTGATE_QUIET_HOURS: '8pm' }, /^WESTGATE_QUIET_HOURS: expected two times/],
    [{ WESTGATE_QUIET_HOURS: '20:00-08:75' }, /^WESTGATE_QUIET_HOURS/],
  ] as const)
    assert.throws(
      () => notifierSettings(env),
      (error: Error) => expected.test(error.message) && !error.message.includes('secret'),
    );
  assert.deepEqual(settings.server && [settings.server.user, settings.server.password, settings.server.isSecure], [
    'westgate',
    'a password',
    false,
  ]);
  assert.deepEqual(warnings, []);
});
