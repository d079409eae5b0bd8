import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, dayOf, idOf } from '@westgate/base';
import { loopSchema } from '@westgate/contract';
import { type Paper, reportPaper, reportSheets } from '@westgate/desk';
import {
  coverageOf,
  digestLines,
  EXCEPTIONS,
  monthlyContentOf,
  NO_NARRATIVE,
  noticesDue,
  owedNotices,
  type Row,
  registerOfPlan,
  reportContentOf,
} from '@westgate/domain';
import { asCaller } from '../../src/caller/caller.ts';
import { LISTS } from '../../src/list/lists.ts';
import { briefIn } from '../../src/present/brief.ts';
import { gateBoardOf } from '../../src/present/gate-board.ts';
import { monthlySheetIn } from '../../src/present/monthly.ts';
import { exceptionsPage, todayIn } from '../../src/present/today.ts';
import { statesOf } from '../../src/view/states.ts';
import { type View, viewOf } from '../../src/view/view.ts';
import { recount, WHYS } from './recount.ts';
import { type Rows, registerFrom, seededRows } from './seeded-district.ts';

/** The list of a month asks no office. */
const NO_OFFICE = undefined as never;

/** `npm run trial:long` tries 500. */
const SEEDS = process.env.WESTGATE_TRIAL === 'all' ? 500 : 250;

function viewOn(rows: Rows, asOf: string, plan: string | undefined): View {
  const day = dayOf(asOf);
  const view = viewOf(statesOf(registerFrom(rows), day), { seq: 1, today: day, placesSince: null, changed: () => null });
  return plan === undefined ? view : { ...view, register: registerOfPlan(view.whole, plan), plan };
}

const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();
const isOf = (kind: string) => (name: string) => name.startsWith(kind);

/** Which records stand under each reason. */
function byWhy(items: readonly { readonly name: string; readonly why: readonly string[] }[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(WHYS.map((why) => [why, sorted(items.flatMap((item) => (item.why.includes(why) ? [item.name] : [])))]));
}

function sizes(sets: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(sets).map(([why, names]) => [why, names.length]));
}

test(`in ${SEEDS} seeded districts every place that says late, due, re-opened, no owner, no due date or nothing means the same records, of a plan or of all`, async () => {
  const met = new Map<string, number>();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { rows, asOf } = seededRows(seed);
    for (const plan of [undefined, seed % 2 === 0 ? 'plan' : 'other']) {
      await asCaller({ kind: 'open' }, () => compare(rows, asOf, plan, `seed ${seed} on ${asOf}, ${plan ?? 'all plans'}`));
      const { whys, events, matters, reopened, plansOver } = recount(rows, asOf, plan);
      for (const [why, { length }] of [
        ...Object.entries(whys),
        ['events', events],
        ['matters', matters],
        ['re-opened matters', reopened],
        ['plans over', plansOver],
      ] as const)
        met.set(why, (met.get(why) ?? 0) + length);
    }
  }
  for (const [why, count] of met) assert.ok(count > 50, `${why} was met ${count} times: the districts must hold enough of each`);
});

async function compare(rows: Rows, asOf: string, plan: string | undefined, where: string): Promise<void> {
  const found = recount(rows, asOf, plan);
  const expected = Object.fromEntries(WHYS.map((why) => [why, sorted(found.whys[why] ?? [])]));
  const all = sorted(new Set(Object.values(expected).flat()));
  const view = viewOn(rows, asOf, plan);
  const { register, whole, asOf: day } = view;

  const page = exceptionsPage(view, loopSchema.exceptionQuery.parse({ limit: '500' }));
  assert.deepEqual(
    byWhy(page.items.map(({ thing, why }) => ({ name: `${thing.kind}:${thing.id}`, why }))),
    expected,
    `exceptions, ${where}`,
  );
  assert.deepEqual([page.counts, page.total], [sizes(expected), all.length], `counts of exceptions, ${where}`);
  assert.deepEqual(sorted(page.events.map(({ thing }) => thing.id)), sorted(found.events), `events, ${where}`);
  const amiss = sorted([...found.matters, ...found.reopened]);
  assert.deepEqual(sorted(page.matters.map(({ id }) => id)), amiss, `matters, ${where}`);
  assert.deepEqual(
    page.warnings.plansOver.map(({ thing }) => thing.id),
    found.plansOver,
    `plans over, ${where}`,
  );
  assert.deepEqual(page.warnings.yearsWithoutHolidays, found.yearsWithoutHolidays, `years, ${where}`);
  const gravest = page.items.map(({ why }) => WHYS.indexOf(why[0] ?? 'no-due-date'));
  assert.deepEqual(
    gravest,
    gravest.toSorted((a, b) => a - b),
    `what nobody knows stands first, ${where}`,
  );

  const today = todayIn(view, { limit: 500, skip: 0 });
  assert.deepEqual([today.exceptionCounts, today.exceptionCount], [sizes(expected), all.length], `today, ${where}`);
  const beside = [found.matters.length, found.reopened.length, found.events.length];
  assert.deepEqual([today.overdueMatters, today.reopenedMatters, today.silentEvents], beside, `today, ${where}`);
  const { late, overdue, stale } = today.counts;
  assert.equal(late + overdue + stale, found.unreported.length, `reports on today, ${where}`);
  assert.equal(today.askedFrom, found.askedFrom, `the day from which reports are asked for, ${where}`);
  const due = sorted(today.coming.filter(({ what }) => what === 'due').map(({ thing }) => `${thing.kind}:${thing.id}`));
  if (today.coming.length < 8) assert.deepEqual(due, sorted(found.coming), `coming, ${where}`);
  let own = 0;
  for (const { id } of register.department.values()) own += todayIn(view, { department: id, limit: 500, skip: 0 }).exceptionCount;
  const ownerless = expected['no-owner']?.length ?? 0;
  assert.equal(own + ownerless, all.length, `the departments have what all have, ${where}`);

  const looked = { commitments: register.commitment.size, projects: register.project.size, events: true };
  for (const answer of [page, today, briefIn(view, view)]) assert.deepEqual(answer.looked, looked, `of how many it is said, ${where}`);

  const brief = briefIn(view, view);
  assert.deepEqual(
    byWhy(brief.exceptions.map(({ thing, why }) => ({ name: `${thing.kind}:${thing.id}`, why }))),
    expected,
    `brief, ${where}`,
  );
  assert.deepEqual([brief.exceptionCounts, brief.exceptionCount], [sizes(expected), all.length], `brief, ${where}`);
  assert.deepEqual([brief.overdueMatters, brief.reopenedMatters, brief.silentEvents], beside, `brief, ${where}`);

  const { gaps, commitments, projects } = coverageOf(register, day);
  for (const gap of ['no-owner', 'no-due-date'] as const) {
    const named = gaps.filter((each) => each.gap === gap).map(({ kind, id }) => `${kind}:${id}`);
    assert.deepEqual(sorted(named), expected[gap], `coverage, ${gap}, ${where}`);
  }
  assert.deepEqual(
    [commitments.withoutOwner + projects.withoutOwner, commitments.withoutDueDate + projects.withoutDueDate],
    [ownerless, expected['no-due-date']?.length],
    `counts of coverage, ${where}`,
  );

  const content = reportContentOf(whole, day, plan);
  assert.ok(content.attention);
  const { records, events, matters, warnings } = content.attention;
  assert.deepEqual(byWhy(records.map(({ kind, id, why }) => ({ name: `${kind}:${id}`, why }))), expected, `report, ${where}`);
  assert.deepEqual(
    [sorted(events.map(({ id }) => id)), sorted(matters.map(({ id }) => id))],
    [sorted(found.events), amiss],
    `report, ${where}`,
  );
  assert.deepEqual(
    [warnings.plansOver.map(({ id }) => id), warnings.yearsWithoutHolidays],
    [found.plansOver, found.yearsWithoutHolidays],
    `report, ${where}`,
  );
  const said = textOf(reportPaper(reportOf(content, asOf), 'en'));
  const inAll = all.length + found.events.length + amiss.length;
  const { commitments: commitmentCount, projects: projectCount } = looked;
  const onDay = `as of ${saidDay(asOf)}: `;
  const ofPlans = plan === undefined ? 'All plans · ' : `“${titleOf(rows, plan)}”`;
  assert.ok(
    said.split('\n').some((line) => line.startsWith(ofPlans) && line.includes(onDay)),
    `the paper names plan and day, ${where}`,
  );
  assert.equal(isAllClear(said), inAll === 0, `paper, ${where}`);
  if (inAll === 0 && commitmentCount + projectCount > 0)
    assert.match(
      said,
      new RegExp(`among ${commitmentCount} commitments? and ${projectCount} projects?`),
      `of how many it speaks, ${where}`,
    );
  if (inAll > 0) assert.equal(Number(/(\d+) records? needs? attention: /.exec(said)?.[1]), inAll, `paper, ${where}`);
  const count = (words: string): number => Number(new RegExp(`attention: .*?${words} (\\d+)`).exec(said)?.[1] ?? -1);
  const unknown = expected['due-not-known']?.length ?? 0;
  const late0 = expected.late?.length ?? 0;
  if (unknown > 0) assert.deepEqual([count('due, outcome not known'), count('known late')], [unknown, late0], `paper, ${where}`);
  else assert.equal(count('known late'), -1, `nothing is kept open where all is known, ${where}`);

  const ofProjects = Object.fromEntries(Object.entries(expected).map(([why, names]) => [why, names.filter(isOf('project'))]));
  const board = (await gateBoardOf(view, 0)).items.map(({ project, why }) => ({ name: `project:${project.id}`, why }));
  assert.deepEqual(byWhy(board), ofProjects, `board, ${where}`);
  const sheet = monthlySheetIn(view, {}, view);
  const inMonth = await LISTS.months.table(view, { limit: 500, columns: 'why' }, NO_OFFICE);
  const shown = inMonth.rows.map(({ id, cells: [cell] }) => ({
    name: `project:${id}`,
    why: EXCEPTIONS.filter((each) => Array.isArray(cell) && cell.some(({ key }) => key === each)),
  }));
  assert.deepEqual(byWhy(shown), ofProjects, `monthly sheet, ${where}`);
  assert.deepEqual(
    [sheet.exceptionCounts, sheet.exceptionCount],
    [sizes(ofProjects), all.filter(isOf('project')).length],
    `monthly sheet, ${where}`,
  );
  const month = monthlyContentOf(whole, asOf.slice(0, 7), NO_NARRATIVE, { asOf: day, plan });
  const frozen = month.groups.flatMap(({ rows: own3 }) => own3.map(({ project, why = [] }) => ({ name: `project:${project.id}`, why })));
  assert.deepEqual(byWhy(frozen), ofProjects, `monthly report, ${where}`);
  const told = textOf(reportPaper(reportOf(month, asOf), 'en'));
  const listed = all.filter(isOf('project')).length;
  assert.ok(
    told.split('\n').some((line) => line.startsWith(ofPlans) && line.includes(onDay)),
    `the monthly paper names plan and day, ${where}`,
  );
  assert.equal(isAllClear(told), listed === 0, `monthly paper, ${where}`);
  if (listed === 0 && projectCount > 0) assert.match(told, new RegExp(`among the ${projectCount} projects? listed`), where);
  if (listed > 0) assert.equal(Number(/(\d+) projects? needs? attention: /.exec(told)?.[1]), listed, `monthly paper, ${where}`);
  const { attention: _, ...before } = content;
  const older = textOf(reportPaper(reportOf(before, asOf), 'en'));
  if (isAllClear(older))
    assert.ok(older.includes('were not looked at'), `a report of before attention was frozen tells of commitments, ${where}`);

  const sheets = reportSheets(reportOf(content, asOf), 'en');
  const attentionSheet = sheets.find(({ name }) => name === 'Needs attention');
  const rowsOfSheet = attentionSheet && Symbol.iterator in attentionSheet.rows ? [...attentionSheet.rows] : [];
  const notes = rowsOfSheet.flatMap(([, kind, note]) => (kind === 'note' && typeof note === 'string' ? [note] : []));
  for (const note of notes) assert.ok(said.split('\n').includes(note), `the workbook says what the paper says, ${where}: ${note}`);
  assert.equal(
    notes.length,
    1 + warnings.plansOver.length + Number(warnings.targetsOver > 0) + Number(warnings.yearsWithoutHolidays.length > 0),
  );

  // Who is told of what is not asked by plan.
  if (plan !== undefined) return;
  const owed = owedNotices(register, day);
  const passed = owed.filter(({ telling }) => telling === 'due-not-known');
  assert.deepEqual(
    sorted(passed.map(({ subject, id, dueOn }) => `${subject.kind}:${id} ${dueOn}`)),
    sorted(found.lapses),
    `every due date that passed is told of, ${where}`,
  );
  assert.equal(new Set(passed.map(({ id, mark }) => `${id} ${mark}`)).size, passed.length, `each by a mark of its own, ${where}`);
  const overdueMatters = owed.flatMap(({ telling, id }) => (telling === 'overdue-matter' ? [id] : []));
  assert.deepEqual(sorted(overdueMatters), sorted(found.matters), `digest of matters, ${where}`);
  const notices = noticesDue(register, { after: addDays(day, -700), upTo: day });
  const lines = digestLines(register, notices, day, (kind, id) => view.state(kind, id).name === 'done');
  const past = lines.filter(({ dueOn }) => dueOn < day).map(({ kind, id }) => `${kind}:${id}`);
  assert.deepEqual(sorted(past), sorted(found.unreported), `digest of reports, ${where}`);
}

/** Whether a paper says that nothing of all that it looked at needs attention. */
function isAllClear(text: string): boolean {
  return /: (nothing needs attention|there are no (commitments|projects))/.test(text);
}

function titleOf(rows: Rows, plan: string): string {
  return String((rows.document ?? []).find(({ id }) => id === plan)?.title_en);
}

function saidDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

function textOf({ blocks }: Paper): string {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');
}

function reportOf(content: Row<'report'>['content'], asOf: string): Row<'report'> {
  const day = dayOf(asOf);
  const frozen = { number: 1, title_zh: null, title_en: 'Report', as_of: day, made_on: day, head_seq: 1, head_hash: '', content };
  return { id: idOf<'report'>('report-1'), ...frozen, hash: '', visibility: 'district', rev: 1 };
}
