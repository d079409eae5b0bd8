import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dayOf } from '@westgate/base';
import { noticesDue } from '@westgate/domain';
import { beginReports, Clock, mailsIn, type NoticeOffice, ok, openNotices } from './notice-office.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'westgate-notices-'));
const clock = new Clock('2026-05-03T22:30:00Z');
let office: NoticeOffice = await openNotices(dataDir, clock);
after(async () => {
  await office.close();
  rmSync(dataDir, { recursive: true });
});
/** Every byte under a folder, as one text. */
const bytesUnder = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
const linesOf = (file: string): readonly string[] =>
  (mailsIn(dataDir).find((mail) => mail.file === file)?.text ?? '').split('\n').filter((line) => /\(\d+\)$/.test(line));
let ada = '';
let ben = '';

test('nobody has an account: nothing is sent', async () => {
  await beginReports(office, ['sea-wall']);
  clock.set('2026-05-08T09:00:00Z');
  await office.server.sendNotices();
  assert.ok(!readdirSync(dataDir).includes('outbox'));
  clock.set('2026-05-03T22:30:00Z');
});

test('a fortnight across a holiday and a make-up day, restarted in between: each notice once, on working days from eight to eight', async () => {
  ada = (await office.join('Ada', [], null)).id;
  ben = (await office.join('Ben', ['department-member'], 'works')).id;
  const cho = (await office.join('Cho', ['department-member'], 'culture')).id;
  await office.join('Dee', ['department-lead'], 'works', null);
  const seen = new Set<string>();
  for (let hour = 0; hour < 15 * 24; hour += 3) {
    if (hour === 8 * 24 + 9) {
      await office.close();
      office = await openNotices(dataDir, clock);
    }
    await office.server.sendNotices();
    const local = new Date(clock.now.getTime() + 2 * 3_600_000).toISOString();
    for (const { file } of mailsIn(dataDir)) {
      if (seen.has(file)) continue;
      seen.add(file);
      assert.equal(file.slice(0, 10), local.slice(0, 10), file);
      assert.ok(local.slice(11, 16) >= '08:00' && local.slice(11, 16) < '20:00', `${file} at ${local}`);
    }
    clock.move(180);
  }
  const days = (id: string) => [...seen].filter((file) => file.includes(id)).map((file) => file.slice(0, 10));
  assert.deepEqual(days(ben), ['2026-05-04', '2026-05-08', '2026-05-09', '2026-05-12', '2026-05-13', '2026-05-18']);
  assert.deepEqual(days(ada), ['2026-05-13'], 'the office is told of nothing that the department may still answer');
  assert.deepEqual(days(cho), ['2026-05-04'], 'what passed its date without word is told once, to who answers for it');
  assert.equal(seen.size, 8, 'nobody else is told');
  assert.deepEqual(linesOf(`2026-05-04.${ben}.eml`), ['Due, outcome not known (1)']);
  assert.deepEqual(linesOf(`2026-05-08.${ben}.eml`), ['Due soon (1)']);
  assert.deepEqual(linesOf(`2026-05-09.${ben}.eml`), ['Due today (1)'], 'the make-up Saturday is the last day of its week');
  assert.deepEqual(linesOf(`2026-05-12.${ben}.eml`), ['Overdue (1)'], 'the window has passed; a record stands in a mail once');
  assert.deepEqual(linesOf(`2026-05-13.${ada}.eml`), ['Past the grace period, escalated (1)']);
  assert.deepEqual(linesOf(`2026-05-18.${ben}.eml`), ['Missed a full period: no update (1)']);

  const span = { after: dayOf('2026-05-03'), upTo: dayOf('2026-05-18') };
  const expected = noticesDue(office.desk.register, span).map(({ kind, id, name, first }) => `${kind}:${id} ${name} ${first}`);
  const notes = [...(await office.desk.outbox.notes())].filter(([name]) => name.endsWith(ben)).map(([, text]) => JSON.parse(text));
  const told = notes.flatMap(({ marks }) =>
    marks
      .filter((mark: Record<string, string>) => mark.name)
      .map((mark: Record<string, string>) => `${mark.kind}:${mark.id} ${mark.name} ${mark.first}`),
  );
  assert.deepEqual(told.toSorted(), expected.toSorted());
  assert.equal(expected.length, 7);
});

test('a mail names what it is about, where it is, and how the mails end; what was reported is not told any more', async () => {
  const mail = mailsIn(dataDir).find(({ file }) => file === `2026-05-12.${ben}.eml`);
  assert.match(mail?.text ?? '', /Sea wall between the piers, due 9 May 2026, 2 working days late, Ward Works Office/);
  assert.match(mail?.text ?? '', /http:\/\/127\.0\.0\.1:\d+\/projects\/sea-wall\?lang=en/);
  assert.match(mail?.raw ?? '', /^To: Ben <ben@harbour\.test>\r?$/m);
  assert.doesNotMatch(mail?.text ?? '', /Ada|Dee/, 'no other person is named');
  const address =
    /^List-Unsubscribe:\s*<[^>]+\/api\/v1\/(unsubscribe\/p-[0-9a-f]{16}\.[\w-]+)>/im.exec(
      mail?.raw.replace(/\r?\n[ \t]+/g, '') ?? '',
    )?.[1] ?? '';
  assert.match(mail?.raw ?? '', /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);

  assert.equal((await office.ask('GET', address)).status, 405, 'looking at a link ends nothing');
  const forged = address.slice(0, -2) + (address.endsWith('AA') ? 'BB' : 'AA');
  assert.equal((await office.ask('POST', forged, {}, { isOn: false })).status, 410);
  assert.equal((await office.ask('POST', address.slice(0, -1), {}, { isOn: false })).status, 400);
  const wished = async () => (await office.desk.people.notices.wishes(ben)).isOn;
  assert.equal(await wished(), true);
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' };
  await ok(fetch(`${office.server.address}/api/v1/${address}`, form));
  assert.equal(await wished(), false);
  assert.equal((await fetch(`${office.server.address}/api/v1/${address}`, { ...form, body: 'x=y' })).status, 400);
  clock.set('2026-05-19T09:00:00Z');
  await office.server.sendNotices();
  assert.deepEqual(
    mailsIn(dataDir).filter(({ file }) => file.startsWith('2026-05-19')),
    [],
    'who ended the mails is not told',
  );
  await ok(office.ask('POST', address, {}, { isOn: true }));
  clock.set('2026-05-20T09:00:00Z');
  const updates = [{ subjectKind: 'project', subjectId: 'sea-wall', unchanged: true }];
  await ok(office.ask('POST', 'updates', office.operator, { who: 'Seed', updates }));
  clock.set('2026-05-22T09:00:00Z');
  await office.server.sendNotices();
  assert.deepEqual(
    mailsIn(dataDir).filter(({ file }) => file.startsWith('2026-05-22') && file.includes(ben)),
    [],
  );
});

test('who is erased is in no file of the data folder any more, and gets no mail', async () => {
  assert.ok(bytesUnder(dataDir).includes('ben@harbour.test'));
  await office.desk.erasePerson(ben, 'asked for it');
  for (const text of ['ben@harbour', 'To: Ben', `${ben}.eml`]) assert.ok(!bytesUnder(dataDir).includes(text), text);
  assert.ok(![...(await office.desk.outbox.notes()).keys()].some((name) => name.includes(ben)));
  assert.equal(await office.desk.outbox.keepMail(ben, `2026-05-29.${ben}`, 'x'), 'no-person');
  clock.set('2026-05-29T09:00:00Z');
  await office.server.sendNotices();
  assert.deepEqual(
    mailsIn(dataDir).filter(({ file }) => file.includes(ben)),
    [],
  );
  assert.equal((await office.desk.verify()).isClean, true);
});
