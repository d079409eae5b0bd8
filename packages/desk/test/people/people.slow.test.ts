import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { type Desk, openDesk } from '@westgate/desk';
import { acted } from '../acting.ts';
import { HARBOUR } from '../folders.ts';

const PASSWORD = 'a heron stands on the weir';
const FROM = { address: '10.1.2.3', device: null };
const from = (address: string) => ({ address, device: null });
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 5, 8, minutes));
const refused = (code: string) => (error: { code?: string }) => error.code === code;
const asked = (name: string, roles: readonly string[], department: string | null = null) => ({
  name,
  signIn: name.toLowerCase(),
  mail: null,
  phone: null,
  roles,
  department,
});

let desk: Desk;
let admin: string;
let department: string;
before(async () => {
  desk = await openDesk({ memory: true, districtFolder: HARBOUR });
  department = [...desk.register.department.keys()][0] ?? '';
});
after(() => desk.close());

const join = async (name: string, roles: readonly string[], of: string | null = null): Promise<string> => {
  const { id, secret } = await desk.people.invite(asked(name, roles, of), { who: admin }, at(0));
  await desk.people.takeUp(secret, { name, signIn: name.toLowerCase(), password: PASSWORD }, FROM, at(0));
  return id;
};

test('the first account opens by a one-time link, which is spent then', async () => {
  assert.equal(desk.people.hasAccounts, false);
  await assert.rejects(
    desk.people.invite(asked('Ada', ['reader']), { who: 'westgate' }, at(0)),
    /someone to be left who may manage people/,
  );
  const { id, secret, deed } = await desk.people.invite(asked('Ada', ['system-administrator']), { who: 'westgate' }, at(0));
  admin = id;
  assert.deepEqual([desk.people.hasAccounts, desk.register.account.get(id)?.state, deed.verb], [true, 'invited', 'invite-person']);
  assert.equal((await desk.people.look(secret, at(1))).isNew, true);
  const set = { name: 'Ada', signIn: 'ada', password: PASSWORD };
  await assert.rejects(
    desk.people.takeUp(secret, { ...set, password: 'short' }, FROM, at(1)),
    /password: expected 12 to 200 characters, got 5/,
  );
  await assert.rejects(desk.people.takeUp(secret, { ...set, password: 'my name is ADA here' }, FROM, at(1)), /does not hold the name/);
  const { secret: session } = await desk.people.takeUp(secret, set, FROM, at(1));
  assert.equal((await desk.people.signIns.whoHolds(session, at(2)))?.name, 'Ada');
  await assert.rejects(desk.people.look(secret, at(2)), refused('WG_LINK_SPENT'));
  const [first] = await desk.deeds(1);
  assert.deepEqual([first?.verb, first?.who, first?.person], ['take-up-account', 'Ada', id]);
});

test('a link runs out after three days, and a newer one spends the older', async () => {
  const { id, secret } = await desk.people.invite(asked('Late', ['reader']), { who: admin }, at(0));
  await assert.rejects(desk.people.look(secret, at(72 * 60)), refused('WG_LINK_SPENT'));
  const newer = await desk.people.newLink(id, null, at(0));
  await assert.rejects(desk.people.look(secret, at(1)), refused('WG_LINK_SPENT'));
  assert.equal((await desk.people.look(newer, at(1))).id, id);
});

test('a session ends when it is not used, when it is too long, when it is ended, and with the account', async () => {
  const id = await join('Idle', ['reader']);
  const { signIns } = desk.people;
  const begin = () => signIns.signIn({ name: ' IDLE ', password: PASSWORD }, FROM, at(0));
  const idle = await begin();
  assert.ok(await signIns.whoHolds(idle.secret, at(119)));
  assert.ok(await signIns.whoHolds(idle.secret, at(230)), 'it was used in between');
  assert.equal(await signIns.whoHolds(idle.secret, at(351)), null);
  const long = await begin();
  for (let minute = 0; minute < 12 * 60; minute += 60) assert.ok(await signIns.whoHolds(long.secret, at(minute)));
  assert.equal(await signIns.whoHolds(long.secret, at(12 * 60)), null);
  const ended = await begin();
  const held = await signIns.whoHolds(ended.secret, at(1));
  await signIns.end(held?.session ?? '');
  assert.equal(await signIns.whoHolds(ended.secret, at(1)), null);
  const closed = await begin();
  const deed = await desk.people.setState(id, 'closed', { who: admin });
  assert.equal(await signIns.whoHolds(closed.secret, at(1)), null);
  await assert.rejects(begin(), refused('WG_SIGN_IN_REFUSED'));
  await desk.undo(deed.seq, { who: admin });
  await begin();
});

test('who guesses waits longer and longer, on the name and on the address, and the log says so without what was typed', async () => {
  await join('Quarry', ['reader']);
  const { signIns } = desk.people;
  const guess = (name: string, address: string, now: Date) => signIns.signIn({ name, password: 'hunter2 hunter2' }, from(address), now);
  for (let attempt = 0; attempt < 5; attempt += 1) await assert.rejects(guess('quarry', '10.0.0.1', at(0)), refused('WG_SIGN_IN_REFUSED'));
  const right = { name: 'quarry', password: PASSWORD };
  await assert.rejects(signIns.signIn(right, from('10.9.9.9'), at(0)), /try again in 15 s/, 'the right password waits too');
  await assert.rejects(guess('quarry', '10.0.0.1', at(1)), refused('WG_SIGN_IN_REFUSED'));
  await assert.rejects(signIns.signIn(right, from('10.9.9.9'), at(1)), /try again in 30 s/);
  await signIns.signIn(right, from('10.9.9.9'), at(2));
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await assert.rejects(guess(`nobody-${attempt}`, '10.0.0.2', at(3)), refused('WG_SIGN_IN_REFUSED'));
  }
  await assert.rejects(guess('nobody-else', '10.0.0.2', at(3)), refused('WG_TOO_MANY'));
  const log = await desk.people.log(100, null);
  assert.deepEqual([...new Set(log.map(({ result }) => result))].sort(), [
    'closed',
    'link-made',
    'link-used',
    'must-wait',
    'signed-in',
    'unknown',
    'wrong-password',
  ]);
  assert.doesNotMatch(JSON.stringify(log), /hunter2|nobody|quarry|10\.0\.0\.[12]/i);
  assert.deepEqual(new Set(log.map(({ address }) => address)), new Set(['10.0.0.0', '10.9.9.0', '10.1.2.0', 'unknown']));
});

test('nobody gives a role to themselves, and someone must be left who manages people', async () => {
  const rev = desk.register.account.get(admin)?.rev ?? 0;
  const give = (who: string, id: string, roles: readonly string[]) =>
    desk.people.change(id, desk.register.account.get(id)?.rev ?? 0, { roles }, { who });
  await assert.rejects(give(admin, admin, ['system-administrator', 'programme-office']), refused('WG_NOT_ALLOWED'));
  await assert.rejects(give(admin, admin, ['reader']), refused('WG_NOT_ALLOWED'));
  await assert.rejects(desk.people.setState(admin, 'closed', { who: admin }), /someone to be left/);
  await assert.rejects(desk.people.change(admin, rev + 7, { roles: ['reader'] }, { who: admin }), refused('WG_STALE_RECORD'));
  const other = await join('Second', ['security-administrator']);
  await give(other, admin, ['system-administrator', 'reader']);
  const reader = await join('Mere', ['reader']);
  await assert.rejects(give(reader, other, ['reader']), refused('WG_NOT_ALLOWED'));
  await assert.rejects(give(admin, reader, ['department-lead']), /department: expected a department for the role department-lead/);
  await assert.rejects(give(admin, reader, ['emperor']), /found emperor/);
  await assert.rejects(
    desk.edit([{ action: 'withdraw', table: 'account', key: reader, rev: desk.register.account.get(reader)?.rev ?? 0 }], { who: admin }),
    /changed at \/api\/v1\/people/,
  );
});

test('a deed is judged by the roles of who does it, its undoing as well', async () => {
  const [mine] = [...desk.register.project.values()].filter(({ lead }) => lead === department);
  const [theirs] = [...desk.register.project.values()].filter(({ lead }) => lead !== null && lead !== department);
  assert.ok(mine && theirs);
  const lead = await join('Lead', ['department-lead'], department);
  const member = await join('Member', ['department-member'], department);
  const revise = (who: string, key: string) => {
    const { rev } = desk.register.project.get(key) ?? mine;
    return desk.revise({ table: 'project', key, rev, fields: { note_en: `by ${who} at ${rev}` } }, { who });
  };
  const { seq } = await revise(lead, mine.id);
  await assert.rejects(revise(lead, theirs.id), refused('WG_NOT_ALLOWED'));
  await assert.rejects(revise(member, mine.id), refused('WG_NOT_ALLOWED'));
  await assert.rejects(revise(admin, mine.id), refused('WG_NOT_ALLOWED'));
  await assert.rejects(desk.undo(seq, { who: member }), refused('WG_NOT_ALLOWED'));
  const outcome = (subjectId: string) => ({
    subjectKind: 'project' as const,
    subjectId,
    what: 'started' as const,
    dates: '2026-01-02',
    value: null,
    unit: null,
    newDueOn: null,
    source: null,
    confidence: 'low' as const,
    note: { zh: null, en: 'seen' },
  });
  await acted(desk, 'record-outcome', outcome(mine.id), { who: member });
  await assert.rejects(acted(desk, 'record-outcome', outcome(theirs.id), { who: member }), refused('WG_NOT_ALLOWED'));
  await assert.rejects(desk.startDistrict(null, { who: lead }), refused('WG_NOT_ALLOWED'));
  await desk.undo(seq, { who: lead });
  await desk.people.setState(lead, 'closed', { who: admin });
  await assert.rejects(revise(lead, mine.id), refused('WG_NOT_ALLOWED'));
});

test('accounts stay out of the folder, and stay when the district goes', async () => {
  assert.doesNotMatch([...desk.exportFolder().entries()].flat().join('\n'), /system-administrator|p-[0-9a-f]{16}/);
  const before = desk.register.account.size;
  const { seq } = await desk.startDistrict(null, { who: 'westgate' });
  assert.deepEqual([desk.register.account.size, desk.register.district.size], [before, 0]);
  await desk.undo(seq, { who: 'westgate' });
  assert.equal((await desk.verify()).isClean, true);
});

test('erasing a person empties the personal record and closes the account', async () => {
  const id = await join('Gone', ['reader']);
  const { secret } = await desk.people.signIns.signIn({ name: 'gone', password: PASSWORD }, FROM, at(9));
  await desk.erasePerson(id, 'asked');
  assert.equal(await desk.people.signIns.whoHolds(secret, at(10)), null);
  const [row] = (await desk.people.list()).filter((each) => each.id === id);
  assert.deepEqual([row?.name, row?.signIn, row?.sessions, row?.state], [null, null, 0, 'closed']);
  assert.equal((await desk.verify()).isClean, true);
});

test('of changes of one account at one time one is done, and each other is told that it came too late', async () => {
  const id = await join('Raced', ['reader']);
  const codeOf = (error: unknown): unknown => (error instanceof WestgateError ? error.code : error);
  const outcomes = async (works: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(works)).map((each) => (each.status === 'fulfilled' ? 'done' : codeOf(each.reason))).toSorted();
  const rev = desk.register.account.get(id)?.rev ?? 0;
  const change = (roles: readonly string[]) => desk.people.change(id, rev, { roles: [...roles] }, { who: admin });
  assert.deepEqual(await outcomes([change(['auditor']), change(['reader', 'auditor']), change(['auditor'])]), [
    'WG_STALE_RECORD',
    'WG_STALE_RECORD',
    'done',
  ]);
  const close = () => desk.people.setState(id, 'closed', { who: admin });
  assert.deepEqual(await outcomes([close(), close()]), ['WG_INPUT_INVALID', 'done']);
});

test('in production the three administrators are three persons', async () => {
  const office = await openDesk({ memory: true, isProduction: true });
  const both = asked('Both', ['system-administrator', 'auditor']);
  await assert.rejects(
    office.people.invite(both, { who: 'westgate' }, at(0)),
    /expected system-administrator and auditor to be two persons/,
  );
  await office.people.invite(asked('One', ['system-administrator']), { who: 'westgate' }, at(0));
  await office.people.invite(asked('Two', ['auditor', 'reader']), { who: 'westgate' }, at(0));
  await office.close();
});
