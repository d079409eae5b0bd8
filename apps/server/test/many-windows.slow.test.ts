import assert from 'node:assert/strict';
import { get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { HARBOUR, openOffice } from './office.ts';

const [STREAMS, CONNECTIONS] = [330, 1_050];
// They stand open for as long as it takes to open them all.
const office = await openOffice(HARBOUR, null, { idleMs: 600_000, checkMs: 600_000 });
const { port } = office.server;
const open: (Socket | IncomingMessage)[] = [];
after(() => {
  for (const each of open) each.destroy();
});

/** A window that listens. `heard`: the numbers of the deeds that it was told. */
function listening(): Promise<{ readonly heard: (seq: number) => Promise<void> }> {
  return new Promise((resolve, reject) => {
    get({ port, path: '/api/v1/changes', agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`a stream was answered ${answer.statusCode}`));
      open.push(answer);
      let told = '';
      let look = (): void => undefined;
      answer.setEncoding('utf8');
      answer.on('error', () => undefined);
      answer.on('data', (text: string) => {
        told += text;
        look();
      });
      const heard = (seq: number): Promise<void> =>
        new Promise((found) => {
          look = () => {
            if (told.includes(`id: ${seq}\ndata: `)) found();
          };
          look();
        });
      resolve({ heard });
    }).on('error', reject);
  });
}

/** A connection on which something was asked, and that stays open. */
function connected(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port });
    open.push(socket);
    socket.on('error', reject);
    socket.once('data', () => resolve());
    socket.write('GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n');
  });
}

test('more than 300 windows hear of a deed while more than 1,000 connections stand open, and whoever comes then is answered', async () => {
  const windows = [];
  for (let count = 0; count < STREAMS; count += 1) windows.push(await listening());
  for (let count = 0; count < CONNECTIONS; count += 50) await Promise.all(Array.from({ length: 50 }, connected));
  const dates = '2024-05-01';
  const opened = {
    subjectKind: 'project',
    subjectId: 'silo-library',
    what: 'opened',
    dates,
    source: 'gazette',
    confidence: 'high',
    who: 'Ada',
  };
  const answer = await office.post('/api/v1/outcomes', opened);
  assert.equal(answer.status, 200, await answer.clone().text());
  const { seq } = (await answer.json()) as { readonly seq: number };
  await Promise.all(windows.map(({ heard }) => heard(seq)));
  assert.ok(
    open.every(({ destroyed }) => !destroyed),
    'nobody was put out',
  );
  await office.get('/api/v1/district');
});
