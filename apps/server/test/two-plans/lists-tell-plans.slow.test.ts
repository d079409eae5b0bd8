import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { openOffice, PLENTY } from '../office.ts';
import { textIn } from '../text-in.ts';

const PRACTICE = fileURLToPath(new URL('../../../../../data/practice', import.meta.url));
const office = await openOffice(PRACTICE, null, PLENTY, { now: () => new Date('2026-12-01T10:00:00Z') });

const OF_DISTRICT = 'they are the district’s, whatever its plans';
const SHORT = 'a short list that leads to the records, of the plan shown';
/** Lists whose rows tell of no plan, each with why. */
const WITHOUT: Readonly<Record<string, string>> = {
  '/district axes': OF_DISTRICT,
  '/district units': OF_DISTRICT,
  '/district documents': 'these are the plans',
  '/district figures': OF_DISTRICT,
  '/coverage gaps': SHORT,
  '/map/counts aims': 'counts of the plan shown',
  '/map/shapes items': 'shapes; the list of places tells the plans of each',
  '/departments items': OF_DISTRICT,
  '/documents items': 'these are the plans',
  '/sources items': OF_DISTRICT,
  '/deeds items': 'the journal is one',
  '/today aims': 'counts of the plan shown',
  '/today rules': OF_DISTRICT,
  '/today coming': SHORT,
  '/today gates': SHORT,
  '/questions items': 'a question names the document it is about',
  '/recipes items': OF_DISTRICT,
  '/health-check areas': OF_DISTRICT,
  '/health-check problems': OF_DISTRICT,
  '/health-check rows': OF_DISTRICT,
  '/industry-board schemes': OF_DISTRICT,
  '/industry-board rows': OF_DISTRICT,
  '/industry-board areas': OF_DISTRICT,
  '/industry-board cells': OF_DISTRICT,
  '/industry-board gaps': OF_DISTRICT,
  '/industry-board overlaps': OF_DISTRICT,
  '/industry-board projects': 'what is reported upward of the district; the list of projects tells their plans',
  '/oc4ids projects': 'projects as they are handed on; the list of projects tells their plans',
  '/feedback-items items': 'what people write to the office; the list of what it is about tells its plans',
  '/meetings items': OF_DISTRICT,
  '/readiness-items items': 'steps of an event; the list of events tells its plans',
  '/drills items': 'drills of an asset; the list of assets tells its plans',
  '/deals items': 'what was agreed on at an event; the list of events tells its plans',
  '/outputs items': 'parts of a project; the list of projects tells its plans',
  '/space-board offers': OF_DISTRICT,
  '/space-board parks': 'floor area; the list of parks tells their plans',
  '/tiers items': OF_DISTRICT,
  '/exceptions passed': OF_DISTRICT,
  '/leader-page aims': 'counts of the plan shown',
  '/leader-page worst': SHORT,
  '/leader-page decisions': SHORT,
  '/brief aims': 'counts of the plan shown',
  '/brief exceptions': SHORT,
  '/brief changed': SHORT,
  '/grounds items': OF_DISTRICT,
  '/flood-cases items': 'cases of the river; the list of projects tells their plans',
  '/flood-adoptions items': 'what was adopted for a project; the list of projects tells their plans',
  '/gates items': 'what stands on the cards of the board; the list of projects tells their plans',
  '/gates ladders': 'rules are the district’s',
  '/gates asked': 'names of what gates ask for',
  '/pending-changes items': SHORT,
  '/pending-changes rules': OF_DISTRICT,
  '/mentions items': SHORT,
};
/** Downloads without a column of plans. */
const FILES_WITHOUT: Readonly<Record<string, string>> = {
  'task-sheet': 'a sheet to be filled in, of the plan chosen',
  values: 'a sheet of values that is edited and brought back; the list of indicators tells their plans',
  departments: OF_DISTRICT,
  'feedback-items': 'what people write to the office; the list of what it is about tells its plans',
  decisions: 'what a meeting decided; the lists of projects and commitments tell their plans',
  meetings: OF_DISTRICT,
  'readiness-items': 'steps of an event; the list of events tells its plans',
  drills: 'drills of an asset; the list of assets tells its plans',
  grounds: OF_DISTRICT,
  'flood-cases': 'cases of the river; the list of projects tells their plans',
  deals: 'what was agreed on at an event; the list of events tells its plans',
  outputs: 'parts of a project; the list of projects tells its plans',
  tiers: OF_DISTRICT,
  documents: 'these are the plans',
  sources: OF_DISTRICT,
  deeds: 'the journal is one',
  publicity: 'records of all kinds, those of the district among them',
  people: OF_DISTRICT,
};

const { paths } = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) }).parse(await office.get('/api/openapi.json'));
const ROOT = '/api/v1';
const asked = Object.entries(paths).flatMap(([path, { get }]) => (get && path.startsWith(ROOT) && !path.includes('{') ? [path] : []));

/** The lists of an answer by where they stand; what stands within a row is none. */
function listsIn(answer: object, at = ''): readonly (readonly [string, readonly object[]])[] {
  return Object.entries(answer).flatMap(([name, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return [];
    const rows = value.filter((row): row is object => typeof row === 'object' && row !== null);
    if (name === 'groups') return rows.flatMap((group) => listsIn(group, `${at}groups `));
    return rows.length > 0 ? [[`${at}${name}`, rows] as const] : [];
  });
}

test('of a district with two plans every list of the API tells the plans of each row, or is named here with why not', async () => {
  const without = new Set<string>();
  let told = 0;
  for (const path of asked.filter((each) => !/\/(exports|publication|publishing\/site|changes)\b/.test(each))) {
    const answer = await office.ask(path);
    if (answer.status !== 200) continue;
    const body: unknown = await answer.json();
    for (const [list, rows] of typeof body === 'object' && body !== null ? listsIn(body) : []) {
      const isTold = rows.every((row) => 'plans' in row && Array.isArray(row.plans));
      if (isTold) told += 1;
      else without.add(`${path.slice(ROOT.length)} ${list}`);
    }
  }
  assert.deepEqual([...without].sort(), Object.keys(WITHOUT).sort());
  assert.ok(told >= 12, `${told} lists tell their plans`);
});

test('every list that is downloaded from it has a column of plans, or is named here with why not', async () => {
  const files = asked.flatMap((path) => /\/exports\/([a-z-]+)\.csv$/.exec(path)?.[1] ?? []);
  const without: string[] = [];
  for (const file of files) {
    // The first line of a list of an invented district says so.
    const [, head = ''] = (await (await office.ask(`${ROOT}/exports/${file}.csv?lang=en`)).text()).split('\n');
    if (!head.split(',').includes('Plan')) without.push(file);
  }
  assert.deepEqual(without.sort(), Object.keys(FILES_WITHOUT).sort());
  assert.ok(files.length >= 12, `${files.length} lists are downloaded`);
});

test('the monthly workbook has it while all plans are shown, and says once of which plan it is where one is', async () => {
  const [head, own] = [
    await textIn(await office.ask(`${ROOT}/exports/monthly.xlsx?lang=zh`)),
    await textIn(await office.ask(`${ROOT}/exports/monthly.xlsx?lang=zh&plan=${await firstPlan()}`)),
  ];
  assert.ok(head.includes('所属计划'));
  assert.ok(!own.includes('所属计划') && own.includes('《'));
});

async function firstPlan(): Promise<string> {
  const { items } = z.object({ items: z.array(z.object({ plans: z.array(z.string()) })) }).parse(await office.get(`${ROOT}/commitments`));
  const [plan = ''] = items[0]?.plans ?? [];
  return plan;
}

test('what waits for approval and what mentions somebody follow the plan that is chosen', async () => {
  const rowsOf = z.object({ items: z.array(z.object({ subject: z.object({ kind: z.string(), id: z.string() }) })) });
  const records = z.object({ items: z.array(z.object({ id: z.string() })) });
  let left = 0;
  for (const path of ['pending-changes', 'mentions']) {
    const all = rowsOf.parse(await office.get(`${ROOT}/${path}`)).items;
    assert.ok(all.length > 0, path);
    for (const plan of ['plan-2025', 'plan-2026']) {
      const own = rowsOf.parse(await office.get(`${ROOT}/${path}?plan=${plan}`)).items;
      const ids = new Set<string>();
      for (const noun of ['projects', 'commitments', 'places', 'events', 'indicators', 'sentences', 'parks'])
        for (const { id } of records.parse(await office.get(`${ROOT}/${noun}?limit=500&plan=${plan}`)).items) ids.add(id);
      assert.deepEqual(
        own,
        all.filter(({ subject }) => ids.has(subject.id)),
        `${path} ${plan}`,
      );
      left += all.length - own.length;
    }
  }
  assert.ok(left > 0, 'some are of the other plan');
});
