import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dayOf, idOf, WestgateError } from '@westgate/base';
import { act, openDesk, parseFolder, readFolder, writeFolder } from '@westgate/desk';
import {
  type AnyRow,
  affectedBetween,
  FOLDER_TABLES,
  keyOf,
  type Register,
  type Row,
  registerOf,
  stateOf,
  type TableName,
} from '@westgate/domain';
import { openStore } from '@westgate/store';
import { HARBOUR } from './folders.ts';

const BY = { who: 'Ada' };
const TODAY = dayOf('2026-11-27');
const now = (): Date => new Date('2026-11-27T12:00:00Z');
/** Values that an older Westgate took and the present one refuses. */
const ODD: readonly (readonly [TableName, string, Readonly<Record<string, unknown>>])[] = [
  ['outcome', 'silo-library-started', { dates: '2024-02-30' }],
  ['outcome', 'market-square-opened', { dates: '1935-05-01' }],
  ['project', 'sea-wall', { due_on: '9999-12-31' }],
  ['milestone', 'wall-half', { forecast: '0001-01-01' }],
  ['event', 'rowing-day', { dates: '2025-09-31' }],
  ['evidence', 'pump-tides', { on: '9999-12-31' }],
];
/** So many more events with the same odd days, so that there are more faults than are told of one reading. */
const MORE = 1_200;
const ROOF: Row<'supervision'> = {
  id: idOf<'supervision'>('roof'),
  subject_kind: 'project',
  subject_id: 'silo-library',
  asked_zh: null,
  asked_en: 'Close the roof',
  instruction_zh: null,
  instruction_en: null,
  source: null,
  lead: idOf<'department'>('works'),
  due_on: dayOf('2026-12-31'),
  requirement: null,
  decision: null,
  asked_by: null,
  escalated_level: null,
  escalated_to_zh: null,
  escalated_to_en: null,
  escalated_on: null,
  registered_on: dayOf('2026-01-05'),
  rev: 1,
};
const brought = await oddDistrict();
const dataDir = await mkdtemp(join(tmpdir(), 'westgate-held-'));
const store = await openStore({ dir: dataDir });
const changes = FOLDER_TABLES.flatMap((table) => rowsIn(brought, table).map(([key, row]) => ({ table, key, before: null, after: row })));
await store.commit({ who: 'westgate', verb: 'import', reason: 'as it was', changes });
await store.close();
const desk = await openDesk({ dataDir, now });
after(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true });
});

test('a matter is taken on although an outcome of its record names no day', async () => {
  for (const step of ['signed-for', 'reported'] as const) {
    const ask = { id: 'roof', step, on: TODAY, words: { zh: null, en: 'Done' } };
    await act(desk, 'take-step', ask, BY, { name: 'Ada', today: TODAY, reader: null });
  }
  assert.deepEqual([...desk.register.supervision_step.values()].at(-1)?.basis, ['outcome:silo-library-not-done']);
});

test('the span is widened while values stay outside it, and what lies within it then counts at once', async () => {
  const why = () => stateOf(desk.register, { kind: 'project', id: 'market-square' }, TODAY).counted.map((each) => each.why.en);
  assert.ok(why().some((each) => /outside the dates of the district/.test(each ?? '')));
  const before = desk.register;
  const [district] = desk.held().district.values();
  assert.ok(district);
  await desk.revise({ table: 'district', key: district.id, rev: district.rev, fields: { first_day: '1900-01-01' } }, BY);
  assert.ok(!why().some((each) => /outside the dates of the district/.test(each ?? '')));
  assert.equal(affectedBetween(before, desk.register), null, 'every state is computed again');
  assert.equal(desk.register.project.get(idOf<'project'>('sea-wall'))?.due_on, null);
});

test('a project of what cannot be counted goes out as it is held', () => {
  assert.notEqual(desk.register, desk.held());
  const files = writeFolder(brought);
  for (const [path, text] of desk.exportFolder()) {
    if (!/district.json|supervision/.test(path)) assert.equal(text, files.get(path), path);
  }
});

test('what is held keeps nobody from bringing single files, or the whole folder again; a new fault does', async () => {
  const files = new Map(desk.exportFolder());
  const bring = (given: ReadonlyMap<string, string>, partial: boolean) => desk.importFolder(new Map(given), { ...BY, partial });
  const changed = (file: string, from: string, to: string) => {
    const text = files.get(file) ?? '';
    assert.equal(text.split(from).length, 2, `${from} in ${file}`);
    return new Map([[file, text.replace(from, to)]]);
  };
  assert.equal((await bring(files, false)).changeCount, 0, 'the whole as it is');
  for (const [file, from, to] of [
    ['programme/departments.csv', 'Ward Works Office', 'Works Office of the Ward'],
    ['results/outcomes.csv', 'The roof is still open', 'The roof is open'],
    ['results/events.csv', 'the course changes every year', 'the course changes'],
    ['programme/projects.csv', ',9999-12-31,', ',2027-06-30,'],
  ] as const) {
    const report = await bring(changed(file, from, to), true);
    assert.deepEqual([report.changeCount, report.stored], [1, true], file);
  }
  assert.equal(desk.held().outcome.get(idOf<'outcome'>('silo-library-started'))?.dates, '2024-02-30');
  const many = [...desk.held().event.values()].filter(({ dates }) => dates === '2025-09-31');
  assert.ok(many.length > MORE, 'more faults are held than are told');
  for (const given of [
    changed(
      'results/outcomes.csv',
      'silo-library-started,project,silo-library,started,2024-02-30',
      'x,project,silo-library,started,2024-02-30',
    ),
    changed('results/outcomes.csv', '2026-02-10', '2024-02-31'),
    changed('results/events.csv', '2025-07-12/2025-07-13', '9999-12-31'),
  ]) {
    await assert.rejects(bring(given, true), (error) => error instanceof WestgateError && /expected/.test(error.message));
  }
});

async function oddDistrict(): Promise<Register> {
  const parsed = parseFolder(await readFolder(HARBOUR));
  assert.equal(parsed.status, 'valid');
  const rows: Partial<Record<TableName, readonly AnyRow[]>> = Object.fromEntries(
    FOLDER_TABLES.map((table) => {
      const given: readonly AnyRow[] = parsed.rows[table];
      return [table, given.map((row) => odd(table, row))];
    }),
  );
  const event = (rows.event ?? []).find(({ id }) => id === 'rowing-day');
  assert.ok(event);
  const more = Array.from({ length: MORE }, (_, index) => ({ ...event, id: `rowing-day-${index}`, no_place_reason_en: 'out at sea' }));
  return registerOf({ ...rows, event: [...(rows.event ?? []), ...more], supervision: [ROOF] });
}

function odd(table: TableName, row: AnyRow): AnyRow {
  const found = ODD.find(([of, key]) => of === table && keyOf(table, row) === key);
  return found ? { ...row, ...found[2] } : row;
}

function rowsIn(register: Register, table: TableName): readonly (readonly [string, AnyRow])[] {
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  return [...rows];
}
