import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dayOf } from '@westgate/base';
import { act, type Desk, linkedBy, openDesk } from '@westgate/desk';
import { type Answered, assignedTo, assignmentsOf, lastReport, ownerOf, standingOf } from '@westgate/domain';
import { acted } from '../acting.ts';
import { HARBOUR } from '../folders.ts';

const NOON = new Date(Date.UTC(2026, 4, 12, 4));
const TODAY = dayOf('2026-05-12');
const refused = (code: string) => (error: { code?: string }) => error.code === code;

let desk: Desk;
let admin: string;
let project: string;
let lead: string;
before(async () => {
  desk = await openDesk({ memory: true, districtFolder: HARBOUR, now: () => NOON });
  const found = [...desk.register.project.values()].find((row) => row.lead !== null);
  project = found?.id ?? '';
  lead = found?.lead ?? '';
  admin = await invited('Ada', ['system-administrator', 'programme-office'], null);
});
after(() => desk.close());

const invited = async (name: string, roles: readonly string[], department: string | null): Promise<string> => {
  const draft = { name, signIn: name.toLowerCase(), mail: null, phone: null, roles, department };
  const { id, secret } = await desk.people.invite(draft, { who: admin ?? 'westgate' }, NOON);
  await desk.people.takeUp(
    secret,
    { name, signIn: name.toLowerCase(), password: 'a heron stands on the weir' },
    { address: '10.0.0.1', device: null },
    NOON,
  );
  return id;
};
const here = () => ({ kind: 'project', id: project }) as const;
const DOING = { today: TODAY, reader: null, name: 'Ada' };
const nameOwner = (subjects: readonly Answered[], person: string | null, who: string) =>
  act(desk, 'name-owner', { subjects, person }, { who }, DOING);

test('a person is named for a record of her own department, and for no other', async () => {
  const [ben, stranger] = [await invited('Ben', ['department-member'], lead), await invited('Cho', ['reader'], null)];
  await assert.rejects(nameOwner([here()], stranger, admin), /expected a person with an open account in/);
  await assert.rejects(nameOwner([{ kind: 'project', id: 'nowhere' }], ben, admin), refused('WG_NOT_FOUND'));
  await assert.rejects(nameOwner([here()], ben, ben), refused('WG_NOT_ALLOWED'), 'a member names nobody');
  const { deed } = await nameOwner([here()], ben, admin);
  assert.equal(assignedTo(desk.register, 'project', project), ben);
  await desk.undo(deed?.seq ?? 0, { who: admin });
  assert.equal(assignedTo(desk.register, 'project', project), null);
  await nameOwner([here()], ben, admin);
});

test('all she answers for is handed over as one deed, and undone as one', async () => {
  const [ben] = [...desk.register.assignment.values()].map(({ person }) => person);
  const dee = await invited('Dee', ['department-lead'], lead);
  const { deed } = await act(desk, 'hand-over', { from: ben ?? '', to: dee }, { who: admin }, DOING);
  assert.equal(deed?.changes.length, 1);
  assert.deepEqual([assignmentsOf(desk.register, ben ?? '').length, assignmentsOf(desk.register, dee).length], [0, 1]);
  await assert.rejects(act(desk, 'hand-over', { from: ben ?? '', to: dee }, { who: admin }, DOING), /found one named for none/);
  await desk.undo(deed?.seq ?? 0, { who: admin });
  assert.equal(assignedTo(desk.register, 'project', project), ben);
});

test('an account that answers for something is closed, or moved, only with someone to take it over', async () => {
  const { person: ben = '' } = [...desk.register.assignment.values()][0] ?? {};
  const dee = [...desk.register.account.values()].find(({ roles }) => roles.includes('department-lead'))?.id ?? '';
  await assert.rejects(desk.people.setState(ben, 'closed', { who: admin }), /expected someone to take over the 1 records/);
  const rev = desk.register.account.get(ben as never)?.rev ?? 0;
  const moved = desk.people.change(ben, rev, { department: null, roles: ['reader'] }, { who: admin });
  await assert.rejects(moved, /expected someone to take over/);
  const deed = await desk.people.setState(ben, 'closed', { who: admin }, dee);
  assert.deepEqual(deed.changes.map(({ table }) => table).sort(), ['account', 'assignment']);
  assert.equal(assignedTo(desk.register, 'project', project), dee);
  await desk.undo(deed.seq, { who: admin });
  assert.equal(assignedTo(desk.register, 'project', project), ben);
});

test('who answers for a record goes with it, by whatever deed it goes', async () => {
  const folder = desk.exportFolder();
  assert.ok(![...folder.keys()].some((name) => name.startsWith('people/')), 'no folder tells who the people are');
  const made = await desk.edit(
    [
      {
        action: 'create',
        table: 'project',
        fields: { id: 'short-lived', name_en: 'Short lived', kind: 'heritage', lead, no_place_reason_en: 'none' },
      },
    ],
    { who: admin },
  );
  const { person = '' } = [...desk.register.assignment.values()][0] ?? {};
  await nameOwner([{ kind: 'project', id: 'short-lived' }], person, admin);
  assert.equal(assignmentsOf(desk.register, person).length, 2);
  const report = await desk.importFolder(folder, { who: 'westgate', reason: 'back' });
  assert.ok(report.seq !== null && !desk.register.project.has('short-lived' as never));
  assert.equal(assignmentsOf(desk.register, person).length, 1, 'no orphan');
  await desk.undo(report.seq ?? 0, { who: 'westgate' });
  assert.equal(assignmentsOf(desk.register, person).length, 2);
  assert.ok(made.records.length === 1 && (await desk.verify()).isClean);
});

test('a record made today owes its first report from today on, and so does one that is asked again', async () => {
  await desk.edit(
    [
      {
        action: 'create',
        table: 'update_rule',
        fields: { subject_kind: 'project', cadence: 'weekly', asked_from: '2025-01-06', near_days: 1, window_days: 1, escalate_days: 5 },
      },
      {
        action: 'create',
        table: 'project',
        fields: { id: 'new-today', name_en: 'New', kind: 'heritage', lead, no_place_reason_en: 'none' },
      },
    ],
    { who: admin },
  );
  const row = () => desk.register.project.get('new-today' as never);
  assert.deepEqual([row()?.asked_from, standingOf(desk.register, 'project', 'new-today', TODAY)?.name], [TODAY, 'ahead']);
  assert.equal(standingOf(desk.register, 'project', project, TODAY)?.name, 'stale', 'what was there before owes since the rule began');
  const revise = (cadence: string | null) =>
    desk.revise(
      { table: 'project', key: project, rev: desk.register.project.get(project as never)?.rev ?? 0, fields: { cadence } },
      { who: admin },
    );
  await revise('none');
  await revise('monthly');
  assert.equal(standingOf(desk.register, 'project', project, TODAY)?.name, 'ahead', 'asked again: owed from today');
});

test('a body outside the district reports by a link up to its day; the secret is kept nowhere', async () => {
  const draft = {
    subjectKind: 'project',
    subjectId: project,
    body: { zh: null, en: 'Harbour Company' },
    expiresOn: dayOf('2026-05-20'),
  } as const;
  const late = acted(desk, 'make-outside-link', { ...draft, expiresOn: '2026-05-11' }, { who: admin }, TODAY);
  await assert.rejects(late, /expected a day from 2026-05-12/);
  const { deed, secret } = await acted(desk, 'make-outside-link', draft, { who: admin }, TODAY);
  assert.ok(secret);
  assert.ok(!JSON.stringify([await desk.deed(deed.seq), [...desk.register.outside_link.values()]]).includes(secret));
  const link = linkedBy(desk.register, secret, TODAY);
  assert.throws(() => linkedBy(desk.register, secret, dayOf('2026-05-21')), refused('WG_LINK_SPENT'));
  assert.throws(() => linkedBy(desk.register, `${secret}x`, TODAY), refused('WG_LINK_SPENT'));
  const said = {
    subjectKind: 'project',
    subjectId: project,
    unchanged: false,
    step: 'under-way',
    forecastOn: null,
    waitsFor: null,
  } as const;
  const updates = [{ ...said, words: { zh: null, en: 'Piles driven' }, outside: draft.body }];
  await acted(desk, 'report-updates', { updates }, { who: 'Eve of the company' }, TODAY);
  const last = lastReport(desk.register, 'project', project, TODAY)?.said;
  assert.deepEqual([last?.outside_en, last?.reporter, last?.words_en], ['Harbour Company', null, 'Piles driven']);
  const taken = await desk.withdraw({ table: 'outside_link', key: link.id, rev: link.rev }, { who: admin });
  assert.throws(() => linkedBy(desk.register, secret, TODAY), refused('WG_LINK_SPENT'));
  await desk.undo(taken.seq, { who: admin });
  assert.equal(linkedBy(desk.register, secret, TODAY).id, link.id);
  const byHand = {
    action: 'create',
    table: 'assignment',
    fields: { subject_kind: 'project', subject_id: project, person: admin },
  } as const;
  await assert.rejects(desk.edit([byHand], { who: admin }), /who answers is named by POST/);
  assert.equal(ownerOf(desk.register, 'project', project), lead);
});

test('what one department is to decide at a gate is decided by no other, not even by the lead of the project', async () => {
  const [works, housing] = [await invited('Fay', ['department-lead'], 'works'), await invited('Gus', ['department-member'], 'housing')];
  const answer = (requirement: string, who: string) => {
    const ask = { id: 'sea-wall', requirement, answer: 'yes', words: { zh: null, en: null }, on: TODAY, department: null } as const;
    return act(desk, 'answer-requirement', ask, { who }, DOING);
  };
  await assert.rejects(answer('wall-entry-2', works), refused('WG_NOT_ALLOWED'));
  await answer('wall-entry-2', housing);
  await assert.rejects(answer('wall-entry-1', housing), refused('WG_NOT_ALLOWED'), 'what is asked of the lead is answered by the lead');
  await answer('wall-entry-1', works);
});

test('what is left over in the tables of the office keeps nobody from writing, and an account can always be closed', async () => {
  const hal = await invited('Hal', ['department-lead'], lead);
  const records = {
    action: 'create',
    table: 'project',
    fields: { id: 'moving', name_en: 'Moving', kind: 'heritage', lead, no_place_reason_en: 'none' },
  } as const;
  await desk.edit([records], { who: admin });
  const named = await nameOwner([{ kind: 'project', id: 'moving' }], hal, admin);
  const other = [...desk.register.department.keys()].find((id) => id !== lead) ?? '';
  const rev = () => desk.register.project.get('moving' as never)?.rev ?? 0;
  await desk.revise({ table: 'project', key: 'moving', rev: rev(), fields: { lead: other } }, { who: admin });
  assert.equal(assignedTo(desk.register, 'project', 'moving'), null, 'it counts within the department alone');
  await desk.people.setState(hal, 'closed', { who: admin });

  const unnamed = await nameOwner([{ kind: 'project', id: 'moving' }], null, admin);
  await desk.edit([{ action: 'withdraw', table: 'project', key: 'moving', rev: rev(), withAll: true }], { who: admin });
  assert.ok(named.deed && unnamed.deed);
  await desk.undo(unnamed.deed?.seq ?? 0, { who: admin });
  await desk.edit([{ ...records, fields: { ...records.fields, id: 'after-all' } }], { who: admin });
  assert.ok(desk.register.project.has('after-all' as never));
  const typed = { ...records, fields: { ...records.fields, id: 'never-late', asked_from: '2099-01-01' } };
  await assert.rejects(desk.edit([typed], { who: admin }), /asked_from: expected nothing/);
});
