import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { InstantString } from '@westgate/base';
import { openStore } from '@westgate/store';
import { AccessCopy } from '../../src/people/access-copy.ts';
import { alone } from '../../src/people/alone.ts';
import { hashOf } from '../../src/people/secret.ts';

const { access, close } = await openStore({ memory: true });
after(() => close());

test('a session that ends while it is being used stays ended, in the copy of a process as well', async () => {
  const person = await access.openPerson({ name: 'Ada' });
  const at = (ms: number) => new Date(Date.UTC(2026, 0, 5, 8) + ms).toISOString() as InstantString;
  const session = { hash: 'a'.repeat(64), person, made: at(0), seen: at(0), expires: at(9e6) };
  assert.ok(await access.beginSession(session, (await access.personalRecord(person))?.seal ?? ''));
  const copy = new AccessCopy(access);
  const found = await copy.session(session.hash);
  assert.ok(found);
  copy.keepSession({ ...found, seen: at(60_000) });
  assert.equal((await copy.session(session.hash))?.seen, at(60_000), 'that it is used is held');
  await access.endSessions({ hash: session.hash });
  copy.dropSessions();
  copy.keepSession({ ...found, seen: at(120_000) });
  assert.equal(await copy.session(session.hash), null);
});

test('whose lone work took too long lets go of nobody else’s turn', async () => {
  const key = hashOf('name ada');
  const laterMs = Date.now() + 61_000;
  await alone(access, 'name ada', async () => {
    const other = { kind: 'alone', key, owner: '', held: 'another', untilMs: laterMs + 60_000 };
    assert.ok(await access.putShortLived(other, laterMs), 'after a minute another has it');
  });
  assert.equal(await access.takeShortLived('alone', key, laterMs), 'another');
  await alone(access, 'name ada', async () => undefined);
  assert.equal(await access.takeShortLived('alone', key, Date.now()), null, 'one’s own is let go');
});
