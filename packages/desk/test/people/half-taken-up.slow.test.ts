import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDesk } from '@westgate/desk';
import { openStore } from '@westgate/store';
import { hashPassword } from '../../src/people/password.ts';

const PASSWORD = 'a heron stands on the weir';
const NOW = new Date(Date.UTC(2026, 0, 5, 8));
const FROM = { address: '10.1.2.3', device: null };
const SUBJECT = { issuer: 'https://sso.city.example', subject: 'subject-of-ben' };

test('who took the account up, by a password or by the directory, comes in, also where the process stopped before the account was open', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'westgate-half-taken-up-'));
  const first = await openDesk({ dataDir: dir });
  const invite = async (name: string) => {
    const asked = { name, signIn: name, mail: null, phone: null, roles: ['system-administrator'], department: null };
    return (await first.people.invite(asked, { who: 'westgate' }, NOW)).id;
  };
  const [ada, ben, chen] = [await invite('ada'), await invite('ben'), await invite('chen')];
  await first.close();

  // What stands when the process stops between the two: the personal record is filled, the deed that opens the account is not done.
  const store = await openStore({ dir });
  const password = await hashPassword(PASSWORD);
  const fill = async (id: string, more: object): Promise<void> => {
    const kept = await store.access.personalRecord(id);
    assert.ok(kept);
    assert.notEqual(await store.access.fillPersonalRecord(id, { ...kept.personalRecord, ...more }, kept.seal), null);
  };
  await fill(ada, { password, link: null });
  await fill(ben, { directory: { ...SUBJECT, linked: NOW.toISOString(), used: null }, link: null });
  // Nobody leaves this: a link that was not used yet is not passed by.
  await fill(chen, { password });
  await store.close();

  const desk = await openDesk({ dataDir: dir });
  t.after(async () => {
    await desk.close();
    rmSync(dir, { recursive: true });
  });
  const { signIns, directory } = desk.people;
  const stateOf = (id: string) => desk.register.account.get(id)?.state;
  assert.deepEqual([stateOf(ada), stateOf(ben)], ['invited', 'invited']);
  const refused = { code: 'WG_SIGN_IN_REFUSED' };
  await assert.rejects(signIns.signIn({ name: 'ada', password: 'not this one here' }, FROM, NOW), refused);
  assert.equal(stateOf(ada), 'invited', 'a wrong password opens nothing');
  assert.equal((await signIns.signIn({ name: 'ada', password: PASSWORD }, FROM, NOW)).id, ada);
  const found = async () => ({ ...SUBJECT, mail: null, name: null });
  assert.equal((await directory.enter(found, { match: 'mail', ...FROM }, NOW)).id, ben);
  await assert.rejects(signIns.signIn({ name: 'chen', password: PASSWORD }, FROM, NOW), refused);
  assert.deepEqual([stateOf(ada), stateOf(ben), stateOf(chen)], ['open', 'open', 'invited']);
  assert.deepEqual(
    (await desk.deeds(2)).map(({ verb, who }) => [verb, who]),
    [
      ['take-up-account', 'ben'],
      ['take-up-account', 'ada'],
    ],
  );
});
