import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDesk } from '@westgate/desk';
import { HARBOUR, serve, temporaryFolder } from './program.ts';

/** Longer than the first round after a start waits. */
const ROUND_MS = 2_800;

/** A data folder in which a report comes near, or is due, today, and one person is to be told. */
async function owing(dataDir: string): Promise<void> {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format(new Date());
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  const desk = await openDesk({ dataDir, districtFolder: HARBOUR });
  const rule = {
    subject_kind: 'project',
    cadence: 'weekly',
    asked_from: today,
    near_days: Math.max(0, 4 - weekday),
    window_days: 1,
    escalate_days: 3,
  };
  const create = (table: 'update_rule' | 'calendar_day', fields: object) => ({ action: 'create' as const, table, fields: { ...fields } });
  const worked = weekday > 4 ? [create('calendar_day', { day: today, kind: 'make-up-day', name_en: 'today' })] : [];
  await desk.edit([create('update_rule', rule), ...worked], { who: 'westgate' });
  const roles = ['programme-office', 'system-administrator', 'department-lead'];
  const person = { name: 'Ada', signIn: 'ada', mail: 'ada@harbour.test', phone: null, roles, department: 'works' };
  const { secret } = await desk.people.invite(person, { who: 'westgate' }, new Date());
  const set = { name: 'Ada', signIn: 'ada', password: 'a heron stands on the weir' };
  await desk.people.takeUp(secret, set, { address: '127.0.0.1', device: null }, new Date());
  await desk.close();
}

/** A mail server that takes everything and never says that it did. */
async function silentServer() {
  let taken = 0;
  const server = createServer((socket) => {
    let isData = false;
    let data = '';
    socket.on('error', () => undefined);
    socket.write('220 ready\r\n');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      if (isData) {
        data += chunk;
        if (data.endsWith('\r\n.\r\n')) taken += 1;
        return;
      }
      isData = /^DATA/i.test(chunk);
      socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, taken: () => taken, close: () => server.close() };
}

test('killed while a mail is being taken, Westgate does not send it a second time, and does not forget that it may have gone', async (t) => {
  const dataDir = temporaryFolder(t);
  await owing(dataDir);
  const mail = await silentServer();
  t.after(() => mail.close());
  process.env.WESTGATE_SMTP_URL = `smtp://127.0.0.1:${mail.port}`;
  process.env.WESTGATE_MAIL_FROM = 'westgate@harbour.test';
  process.env.WESTGATE_QUIET_HOURS = '00:00-00:00';
  const states = () => {
    const folder = join(dataDir, 'outbox');
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.includes('.p-')) : [];
    return files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).state);
  };
  const first = await serve(t, '--port', '0', '--data', dataDir);
  for (let tries = 0; mail.taken() === 0 && tries < 100; tries += 1) await sleep(100);
  assert.equal(mail.taken(), 1);
  await first.stop('SIGKILL');
  assert.deepEqual(states(), ['sending'], 'it was on the disk before the mail server heard of it');
  const second = await serve(t, '--port', '0', '--data', dataDir);
  await sleep(ROUND_MS);
  assert.equal(mail.taken(), 1);
  assert.deepEqual(states(), ['sending']);
  assert.ok(!second.stderr().includes('harbour.test'), second.stderr());
  await second.stop('SIGTERM');
});
