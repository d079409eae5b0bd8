import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { InstantString } from '@westgate/base';
import {
  backupFolder,
  erasePersonsInBackup,
  openStore,
  type PersonalRecord,
  restoreFolder,
  type Session,
  type Store,
} from '@westgate/store';
import { freshDatabase, ON_POSTGRES } from './postgres.ts';
import { created, sourceRow } from './sample.ts';

const room = mkdtempSync(join(tmpdir(), 'westgate-access-'));
after(() => rmSync(room, { recursive: true }));
const at = (text: string) => text as InstantString;
const NAME = '江海燕 Jiang Haiyan';
const personalRecord = {
  name: NAME,
  mail: 'jiang@example.test',
  password: { hash: 'c2VjcmV0' },
  passkeys: [{ id: 'cGFzc2tleS1vZi1qaWFuZw', publicKey: 'a2V5LW9mLWppYW5n' }],
  directory: { issuer: 'https://sso.example.test', subject: 'subject-of-jiang' },
};

const sealOf = async (store: Store, id: string): Promise<string> => (await store.access.personalRecord(id))?.seal ?? '';
const fill = async (store: Store, id: string, filled: PersonalRecord) =>
  store.access.fillPersonalRecord(id, filled, await sealOf(store, id));
const begin = async (store: Store, session: Session) =>
  assert.ok(await store.access.beginSession(session, await sealOf(store, session.person)));

/** Every byte under a folder, as one text. */
const bytesUnder = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
const holds = (folder: string, text: string): boolean => bytesUnder(folder).includes(Buffer.from(text).toString('latin1'));

test('a personal record outlives a restart and a backup, is nowhere in plain, and goes with the key', async () => {
  const dir = join(room, 'data');
  const backup = join(room, 'backup');
  let store = await openStore({ dir });
  const id = await store.access.openPerson(personalRecord);
  const row = sourceRow('a');
  const deed = await store.commit({ who: id, verb: 'import', reason: '', changes: [created('source', row)] });
  assert.deepEqual([deed.who, deed.person], [NAME, id]);
  await store.close();

  store = await openStore({ dir });
  assert.deepEqual((await store.access.personalRecords()).get(id)?.personalRecord, personalRecord);
  await fill(store, id, { ...personalRecord, name: 'Another' });
  assert.deepEqual(
    (await store.persons()).map(({ name }) => name),
    ['Another'],
  );
  await backupFolder(dir, backup);
  for (const folder of [dir, backup])
    for (const text of [NAME, 'jiang@', 'c2VjcmV0', 'Another', 'cGFzc2tleS1vZi1qaWFuZw', 'a2V5LW9mLWppYW5n', 'subject-of-jiang'])
      assert.equal(holds(folder, text), false, text);
  assert.equal(statSync(join(dir, 'keys', `${id}.drawer`)).mode & 0o077, 0);

  await begin(store, { hash: 'ab', person: id, made: at('2024-01-01'), seen: at('2024-01-01'), expires: at('2024-01-02') });
  const mail = { name: `2024-01-02.${id}`, content: `To: ${NAME} <jiang@example.test>` };
  assert.equal(await store.access.keepMail(id, mail.name, mail.content), 'kept');
  assert.equal(await store.access.putNote(mail.name, null, '{}'), true);
  assert.equal(await store.access.putNote('2024-01-02.office', null, '{}'), true);
  assert.equal(statSync(join(dir, 'mail', `${mail.name}.eml`)).mode & 0o077, 0);
  assert.ok(holds(dir, 'jiang@'));
  await store.erasePerson(id, 'asked for it');
  for (const text of [NAME, 'jiang@']) assert.equal(holds(dir, text), false, text);
  assert.deepEqual([...(await store.access.notes()).keys()], ['2024-01-02.office']);
  assert.equal(await store.access.keepMail(id, mail.name, mail.content), 'no-person', 'nothing is laid down for who is gone');
  assert.deepEqual([(await store.access.personalRecords()).size, (await store.access.sessions()).length], [0, 0]);
  assert.deepEqual(readdirSync(join(dir, 'keys')), []);
  assert.equal((await store.verify()).isClean, true);
  await store.close();

  assert.deepEqual(erasePersonsInBackup(backup, [id]), [id]);
  assert.deepEqual(readdirSync(join(backup, 'keys')), []);
  await restoreFolder(backup, join(room, 'restored'));
});

test('two people of one name are two', async () => {
  const store = await openStore({ memory: true });
  const [first, second] = [await store.access.openPerson(personalRecord), await store.access.openPerson(personalRecord)];
  const deeds = [];
  for (const who of [first, second, NAME])
    deeds.push(await store.commit({ who, verb: 'import', reason: '', changes: [created('source', sourceRow(`s${deeds.length}`))] }));
  assert.equal(new Set(deeds.map(({ person }) => person)).size, 3);
  assert.deepEqual(
    deeds.map(({ who }) => who),
    [NAME, NAME, NAME],
  );
  await store.close();
});

test('sessions are kept over a restart and ended one by one, by person, and when they are over', async () => {
  const dir = join(room, 'sessions');
  let store = await openStore({ dir });
  const session = (hash: string, person: string, seen: string) => ({
    hash,
    person,
    made: at('2024-01-01T00'),
    seen: at(seen),
    expires: at('2024-01-03'),
  });
  const [one, two] = [await store.access.openPerson(personalRecord), await store.access.openPerson(personalRecord)];
  for (const each of [
    session('a', one, '2024-01-01T01'),
    session('b', one, '2024-01-01T09'),
    session('c', two, '2024-01-01T09'),
    session('d', two, '2024-01-01T09'),
  ])
    await begin(store, each);
  await store.close();
  store = await openStore({ dir });
  const left = async () =>
    (await store.access.sessions())
      .map(({ hash }) => hash)
      .sort()
      .join('');
  assert.equal(await left(), 'abcd');
  await store.access.touchSession('c', at('2024-01-02T00'));
  await store.access.touchSession('x', at('2024-01-02T00'));
  assert.equal((await store.access.findSession('c'))?.seen, '2024-01-02T00');
  assert.equal(await store.access.findSession('x'), null);
  assert.equal(await store.access.endSessions({ unseenSince: at('2024-01-01T08'), over: at('2024-01-02') }), 1);
  assert.equal(await left(), 'bcd');
  assert.equal(await store.access.endSessions({ hash: 'd' }), 1);
  assert.equal(await store.access.endSessions({ person: one }), 1);
  assert.equal(await left(), 'c');
  await store.close();
});

test('attempts to sign in are kept by month, twelve months long', async () => {
  const dir = join(room, 'log');
  let store = await openStore({ dir });
  for (let month = 1; month <= 18; month += 1) {
    const day = `20${24 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`;
    await store.access.noteSignIn({ at: at(`${day}-05T00:00:00.000Z`), person: null, result: 'refused', address: '10.0.0.0' });
  }
  await store.close();
  store = await openStore({ dir });
  const entries = await store.access.signIns(100, null);
  assert.deepEqual([entries.length, entries[0]?.at.slice(0, 7), entries.at(-1)?.at.slice(0, 7)], [13, '2025-06', '2024-06']);
  assert.deepEqual(
    (await store.access.signIns(2, at('2025-01-01'))).map(({ at: when }) => when.slice(0, 7)),
    ['2024-12', '2024-11'],
  );
  await store.close();
});

test('notes of the outbox change only as they were read, outlive a restart, and a backup goes without them', async () => {
  const dir = join(room, 'outbox');
  let store = await openStore({ dir });
  const { access } = store;
  assert.deepEqual(
    [await access.putNote('a', null, '1'), await access.putNote('a', null, '2'), await access.putNote('a', '2', '3')],
    [true, false, false],
  );
  assert.deepEqual(
    [await access.putNote('a', '1', '2'), await access.putNote('b', null, '1'), await access.putNote('b', '1', null)],
    [true, true, true],
  );
  await store.commit({ who: 'westgate', verb: 'import', reason: '', changes: [created('source', sourceRow('a'))] });
  await store.close();
  store = await openStore({ dir });
  assert.deepEqual([...(await store.access.notes())], [['a', '2']]);
  await assert.rejects(store.access.putNote('../a', null, 'x'));
  const backup = join(room, 'outbox-backup');
  await backupFolder(dir, backup);
  assert.ok(!readdirSync(backup).some((name) => name === 'outbox' || name === 'mail'));
  await store.close();
});

test('a server keeps personal records, sessions and attempts in tables, for every process', ON_POSTGRES, async (t) => {
  const url = await freshDatabase(t);
  const [store, other] = [await openStore({ url }), await openStore({ url })];
  const id = await store.access.openPerson(personalRecord);
  assert.deepEqual((await other.access.personalRecords()).get(id)?.personalRecord, personalRecord);
  const session = { hash: 'ab', person: id, made: at('2024-01-01'), seen: at('2024-01-01'), expires: at('2024-01-02') };
  await begin(store, session);
  await store.access.touchSession('ab', at('2024-01-01T01'));
  assert.equal((await other.access.findSession('ab'))?.seen, '2024-01-01T01');
  for (const day of ['2023-01-05', '2024-01-05', '2025-01-04'])
    await store.access.noteSignIn({ at: at(day), person: id, result: 'signed-in', address: '10.0.0.0' });
  assert.deepEqual(
    (await other.access.signIns(10, null)).map((entry) => entry.at),
    ['2025-01-04', '2024-01-05'],
  );
  assert.deepEqual((await other.access.signIns(10, at('2025'))).length, 1);
  assert.deepEqual([await store.access.putNote(`x.${id}`, null, '1'), await other.access.putNote(`x.${id}`, null, '2')], [true, false]);
  assert.equal(await other.access.putNote(`x.${id}`, '1', '2'), true);
  assert.equal(await store.access.keepMail(id, `x.${id}`, 'x'), 'no-folder');
  await other.commit({ who: id, verb: 'import', reason: '', changes: [created('source', sourceRow('a'))] });
  await store.erasePerson(id, '');
  assert.deepEqual([(await other.access.personalRecords()).size, await other.access.endSessions({ person: id })], [0, 0]);
  assert.equal((await other.access.notes()).size, 0);
  assert.equal((await store.verify()).isClean, true);
  await store.close();
  await other.close();
});
