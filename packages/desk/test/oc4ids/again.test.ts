import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, type Json } from '@westgate/base';
import {
  type AnyRow,
  applyChanges,
  isFields,
  itemsOf,
  type Register,
  registerOf,
  type TableName,
  writeProject,
  writeReceived,
} from '@westgate/domain';
import { districtIn, emptied, PRACTICE, projectOf, TODAY, taken, written } from './districts.ts';

const MILESTONES = [
  { id: '1', title: 'Work begins', description: 'with the drains', dueDate: '2026-02-01T00:00:00Z' },
  { id: '2', title: 'Half done', dueDate: '2026-08-01T00:00:00Z' },
] as const;
const LANE = {
  id: 'oc4ids-abc123-lane',
  language: 'en',
  title: 'Gate Lane drains',
  period: { endDate: '2026-11-30T00:00:00Z' },
  publicAuthority: { id: 'CN-01', name: 'Works office of Gate Lane' },
  parties: [{ id: 'CN-01', name: 'Works office of Gate Lane', roles: ['publicAuthority'] }],
  budget: { amount: { amount: 100, currency: 'CNY' } },
  milestones: MILESTONES,
  locations: [{ id: '001', description: 'Gate Lane', geometry: { type: 'Point', coordinates: [116.2, 39.9] } }],
} as const;
const YARD = { id: 'oc4ids-abc123-yard', language: 'en', title: 'Old yard' } as const;
const PACKAGE = {
  uri: 'https://example.org/1',
  publishedDate: '2026-11-01T00:00:00Z',
  version: '0.9',
  publisher: { name: 'Works office' },
} as const;

const SINCE = { forecast: '2026-03-01', actual: '2026-03-04', note_en: 'rain', note_zh: '雨' } as const;

/** The district after the first document, with what the office recorded since. */
async function afterFirst(): Promise<{ readonly register: Register; readonly begins: AnyRow; readonly project: string }> {
  const { after, projects } = taken(emptied(await districtIn()), LANE);
  const project = projects[0]?.project ?? '';
  const [begins] = [...after.milestone.values()];
  assert.ok(begins);
  let register = revised(after, 'milestone', begins.id, SINCE);
  register = revised(register, 'project', project, { due_on: '2026-12-20', lead: null });
  for (const total of register.planned_amount.values()) register = revised(register, 'planned_amount', total.id, { amount_fen: 20_000 });
  return { register, begins, project };
}

test('a corrected title that comes again takes nothing back that the office recorded since', async () => {
  const { register, begins, project } = await afterFirst();
  const corrected = { ...LANE, milestones: [{ ...MILESTONES[0], title: 'Works begin' }, MILESTONES[1]] };
  const { after, changes } = taken(register, corrected, { seq: 9 });
  assert.deepEqual(changes.map(({ table }) => table).sort(), ['milestone', 'oc4ids_original']);
  const now = rowOf(after, 'milestone', String(begins.id));
  assert.deepEqual({ ...now, rev: 0 }, { ...begins, ...SINCE, name_en: 'Works begin', rev: 0 });
  assert.equal(projectOf(after, project).due_on, '2026-12-20');
  assert.equal(projectOf(after, project).lead, null);
  assert.deepEqual(
    [...after.planned_amount.values()].map(({ amount_fen }) => amount_fen),
    [20_000],
  );
  // What the document says otherwise than before is taken.
  const moved = { ...LANE, milestones: [{ ...MILESTONES[0], dueDate: '2026-04-01T00:00:00Z' }, MILESTONES[1]] };
  const later = rowOf(taken(register, moved, { seq: 9 }).after, 'milestone', String(begins.id));
  assert.deepEqual([later.forecast, later.actual, later.note_en], ['2026-04-01', SINCE.actual, SINCE.note_en]);
});

test('the same document again changes nothing, and brings back nothing that was taken out since', async () => {
  const { register } = await afterFirst();
  const [half] = [...register.milestone.values()].slice(1);
  assert.ok(half);
  const without = applyChanges(register, [{ table: 'milestone', key: half.id, before: half, after: null }]);
  const { changes, projects } = taken(without, LANE, { seq: 9 });
  assert.deepEqual(changes, []);
  assert.deepEqual(
    projects.map(({ state }) => state),
    ['same'],
  );
});

test('our own package returned with another title keeps the day expected where the promised day is frozen', async () => {
  const { after, projects } = taken(emptied(await districtIn()), LANE);
  const project = projectOf(after, projects[0]?.project ?? '');
  const own = registerOf({
    district: [...after.district.values()],
    project: [project].map((row) => ({ ...row, lead: null })),
    milestone: [...after.milestone.values()].map((row) => ({ ...row, baseline: dayOf('2026-02-01'), frozen_on: dayOf('2026-01-05') })),
  });
  const [first] = [...own.milestone.values()];
  const slipped = revised(own, 'milestone', first?.id ?? '', { forecast: '2026-06-01' });
  const [ours] = itemsOf(fieldOf(written(slipped, 'en'), 'projects'));
  assert.equal(JSON.stringify(ours).includes('2026-06-01'), false);
  const milestones = itemsOf(fieldOf(ours, 'milestones')).map((item) => withField(item, 'title', 'Works begin'));
  const { after: next } = taken(slipped, withField(ours, 'milestones', milestones));
  const now = rowOf(next, 'milestone', first?.id ?? '');
  assert.deepEqual([now.name_en, now.forecast, now.baseline], ['Works begin', '2026-06-01', '2026-02-01']);
});

test('a package of which one project changed is given back whole, in its order', async () => {
  const first = taken(emptied(await districtIn()), { ...PACKAGE, projects: [LANE, YARD] });
  const second = { ...PACKAGE, uri: 'https://example.org/2', projects: [YARD, { ...LANE, title: 'Gate Lane drains, north' }] };
  const again = taken(first.after, second, { seq: 9 });
  assert.deepEqual(
    again.projects.map(({ state }) => state),
    ['same', 'changed'],
  );
  for (const { project } of again.projects)
    assert.deepEqual(writeReceived(again.after, project ?? '', { language: 'en', asOf: TODAY }), second);
  assert.deepEqual(taken(again.after, second, { seq: 11 }).changes, []);
});

test('what came before and is not in the document any more stays, and is remarked', async () => {
  const { after } = taken(emptied(await districtIn()), LANE);
  const { milestones: _, budget: __, period: ___, ...rest } = LANE;
  const again = taken(after, { ...rest, milestones: [MILESTONES[1]] }, { seq: 9 });
  assert.deepEqual(
    again.faults
      .filter(({ code }) => code === 'not-read')
      .map(({ pointer }) => pointer)
      .sort(),
    ['/budget/amount', '/milestones', '/period/endDate'],
  );
  assert.match(again.faults.find(({ pointer }) => pointer === '/milestones')?.expected.en ?? '', /Work begins/);
  assert.equal(again.after.milestone.size, 2);
  assert.equal(projectOf(again.after).due_on, '2026-11-30');
});

test('a package as of a past day tells no month that was not over then', async () => {
  const register = await districtIn(PRACTICE);
  const { month, project } = [...register.monthly_progress.values()].find(({ share }) => share !== null) ?? {};
  assert.ok(month && project);
  const told = (asOf: string): boolean => {
    const of = writeProject(register, projectOf(register, project), { prefix: 'abc123', language: 'en', asOf: dayOf(asOf) });
    return JSON.stringify(of.metrics ?? []).includes(`"id":"${month}"`);
  };
  assert.equal(told(`${month}-15`), false);
  assert.equal(told('2030-01-01'), true);
});

function fieldOf(value: Json | undefined, name: string): Json | undefined {
  return isFields(value) ? value[name] : undefined;
}

function withField(value: Json | undefined, name: string, next: Json): Json {
  return { ...(isFields(value) ? value : {}), [name]: next };
}

function rowOf(register: Register, table: TableName, key: string): AnyRow {
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  const row = rows.get(key);
  if (!row) throw new Error(`expected ${table} ${key}`);
  return row;
}

function revised(register: Register, table: TableName, key: string, columns: object): Register {
  const before = rowOf(register, table, key);
  return applyChanges(register, [{ table, key, before, after: { ...before, ...columns, rev: before.rev + 1 } }]);
}
