import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dayAtNumber, dayNumber, dayOf, type InstantString } from '@westgate/base';
import {
  type AnyRow,
  applyChanges,
  type Change,
  DAY_COLUMNS,
  evidenceOn,
  fieldsOf,
  heldDayFaults,
  noteWritten,
  type Register,
  registerFor,
  registerOf,
  soundRegister,
  stateOf,
  TABLES,
  type TableName,
} from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { noteDeedAhead, noteHeldAhead } from '../src/app/ahead.ts';
import { requireForms } from '../src/deeds/require-forms.ts';
import { readFolder } from '../src/folder/files.ts';
import { HARBOUR, rowsOf } from './folders.ts';
import { seeded } from './seeded.ts';

const ODD_DAYS = JSON.parse(readFileSync(new URL('../../test/fixtures/odd-days.json', import.meta.url), 'utf8')) as readonly {
  readonly text: string;
  readonly is: 'odd' | 'same' | 'ahead';
}[];
const NOW = new Date('2026-11-28T04:00:00Z');

test('no deed writes an odd day into any column, whatever it comes from', async () => {
  const register = registerOf(rowsOf(await readFolder(HARBOUR)));
  let asked = 0;
  for (const [table, columns] of DAY_COLUMNS) {
    for (const column of columns) {
      const { hasBeen, kind, form } = fieldsOf(table)[column] ?? {};
      const saidPast = typeof hasBeen === 'object' ? { [hasBeen.column]: hasBeen.is } : {};
      for (const { text, is } of ODD_DAYS) {
        if (kind === 'integer' || form === 'bound' || is === 'same' || (is === 'ahead' && !hasBeen)) continue;
        asked += 1;
        const change = { table, key: 'x', before: null, after: { [column]: text, time_zone: 'UTC', rev: 1, ...saidPast } };
        assert.throws(() => requireForms(register, [change], NOW), /expected/, `${table}.${column} ${text}`);
      }
    }
  }
  assert.ok(asked > 1_500, `${asked}`);
});

test('a held day that cannot be is told, stays as it is, and is not counted with', async () => {
  for (const [table, columns] of DAY_COLUMNS) {
    const before = registerOf(rowsOf(await readFolder(HARBOUR)));
    const [first] = before[table].entries();
    if (!first || table === 'district') continue;
    const [key, row] = first;
    for (const column of columns) {
      const held = written(before, table, key, { ...row, [column]: fieldsOf(table)[column]?.kind === 'integer' ? 9999 : '9999-12-31' });
      assert.deepEqual(
        heldDayFaults(held).map(({ table: at, column: of, why }) => `${at}.${of} ${why}`),
        [`${table}.${column} out-of-span`],
      );
      const sound: ReadonlyMap<string, AnyRow> = soundRegister(held)[table];
      const left = sound.get(key);
      const isOptional = fieldsOf(table)[column]?.optional ?? false;
      if (isOptional && table !== 'outcome') assert.equal(left?.[column], null, `${table}.${column}`);
      assert.equal(soundRegister(held).place, held.place, 'what has no fault is the same');
    }
  }
});

test('an outcome of a day to come counts on no day, not even when that day has passed', async () => {
  const register = registerOf(rowsOf(await readFolder(HARBOUR)));
  const [id] = register.project.keys();
  assert.ok(id !== undefined);
  const row = {
    ...emptyRow('outcome'),
    id: 'early',
    subject_kind: 'project',
    subject_id: id,
    what: 'completed',
    dates: '2035-01-01',
    confidence: 'high',
    visibility: 'public',
    rev: 1,
  };
  noteWritten('outcome', null, row, () => dayOf('2026-11-28'));
  const held = written(register, 'outcome', 'early', row);
  assert.equal(evidenceOn(held, 'project', id).find(({ row: { id: of } }) => of === 'early')?.fault, 'ahead');
  const before = stateOf(register, { kind: 'project', id }, dayOf('2036-01-01'));
  const after = stateOf(held, { kind: 'project', id }, dayOf('2036-01-01'));
  assert.equal(after.name, before.name);
  assert.match(after.counted.find(({ outcomeId }) => outcomeId === 'early')?.why.en ?? '', /not counted/);
});

test('what a deed brings is judged in the zone of the district that it brings', async () => {
  const rows = rowsOf(await readFolder(HARBOUR));
  const [given, outcome] = [rows.district[0], rows.outcome[0]];
  assert.ok(given && outcome);
  for (const [time_zone, expected] of [
    ['Asia/Shanghai', []],
    ['UTC', ['outcome.dates ahead']],
  ] as const) {
    const district = { ...given, time_zone };
    const changes = [
      { table: 'district', key: district.id, before: null, after: district },
      { table: 'outcome', key: outcome.id, before: null, after: { ...outcome, dates: '2026-11-28', known_from: null } },
    ] as const;
    const empty = registerOf({});
    noteDeedAhead(empty, { at: instant('2026-11-27T18:00:00.000Z'), changes });
    const held = applyChanges(empty, changes);
    const told = (register: Register) => heldDayFaults(register).map(({ table, column, why }) => `${table}.${column} ${why}`);
    assert.deepEqual(told(held), expected, time_zone);
    const moved = applyChanges(held, [{ table: 'district', key: district.id, before: district, after: { ...district, time_zone: 'UTC' } }]);
    assert.deepEqual(told(moved), ['outcome.dates ahead'], 'and in another once it has that');
  }
});

test('what was ahead is so for whoever may know less of it, too', async () => {
  const rows = rowsOf(await readFolder(HARBOUR));
  const [source] = rows.source;
  const outcome = rows.outcome.find((row) => row.source === source?.id && row.visibility === 'public') ?? rows.outcome[0];
  assert.ok(outcome && outcome.source !== null);
  const early = { ...outcome, dates: '2035-01-01' };
  noteWritten('outcome', null, early, () => dayOf('2026-11-28'));
  const hidden = rows.source.map((row) => (row.id === outcome.source ? { ...row, visibility: 'confidential' } : row));
  const held = registerOf({ ...rows, source: hidden, outcome: [early] });
  const seen = registerFor(held, { roles: [], department: null });
  assert.equal([...seen.outcome.values()][0]?.source, null);
  assert.deepEqual(
    heldDayFaults(seen).map(({ why }) => why),
    ['ahead'],
  );
});

test('over years of deeds what was ahead is judged the same live, at the opening, and by a walk over the deeds', async () => {
  const rows = rowsOf(await readFolder(HARBOUR));
  const [district, outcome] = [rows.district[0], rows.outcome[0]];
  assert.ok(district && outcome);
  for (let seed = 1; seed <= 30; seed += 1) {
    const dice = seeded(seed);
    const day = (from: number, days: number) => dayAtNumber(dayNumber(dayOf('2020-01-01')) + from + Math.floor(dice() * days));
    let live = registerOf({});
    const deeds: Pick<Deed, 'seq' | 'at' | 'changes'>[] = [];
    /** When each column was last written, kept in another way than by the desk. */
    const wrote = new Map<string, string>();
    for (let seq = 1; seq <= 200; seq += 1) {
      const key = `o${Math.floor(dice() * 12)}`;
      const before = live.outcome.get(key) ?? null;
      const made = { ...outcome, id: key, dates: day(seq * 10 - 300, 800), known_from: null, rev: 1 };
      const edited = before && { ...before, ...(dice() < 0.6 ? { note_en: `deed ${seq}` } : { dates: made.dates }), rev: before.rev + 1 };
      const after = before && dice() < 0.1 ? null : (edited ?? made);
      const at = instant(`${day(seq * 10, 10)}T${String(Math.floor(dice() * 24)).padStart(2, '0')}:30:00.000Z`);
      const changes: Change[] = [{ table: 'outcome', key, before, after }];
      if (seq === 1) changes.push({ table: 'district', key: district.id, before: null, after: district });
      if (after === null) wrote.delete(key);
      else if (before?.dates !== after.dates) wrote.set(key, at);
      deeds.push({ seq, at, changes });
      noteDeedAhead(live, { at, changes });
      live = applyChanges(live, changes);
    }
    const opened = registerOf({ district: [district], outcome: [...live.outcome.values()].map((row) => ({ ...row })) });
    await noteHeldAhead(listed(deeds), opened, deeds.length);
    const told = (register: Register) =>
      heldDayFaults(register)
        .map(({ key }) => key)
        .sort();
    const expected = [...live.outcome].flatMap(([key, { dates }]) => (dates > berlinDay(wrote.get(key) ?? '') ? [key] : []));
    assert.deepEqual(told(live), expected.sort(), `seed ${seed}`);
    assert.deepEqual(told(opened), expected, `seed ${seed}, opened`);
  }
});

/** A list of deeds, asked as a store is. */
function listed(deeds: readonly Pick<Deed, 'seq' | 'at' | 'changes'>[]): Parameters<typeof noteHeldAhead>[0] {
  const whole = deeds.map((deed) => ({ ...deed, who: 'Ada' }) as Deed);
  return {
    deed: async (seq) => whole[seq - 1] ?? null,
    touching: async (refs) => {
      const keys = new Set(refs.map(({ key }) => key));
      return whole.map((deed) => ({ ...deed, changes: structuredClone(deed.changes.filter(({ key }) => keys.has(key))) })).reverse();
    },
  };
}

function berlinDay(at: string): string {
  return new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });
}

function instant(text: string): InstantString {
  return text as InstantString;
}

function written(register: Register, table: TableName, key: string, row: AnyRow): Register {
  return applyChanges(register, [{ table, key, before: null, after: row }]);
}

function emptyRow(table: TableName): Readonly<Record<string, null>> {
  assert.ok(TABLES[table]);
  return Object.fromEntries(Object.keys(fieldsOf(table)).map((column) => [column, null]));
}
