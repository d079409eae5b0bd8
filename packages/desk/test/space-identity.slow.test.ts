import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, dayOf, WestgateError } from '@westgate/base';
import { type Desk, type Edit, openDesk } from '@westgate/desk';
import type { Row } from '@westgate/domain';
import { HARBOUR } from './folders.ts';
import { seeded } from './seeded.ts';

/** Writes through the desk: single changes, several in one, undos, and whole folders. 10,000 of them in the long form. */
const WRITES = process.env.WESTGATE_TRIAL === 'all' ? 10_000 : 100;
/** Each so many-th write brings a whole folder; every second one of them breaks the identity. */
const FOLDER_EACH = 50;
const PARTS = ['let_m2', 'vacant_m2', 'works_m2'] as const;
const by = { who: 'Ada' };
let desk: Desk;
before(async () => {
  desk = await openDesk({ memory: true, districtFolder: HARBOUR });
  const park: Edit = { action: 'create', table: 'park', fields: { id: 'crane-yard', name_en: 'Crane yard' } };
  await desk.edit([park, ...['east', 'west', 'north'].map(building)], by);
});
after(() => desk.close());

const building = (id: string): Edit => ({
  action: 'create',
  table: 'building',
  fields: { id, park: 'crane-yard', name_en: id, confidence: 'high', visibility: 'public' },
});
const refusalOf = (promise: Promise<unknown>): Promise<WestgateError | null> =>
  promise.then(
    () => null,
    (error: unknown) => {
      if (error instanceof WestgateError) return error;
      throw error;
    },
  );

type Areas = Partial<Record<(typeof PARTS)[number] | 'total_m2' | 'largest_vacant_m2', number | null>>;

/** The identity once more, in words of its own: whole square centimetres, counted one after another. */
function isKept(row: Areas): boolean {
  const cm2 = (m2: number | null | undefined): bigint => BigInt(Math.round((m2 ?? 0) * 10_000));
  const parts = PARTS.reduce((sum, part) => sum + cm2(row[part]), 0n);
  const unknown = PARTS.filter((part) => row[part] === null || row[part] === undefined);
  const total = row.total_m2 ?? null;
  if (total !== null && parts > cm2(total)) return false;
  if (total !== null && unknown.length === 0 && parts !== cm2(total)) return false;
  const rest = total === null ? null : cm2(total) - parts;
  const piece = row.largest_vacant_m2 ?? null;
  if (piece === null) return true;
  // What of it is vacant, at most: as stated, what the others leave where it alone is not known or nothing is left, else the total.
  const vacant = row.vacant_m2 ?? null;
  if (vacant !== null) return cm2(piece) <= cm2(vacant);
  if (rest === null) return true;
  return cm2(piece) <= (unknown.length === 1 || rest === 0n ? rest : cm2(total));
}

test(`let + vacant + under works = total holds through ${WRITES} random writes, and nothing that keeps it is refused`, async () => {
  const random = seeded(2026);
  const any = <V>(values: readonly V[]): V => values[Math.floor(random() * values.length)] as V;
  const counts = { done: 0, refused: 0, undone: 0, folders: 0, foldersRefused: 0 };
  const areas = (): Areas => {
    const [taken, vacant, works] = [any([0, 40.25, 1_200, 3_333.33]), any([0, 0.1, 800, 2_500]), any([0, 0.2, 5_000])];
    const sum = Math.round((taken + vacant + works) * 100) / 100;
    const total = random() < 0.6 ? sum : any([sum + 0.01, sum - 0.01, sum + 100, 5_000, 0]);
    const maybe = (value: number): number | null => (random() < 0.15 ? null : value);
    return {
      total_m2: total < 0 ? 0 : maybe(total),
      let_m2: maybe(taken),
      vacant_m2: maybe(vacant),
      works_m2: maybe(works),
      largest_vacant_m2: random() < 0.7 ? null : any([0, 0.1, 700, 2_500, 9_000]),
    };
  };
  const held = (): readonly Row<'floor_area'>[] => [...desk.held().floor_area.values()];
  for (let turn = 0; turn < WRITES; turn += 1) {
    const before = held();
    if (turn % FOLDER_EACH === FOLDER_EACH - 1 && before.length > 0) await folder(before);
    else await edit(before);
    for (const row of held()) assert.ok(isKept(row), `turn ${turn}: ${JSON.stringify(row)}`);
  }
  assert.ok(counts.done > WRITES / 5 && counts.refused > WRITES / 10 && counts.undone > 0, JSON.stringify(counts));
  assert.ok(counts.folders > 0 && counts.foldersRefused > 0, JSON.stringify(counts));
  console.log(`space identity: ${JSON.stringify(counts)}`);

  async function edit(before: readonly Row<'floor_area'>[]): Promise<void> {
    const edits: Edit[] = [];
    let isRight = true;
    const taken = new Set<string>();
    for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
      const row = before.length > 0 && random() < 0.5 ? any(before) : null;
      const fields = areas();
      const on = addDays(dayOf('2024-01-01'), Math.floor(random() * 40));
      const at = row ? row.building : any(['east', 'west', 'north']);
      const key = `${at}|${row ? row.on : on}`;
      if (taken.has(key) || (!row && before.some((each) => `${each.building}|${each.on}` === key))) continue;
      taken.add(key);
      if (row && random() < 0.2) {
        edits.push({ action: 'withdraw', table: 'floor_area', key, rev: row.rev });
        continue;
      }
      const given = row ? Object.fromEntries(Object.entries(fields).filter(() => random() < 0.5)) : fields;
      if (!isKept({ ...row, ...given })) isRight = false;
      edits.push(
        row
          ? { action: 'revise', table: 'floor_area', key, rev: row.rev, fields: given }
          : { action: 'create', table: 'floor_area', fields: { building: at, on, confidence: 'high', ...given } },
      );
    }
    if (edits.length === 0) return;
    const files = desk.held().floor_area;
    const refusal = await refusalOf(desk.edit(edits, by).then(({ deed }) => (random() < 0.1 ? undo(deed.seq) : null)));
    if (refusal === null) {
      assert.ok(isRight, `a write that breaks the identity was taken: ${JSON.stringify(edits)}`);
      counts.done += 1;
      return;
    }
    assert.equal(desk.held().floor_area, files, 'nothing is written of what is refused');
    if (/differs from what is there/.test(refusal.message)) return;
    assert.ok(!isRight, `${refusal.message}: ${JSON.stringify(edits)}`);
    assert.match(JSON.stringify(refusal), /areas-differ|m²/);
    counts.refused += 1;
  }

  async function undo(seq: number): Promise<void> {
    await desk.undo(seq, by);
    counts.undone += 1;
  }

  /** A whole folder in which one record says other areas. */
  async function folder(before: readonly Row<'floor_area'>[]): Promise<void> {
    const files = new Map(desk.exportFolder());
    const path = 'results/floor-areas.csv';
    const lines = (files.get(path) ?? '').trimEnd().split('\n');
    const row = any(before);
    const isWrong = counts.folders > counts.foldersRefused;
    let fields = areas();
    while (isKept(fields) === isWrong) fields = areas();
    const at = lines.findIndex((line) => line.startsWith(`${row.building},${row.on},`));
    const cells = (lines[at] ?? '').split(',');
    for (const [index, column] of ['total_m2', ...PARTS, 'largest_vacant_m2'].entries())
      cells[2 + index] = String(fields[column as keyof Areas] ?? '');
    files.set(path, `${lines.with(at, cells.join(',')).join('\n')}\n`);
    const refusal = await refusalOf(desk.importFolder(files, by));
    assert.equal(refusal === null, !isWrong, `${cells.join(',')}: ${refusal?.message}`);
    if (refusal === null) counts.folders += 1;
    else {
      counts.foldersRefused += 1;
      const told = `${refusal.message} ${JSON.stringify(refusal.details)}`;
      assert.match(told, new RegExp(`results/floor-areas.csv, row ${at + 1}, .*expected .* m².*found .* m²`));
    }
  }
});

test('a refusal says what was expected, what came and where, in both languages', async () => {
  const fields = { building: 'east', on: '2025-01-31', total_m2: 48, let_m2: 23, vacant_m2: 10, works_m2: 14, confidence: 'high' };
  const refusal = await refusalOf(desk.edit([{ action: 'create', table: 'floor_area', fields }], by));
  const told = JSON.stringify(refusal?.details ?? {});
  assert.match(`${refusal?.message} ${told}`, /47 m², the sum of let 23 \+ vacant 10 \+ under works 14/);
  assert.match(told, /47 m²，即已租 23 \+ 空置 10 \+ 在建 14之和/);
});

test('tenants rent no more than is let, and the rents of a building are in order', async () => {
  const record = { building: 'west', on: '2025-02-28', total_m2: 100, let_m2: 60, vacant_m2: 40, works_m2: 0, confidence: 'high' };
  await desk.edit([{ action: 'create', table: 'floor_area', fields: record }], by);
  const tenants = (industry: string, area: number): Edit => ({
    action: 'create',
    table: 'tenancy',
    fields: { building: 'west', on: '2025-03-31', sector: industry, area_m2: area, confidence: 'high' },
  });
  await desk.edit([tenants('robots', 45)], by);
  assert.match((await refusalOf(desk.edit([tenants('games', 16)], by)))?.message ?? '', /60 m², let by the record of 2025-02-28/);
  await desk.edit([tenants('games', 15)], by);
  const row = desk.held().building.get('west' as never);
  const rents: Edit = { action: 'revise', table: 'building', key: 'west', rev: row?.rev ?? 1, fields: { rent_low: 4, rent_high: 3 } };
  assert.match((await refusalOf(desk.edit([rents], by)))?.message ?? '', /4 or more, the lowest rent/);
});
