import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dayOf } from '@westgate/base';
import { readFolder } from '@westgate/desk';
import {
  type AnyRow,
  attentionOf,
  countExceptions,
  ledgerOf,
  mattersOn,
  type Register,
  registerOf,
  sayDay,
  sayNoSource,
  stateOf,
  withOwnBasis,
} from '@westgate/domain';
import { rowsOf } from '../folders.ts';

const PRACTICE = fileURLToPath(new URL('../../../../../data/practice', import.meta.url));

/**
 * What needs attention in the practice district on the day it opens as of, counted by hand from what its script plans (tools/practice), in no
 * order of a program. A line: the record, and why.
 */
const BY_HAND = `
commitment 26-anping             due-not-known           | due on 13 November, last word on 24 September
commitment 26-pocket             due-not-known           | due on 20 November, last word on 24 September
project anping-north             due-not-known           | the same works
project hexi-pocket-parks        due-not-known           | the same works
project baiquan-temple           due-not-known           | the main works were promised for 15 October, and nobody says
commitment 26-slope              late                    | due on 30 September; 31 households had not signed on 21 October
commitment 26-support            late                    | due on 30 June; the meeting of 15 July found them not issued
project songling-shanty          late slipping           | expected on 20 December
project rent-support             late slipping           | expected on 15 December
commitment 25-shanty             slipped                 | carried on into 2026
commitment 25-depot              slipped                 | carried on into 2026
commitment 25-tower              slipped                 | carried on into 2026
commitment 25-sluice             slipped                 | carried on into 2026
commitment 26-school             slipped                 | put off to 28 February 2027
project yunqiao-school           slipped slipping        | the same
project chenghu-tower            blocked waiting         | waits for the Planning Bureau
project jintian-yard-9           blocked waiting         | waits for City Management
project wangchuan-greenway-2     waiting                 | waits for the Water Bureau
project jintian-machine          slipping                | due on 30 June 2027, expected on 30 September
project qingfang-park-2          slipping                | due on 31 December, expected on 31 March 2027
project hexi-waterside           stale                   | last report in July
project jintian-canteen          stale no-owner          | nobody leads it, so nobody reports
commitment 26-canteen            stale no-owner          | the same
commitment 26-hill               overdue                 | no report on the third quarter
commitment 26-parking            overdue                 | no report on the third quarter
project yunqiao-lane-7           overdue                 | no report on October
project anping-hotel             overdue                 | no report on October
commitment 25-aim                no-due-date             | an aim has none
commitment 26-aim                no-due-date             | an aim has none
commitment 26-study              no-due-date             | the text names none
project baiquan-market           no-due-date             | the task sheet names none
`;

/** What a step may be that rests on what was brought. */
const RESTING: ReadonlySet<string> = new Set(['reported', 'verified', 'closed']);

const LINE = /^(\S+) (\S+) +(.*?) +\|/;

async function practice(): Promise<Register> {
  return registerOf(rowsOf(await readFolder(join(PRACTICE))));
}

test('what needs attention in the practice district is what a person counts by hand', async () => {
  const { records, events, matters, warnings } = attentionOf(await practice(), dayOf('2026-11-27'));
  const counted = BY_HAND.trim()
    .split('\n')
    .map((line) => (LINE.exec(line) ?? []).slice(1).join(' '));
  assert.equal(counted.length, 31);
  assert.deepEqual(records.map(({ kind, id, why }) => `${kind} ${id} ${why.join(' ')}`).sort(), counted.sort());
  assert.deepEqual(countExceptions(records), {
    'due-not-known': 5,
    late: 4,
    reopened: 0,
    slipped: 6,
    unsourced: 0,
    blocked: 2,
    waiting: 3,
    slipping: 5,
    stale: 3,
    overdue: 4,
    'no-owner': 2,
    'no-due-date': 4,
  });
  assert.ok(
    records.slice(0, 5).every(({ why }) => why[0] === 'due-not-known'),
    'what nobody knows stands first',
  );
  assert.deepEqual(events, [{ id: 'market-day-2026', on: '2026-10-18' }]);
  // The moving out, sent back papers, a paper asked for at a gate, a request and a decision: due on 30 October, 10, 16, 18 and 24 November.
  assert.deepEqual(
    matters.map(({ row }) => row.id),
    ['slope-signing', 'support-rules', 'ask-shanty-design', 'request-tower-pipes', 'matter-jintian-notice'],
  );
  // Reports on the fourth quarter may be answered into January 2027, whose holidays no notice tells yet.
  assert.deepEqual(warnings, { plansOver: [], targetsOver: [], yearsWithoutHolidays: ['2027'] });
});

test('a closing is re-opened once the file that it rested on is taken out: the matter stands where the lead signed for it, overdue', async () => {
  const rows = rowsOf(await readFolder(PRACTICE));
  const today = dayOf('2026-11-27');
  const leveeIn = (register: Register) => mattersOn(register, today).find(({ row }) => row.id === 'levee-floods');
  const before = registerOf(rows);
  assert.equal(leveeIn(before)?.standing.name, 'closed');
  // Only what is signed for or sent back rests on nothing.
  for (const { supervision, position, step, basis } of before.supervision_step.values())
    assert.equal(basis.length > 0, RESTING.has(step), `${supervision} ${position}`);
  const after = registerOf({ ...rows, evidence: rows.evidence.filter(({ id }) => id !== 'file-report-levee') });
  const levee = leveeIn(after);
  assert.deepEqual([levee?.standing.name, levee?.standing.light, levee?.lost], ['signed-for', 'overdue', [2, 3, 4]]);
  const [were, are] = [attentionOf(before, today), attentionOf(after, today)];
  const known = new Set(were.records.map(({ id }) => id));
  assert.deepEqual(
    are.records.filter(({ id }) => !known.has(id)).map(({ kind, id, why }) => `${kind} ${id} ${why.join(' ')}`),
    ['project hexi-levee-2 reopened'],
  );
  assert.equal(are.matters.length, were.matters.length + 1);
});

test('a new due date without a source takes no promise or project off the list: all that are open stay, and say so', async () => {
  const rows = rowsOf(await readFolder(PRACTICE));
  const today = dayOf('2026-11-27');
  const listed = (register: Register): ReadonlyMap<string, readonly string[]> =>
    new Map(attentionOf(register, today).records.map(({ kind, id, why }) => [`${kind} ${id}`, why]));
  const before = listed(registerOf(rows));
  const unsourced = () => sayNoSource({ by: { zh: '本机构', en: 'this office' }, on: sayDay(today) });
  const moved = (table: 'commitment' | 'project', given: object = {}): readonly AnyRow[] =>
    (rows[table] ?? []).map((row) => {
      const changed = withOwnBasis(table, row, { ...row, due_on: '2027-11-11' }, new Set(), unsourced).row;
      return withOwnBasis(table, changed, { ...changed, ...given }, new Set(), unsourced).row;
    });
  const after = registerOf({ ...rows, commitment: moved('commitment'), project: moved('project') });
  const now = listed(after);
  const open = [...before].filter(([, why]) => why.some((each) => each === 'late' || each === 'due-not-known' || each === 'slipped'));
  assert.equal(open.length, 15);
  for (const [record] of open) assert.ok(now.get(record)?.includes('unsourced'), record);
  assert.deepEqual(now.get('commitment 26-slope'), ['unsourced']);
  for (const { kind, id } of ledgerOf(after, today))
    assert.equal(now.get(`${kind} ${id}`)?.includes('unsourced') ?? false, stateOf(after, { kind, id }, today).name !== 'done', id);
  const given = { due_basis_zh: '区政府会议纪要' };
  const told = listed(registerOf({ ...rows, commitment: moved('commitment', given), project: moved('project', given) }));
  assert.ok(
    [...told.values()].every((why) => !why.includes('unsourced')),
    'a basis that is given clears it',
  );
});

test('a day of a milestone that is changed or taken away without a source, expected or reached, takes no open project off the list', async () => {
  const rows = rowsOf(await readFolder(PRACTICE));
  const today = dayOf('2026-11-27');
  const unsourced = () => sayNoSource({ by: { zh: '本机构', en: 'this office' }, on: sayDay(today) });
  const listed = (milestone: readonly AnyRow[]) => {
    const register = registerOf({ ...rows, milestone });
    return new Map(attentionOf(register, today).records.map((each) => [`${each.kind} ${each.id}`, each]));
  };
  const before = rows.milestone ?? [];
  const register = registerOf(rows);
  const isOpen = (project: unknown): boolean => stateOf(register, { kind: 'project', id: String(project) }, today).name !== 'done';
  const lapsed = [...listed(before).values()].flatMap(({ lapses }) => lapses.flatMap(({ milestone }) => milestone ?? []));
  assert.ok(lapsed.length > 0, 'one passed its day without word');
  let tried = 0;
  const ways: readonly object[] = [
    { forecast: '2027-11-11' },
    { forecast: '2027-11-12', actual: null },
    { actual: '2026-11-26' },
    { forecast: null, actual: null },
  ];
  const change = (from: AnyRow, fields: object): AnyRow =>
    withOwnBasis('milestone', from, { ...from, ...fields }, new Set(), unsourced).row;
  const places = new Map<unknown, number>();
  const placed = before.map((row) => {
    const place = places.get(row.project) ?? 0;
    places.set(row.project, place + 1);
    return { row, place };
  });
  for (const way of ways) {
    // One milestone of every project at a time: what a project plans is no matter of another.
    for (let nth = 0; nth < Math.max(...places.values()); nth += 1) {
      const changes = placed.flatMap(({ row, place }) => {
        const changed = change(row, way);
        return place !== nth || (changed.forecast === row.forecast && changed.actual === row.actual) ? [] : [[row.id, changed] as const];
      });
      const changed = new Map(changes);
      const found = listed(before.map((row) => changed.get(row.id) ?? row));
      const given = new Map(changes.map(([id, row]) => [id, change(row, { note_zh: '区政府会议纪要' })]));
      const told = listed(before.map((row) => given.get(row.id) ?? row));
      for (const [id, { project }] of changes) {
        tried += isOpen(project) ? 1 : 0;
        const seen = found.get(`project ${project}`);
        const where = `${id} ${JSON.stringify(way)}`;
        assert.deepEqual(seen?.unsourced ?? [], isOpen(project) ? [id] : [], where);
        assert.equal(seen?.why.includes('unsourced') ?? false, isOpen(project), where);
        assert.ok(!told.get(`project ${project}`)?.why.includes('unsourced'), `${where}: a basis that is given clears it`);
      }
    }
  }
  assert.ok(tried > 100, `${tried} days of open projects were changed`);
});
