import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Desk, openDesk } from '@westgate/desk';
import { policy, vocabulary } from '@westgate/domain';
import { freshDatabase, ON_POSTGRES } from '../postgres.ts';
import { seeded } from '../seeded.ts';

const PASSWORD = 'a heron stands on the weir';
const NOW = new Date(Date.UTC(2026, 0, 5, 8));
const ROLES = ['reader', 'system-administrator', 'security-administrator', 'programme-office'];

const join = async (desk: Desk, name: string, roles: readonly string[], isTakenUp = true): Promise<string> => {
  const asked = { name, signIn: name, mail: null, phone: null, roles, department: null };
  const { id, secret } = await desk.people.invite(asked, { who: 'westgate' }, NOW);
  if (isTakenUp) await desk.people.takeUp(secret, { name, signIn: name, password: PASSWORD }, { address: '10.1.2.3', device: null }, NOW);
  return id;
};

/** Those who can come in and manage people: an open account with the right, whose person is there. */
async function managersOf(desk: Desk): Promise<readonly string[]> {
  return (await desk.people.list()).flatMap(({ id, name, state, roles }) => {
    const known = vocabulary.ROLES.filter((role) => roles.includes(role));
    return name !== null && state === 'open' && policy.mayAct({ roles: known, department: null }, 'manage-people') ? [id] : [];
  });
}

/** Whether it was done; what the house refuses is a value. */
const isDone = async (act: () => Promise<unknown>): Promise<boolean> => {
  const [outcome] = await Promise.allSettled([act()]);
  if (outcome?.status === 'fulfilled') return true;
  assert.match(
    String(outcome?.reason?.code),
    /^WG_(NOT_FOUND|INPUT_INVALID|UNDO_BLOCKED|STALE_RECORD|NOT_ALLOWED)$/,
    String(outcome?.reason),
  );
  return false;
};

test('whatever is done with accounts, one after another or at once, taken back or done again, someone is left who can manage people', async (t) => {
  const random = seeded(20_260_105);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const desk = await openDesk({ memory: true });
  t.after(() => desk.close());
  await join(desk, 'first', ['system-administrator']);
  let count = 0;
  const act = (): (() => Promise<unknown>) => {
    const accounts = [...desk.register.account.values()];
    const row = pick(accounts);
    const by = { who: 'westgate' };
    switch (Math.floor(random() * 7)) {
      case 0:
        count += 1;
        return () => join(desk, `person-${count}`, [pick(ROLES)], random() < 0.7);
      case 1:
        return () => desk.people.setState(row.id, 'closed', by);
      case 2:
        return () => desk.people.setState(row.id, 'open', by);
      case 3:
        return () => desk.erasePerson(row.id, 'asked');
      case 4:
        return () => desk.undo(1 + Math.floor(random() * desk.seq), by);
      default:
        return () => desk.people.change(row.id, row.rev, { roles: [pick(ROLES)] }, by);
    }
  };
  let done = 0;
  for (let round = 0; round < 60; round += 1) {
    const acts = Array.from({ length: 1 + Math.floor(random() * 4) }, act);
    done += (await Promise.all(acts.map(isDone))).filter(Boolean).length;
    assert.ok((await managersOf(desk)).length > 0, `after round ${round} nobody can manage people`);
    if ([...desk.register.account.values()].filter(({ state }) => state !== 'closed').length < 3)
      await join(desk, `more-${round}`, [pick(ROLES)]);
  }
  assert.ok(done > 30, `${done} acts were done`);
  assert.equal((await desk.verify()).isClean, true);
});

test('the last manager is not erased, closed or demoted; an erased account is none, and does not open again', async (t) => {
  const desk = await openDesk({ memory: true });
  t.after(() => desk.close());
  const ada = await join(desk, 'ada', ['system-administrator']);
  const ben = await join(desk, 'ben', ['security-administrator']);
  await join(desk, 'invited', ['system-administrator'], false);
  await desk.erasePerson(ben, 'asked');
  const row = desk.register.account.get(ada as never);
  await assert.rejects(desk.erasePerson(ada, 'asked'), /someone to be left who may manage people, with an open account/);
  await assert.rejects(desk.people.setState(ada, 'closed', { who: 'westgate' }), /may manage people/);
  await assert.rejects(desk.people.change(ada, row?.rev ?? 0, { roles: ['reader'] }, { who: 'westgate' }), /may manage people/);
  await assert.rejects(desk.people.setState(ben, 'open', { who: 'westgate' }), /was erased/);
  const closing = (await desk.deeds(10)).find(({ verb }) => verb === 'close-account');
  await assert.rejects(desk.undo(closing?.seq ?? 0, { who: 'westgate' }), /was erased/);
  assert.deepEqual(await managersOf(desk), [ada]);
});

test('of two processes that let the last two managers go at once, one is refused', ON_POSTGRES, async (t) => {
  const databaseUrl = await freshDatabase(t);
  const open = () => openDesk({ dataDir: '', databaseUrl });
  const [one, other] = [await open(), await open()];
  t.after(async () => {
    await one.close();
    await other.close();
  });
  let last = await join(one, 'ada', ['system-administrator']);
  for (let round = 0; round < 5; round += 1) {
    const next = await join(one, `next-${round}`, ['system-administrator']);
    for (let wait = 0; other.seq < one.seq && wait < 200; wait += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    const revOf = (id: string) => one.register.account.get(id as never)?.rev ?? 0;
    const outcomes = await Promise.all([
      isDone(() => one.erasePerson(last, 'asked')),
      isDone(() =>
        round % 2 === 0
          ? other.erasePerson(next, 'asked')
          : other.people.change(next, revOf(next), { roles: ['reader'] }, { who: 'westgate' }),
      ),
    ]);
    assert.deepEqual([...outcomes].sort(), [false, true], `round ${round}`);
    const left = await managersOf(one);
    assert.equal(left.length, 1);
    last = left[0] ?? '';
  }
});
