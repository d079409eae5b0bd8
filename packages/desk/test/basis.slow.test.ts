import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { WestgateError } from '@westgate/base';
import { type Edit, openDesk } from '@westgate/desk';
import {
  type AnyRow,
  basedOf,
  basisColumns,
  fieldsOf,
  type Register,
  sameValue,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { HARBOUR } from './folders.ts';

const desk = await openDesk({ memory: true, districtFolder: HARBOUR });
after(() => desk.close());

const WHO = { who: 'Ada' };
const OLD = 'read in the old paper';
/** A source that no value rests on before it is said here. */
const SOURCES = ['old-source', 'new-source'] as const;
await desk.edit(
  [
    ...SOURCES.map((id): Edit => ({ action: 'create', table: 'source', fields: { id, title: id, kind: 'official' } })),
    { action: 'create', table: 'calendar_day', fields: { day: '2025-05-01', kind: 'day-off', source: 'old-source' } },
    { action: 'create', table: 'industry', fields: { id: 'ship-repair', name_en: 'Ship repair' } },
    { action: 'create', table: 'tier', fields: { id: 'quay', name_en: 'Quay trades', scheme: '1', from_on: '2025-01-01', position: 1 } },
    { action: 'create', table: 'building', fields: { id: 'hall', name_en: 'Hall', park: 'warehouse-row', confidence: 'high' } },
    {
      action: 'create',
      table: 'floor_area',
      fields: { building: 'hall', on: '2025-03-31', largest_vacant_m2: 10, vacant_m2: 900, source: 'old-source', confidence: 'high' },
    },
    {
      action: 'create',
      table: 'tenancy',
      fields: { building: 'hall', on: '2025-03-31', sector: 'Ropes', area_m2: 100, source: 'old-source', confidence: 'high' },
    },
    {
      action: 'create',
      table: 'output',
      fields: { id: 'rooms', name_en: 'Rooms', project: 'sea-wall', unit: 'doors', confidence: 'high' },
    },
    {
      action: 'create',
      table: 'delivery',
      fields: { output: 'rooms', on: '2025-03-31', quantity: 1, source: 'old-source', confidence: 'high' },
    },
    {
      action: 'create',
      table: 'driver',
      fields: { id: 'wall', indicator: 'doors-fitted', project: 'sea-wall', strength: 'weak', judged_by: 'works', judged_on: '2025-03-31' },
    },
    {
      action: 'create',
      table: 'dual_use_asset',
      fields: {
        id: 'meadow',
        name_en: 'Meadow',
        kind: 'flood-storage',
        normal_capacity: 1,
        normal_unit: 'm2',
        emergency_capacity: 2,
        emergency_unit: 'm3',
      },
    },
    { action: 'create', table: 'everyday_level', fields: { place: 'grain-silo', level_m: 70, days: 30, confidence: 'high' } },
    {
      action: 'create',
      table: 'asset_part',
      fields: { id: 'lawn', asset: 'meadow', name_en: 'Lawn', kind: 'lawn', elevation: 70, confidence: 'high' },
    },
    {
      action: 'create',
      table: 'deal',
      fields: { id: 'ropes', name_en: 'Ropes', event: 'harbour-festival', unit: 'doors', confidence: 'high' },
    },
    {
      action: 'create',
      table: 'deal_step',
      fields: { deal: 'ropes', what: 'signed', on: '2025-03-31', realised: 1, source: 'old-source', confidence: 'high' },
    },
    {
      action: 'create',
      table: 'place_value',
      fields: { indicator: 'doors-fitted', place: 'low-quay', period: '2025', value: 60, source: 'old-source', confidence: 'high' },
    },
    {
      action: 'create',
      table: 'supervision',
      fields: {
        id: 'matter',
        subject_kind: 'project',
        subject_id: 'sea-wall',
        asked_en: 'Repair it',
        instruction_en: 'of the council',
        lead: 'works',
        due_on: '2026-01-30',
        registered_on: '2026-01-02',
        source: 'old-source',
      },
    },
  ],
  WHO,
);

/** For each value with a basis a column of it, and another content for a row. */
const ANOTHER: readonly (readonly [TableName, string, (row: AnyRow) => unknown])[] = [
  ['department', 'role_en', () => 'answers for something else'],
  ['document', 'publisher_en', () => 'another council'],
  ['commitment', 'clause_en', ({ clause_en: clause }) => String(clause).slice(0, -1)],
  ['commitment', 'owner', ({ owner }) => [...desk.register.department.keys()].find((id) => id !== owner)],
  ['commitment', 'due_on', ({ due_on: due }) => (due === '2025-11-30' ? '2025-10-30' : '2025-11-30')],
  ['place', 'geometry', ({ geometry }) => moved(geometry)],
  ['place', 'land_title', ({ land_title: title }) => (title === 'mixed' ? 'collective' : 'mixed')],
  ['feature', 'geometry', ({ geometry }) => moved(geometry)],
  ['project', 'lead', ({ lead }) => [...desk.register.department.keys()].find((id) => id !== lead)],
  ['project', 'due_on', ({ due_on: due }) => (due === '2025-11-30' ? '2025-10-30' : '2025-11-30')],
  ['event', 'dates', ({ dates }) => (dates === '2025-06-01' ? '2025-06-02' : '2025-06-01')],
  ['calendar_day', 'kind', ({ kind }) => (kind === 'day-off' ? 'make-up-day' : 'day-off')],
  ['indicator', 'direction', ({ direction }) => (direction === 'up' ? 'down' : 'up')],
  ['indicator_value', 'value', ({ value }) => Number(value) + 1],
  ['indicator', 'threshold', ({ threshold }) => Number(threshold ?? 0) + 1],
  ['place_value', 'value', ({ value }) => Number(value) + 1],
  ['industry', 'definition_en', () => 'slips and docks'],
  ['tier', 'definition_en', () => 'work by the water'],
  ['building', 'floors', ({ floors }) => Number(floors ?? 0) + 1],
  ['building', 'metro_m', ({ metro_m: metres }) => Number(metres ?? 0) + 1],
  ['floor_area', 'largest_vacant_m2', ({ largest_vacant_m2: area }) => Number(area) + 1],
  ['tenancy', 'area_m2', ({ area_m2: area }) => Number(area) + 1],
  [
    'output',
    'unit',
    ({ unit }) => [...desk.register.district.values()].flatMap(({ units }) => Object.keys(units)).find((each) => each !== unit),
  ],
  ['delivery', 'quantity', ({ quantity }) => Number(quantity) + 1],
  ['driver', 'strength', ({ strength }) => (strength === 'weak' ? 'strong' : 'weak')],
  ['dual_use_asset', 'emergency_capacity', ({ emergency_capacity: held }) => Number(held) + 1],
  ['dual_use_asset', 'normal_capacity', ({ normal_capacity: held }) => Number(held) + 1],
  ['asset_part', 'elevation', ({ elevation }) => Number(elevation) + 1],
  ['everyday_level', 'days', ({ days }) => Number(days) + 1],
  ['deal', 'amount_period', () => '2024'],
  ['deal_step', 'realised', ({ realised }) => Number(realised) + 1],
  ['figure', 'value', ({ value }) => Number(value) + 1],
  ['outcome', 'dates', ({ dates }) => (dates === '2025-02-01' ? '2025-02-02' : '2025-02-01')],
  ['gate', 'meaning_en', () => 'means something else'],
  ['supervision', 'instruction_en', () => 'of the mayor'],
  ['supervision', 'due_on', ({ due_on: due }) => (due === '2026-11-30' ? '2026-10-30' : '2026-11-30')],
  ['component', 'stage', ({ stage }) => (stage === 'under-way' ? 'done' : 'under-way')],
  ['planned_amount', 'amount_fen', ({ amount_fen: amount }) => Number(amount) + 100],
  ['planned_amount', 'year', ({ year }) => (year === 2031 ? 2032 : 2031)],
  ['planned_amount', 'project', ({ project }) => [...desk.register.project.keys()].findLast((id) => id !== project)],
  ['milestone', 'forecast', ({ forecast }) => (forecast === '2025-03-03' ? '2025-03-04' : '2025-03-03')],
];

function moved(geometry: unknown): unknown {
  return JSON.parse(JSON.stringify(geometry), (_, value) => (typeof value === 'number' ? value + 0.00001 : value));
}

/** A row of the table to try on: of what has a shape one that has it. */
function keyIn(register: Register, table: TableName, column: string): string {
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  const [key] =
    [...rows].find(([, row]) => row[column] !== null && !(table === 'outcome' && row.what === 'rescheduled')) ?? [...rows][0] ?? [];
  assert.ok(key !== undefined, `a ${table} with a ${column}`);
  return key;
}

function rowIn(table: TableName, key: string): AnyRow {
  const rows: ReadonlyMap<string, AnyRow> = desk.register[table];
  const row = rows.get(key);
  assert.ok(row, `${table} ${key}`);
  return row;
}

/** What a basis is said to be, in the columns that a revision may name. */
function basisOf(table: TableName, column: string, source: string, words: string | null) {
  const cells = basisColumns(table, column).flatMap((each): [string, unknown][] => {
    if (each === 'source' || each.endsWith('_source')) return isKeyed(table) ? [] : [[each, source]];
    if (each === 'confidence') return [[each, 'high']];
    return /_(en|words)$/.test(each) && words !== null ? [[each, words]] : [];
  });
  return Object.fromEntries(cells);
}

/** Gives the row the old basis. */
async function withOldBasis(table: TableName, key: string, column: string): Promise<AnyRow> {
  const fields = basisOf(table, column, 'old-source', OLD);
  const row = rowIn(table, key);
  if (!Object.entries(fields).every(([name, value]) => sameValue(row[name], value)))
    await desk.revise({ table, key, rev: row.rev, fields }, WHO);
  return rowIn(table, key);
}

/** Its source is one of the columns that it is known by, and is no more revised than the others. */
const isKeyed = (table: TableName): boolean => (TABLES[table].key as readonly string[]).includes('source');

const isDemanded = (table: TableName, column: string): boolean =>
  basisColumns(table, column).some((each) => fieldsOf(table)[each]?.kind === 'ref' && !fieldsOf(table)[each]?.optional);

test('every value with a basis is tried here', () => {
  for (const table of TABLE_NAMES) {
    for (const { value } of basedOf(table)) {
      assert.ok(
        ANOTHER.some(([name, column]) => name === table && value.includes(column)),
        `${table}: ${value.join(', ')}`,
      );
    }
  }
});

for (const [table, column, another] of ANOTHER) {
  const basis = basisColumns(table, column);
  const words = basedOf(table).find(({ value }) => value.includes(column))?.words;

  for (const way of ['revise', 'edit'] as const) {
    test(`${table}.${column}: by ${way} no old basis stands beside a new value; undone, both are back`, async () => {
      assert.ok(basis.length > 0, 'it has a basis');
      const key = keyIn(desk.register, table, column);
      const before = await withOldBasis(table, key, column);
      const change = async (fields: Readonly<Record<string, unknown>>): Promise<number> => {
        const read = { table, key, rev: rowIn(table, key).rev, fields };
        return way === 'revise' ? (await desk.revise(read, WHO)).seq : (await desk.edit([{ action: 'revise', ...read }], WHO)).deed.seq;
      };
      const fields = { [column]: another(before) };
      if (isDemanded(table, column)) {
        await assert.rejects(
          change(fields),
          (error) => error instanceof WestgateError && /source: expected where the new value was read/.test(error.message),
        );
        assert.equal(rowIn(table, key).rev, before.rev);
      } else {
        const seq = await change(fields);
        const row = rowIn(table, key);
        for (const each of basis) {
          const isWords = words !== undefined && each === `${words}_en`;
          if (isWords) assert.match(String(row[each]), /^changed by this office on \d+ \w+ \d{4}, no source$/);
          else assert.equal(row[each], each === 'confidence' && !fieldsOf(table)[each]?.optional ? 'low' : null, each);
        }
        await desk.undo(seq, WHO);
        const { rev: _, ...back } = rowIn(table, key);
        const { rev: __, ...was } = before;
        assert.deepEqual(back, was);
      }

      const source = isKeyed(table) ? { source: before.source } : {};
      const again = await change({ ...fields, ...basisOf(table, column, 'old-source', OLD), ...source });
      for (const each of basis)
        assert.ok(sameValue(rowIn(table, key)[each], before[each]), `${each}: said again, it holds for the new value`);
      await desk.undo(again, WHO);
      const other = await change({ ...fields, ...basisOf(table, column, 'new-source', null), ...source });
      for (const each of basis)
        assert.ok(!String(rowIn(table, key)[each]).includes(OLD), `${each}: another basis leaves nothing of the old one`);
      await desk.undo(other, WHO);
    });
  }
}

test('of two edits of one value in one deed the basis of the first does not stand beside the value of the second', async () => {
  for (const [table, column, another] of ANOTHER.filter(([name, each]) => !isDemanded(name, each))) {
    const key = keyIn(desk.register, table, column);
    const before = rowIn(table, key);
    const revise = (fields: object): Edit => ({ action: 'revise', table, key, rev: before.rev, fields: { ...fields } });
    const value = another(before);
    const first = { [column]: another({ ...before, [column]: value }), ...basisOf(table, column, 'new-source', OLD) };
    const { deed } = await desk.edit([revise(first), revise({ [column]: value })], WHO);
    const row = rowIn(table, key);
    if (!sameValue(first[column], value))
      for (const each of basisColumns(table, column))
        assert.ok(row[each] !== 'new-source' && !String(row[each]).includes(OLD), `${table}.${column}: ${each} is ${row[each]}`);
    await desk.undo(deed.seq, WHO);
  }
});

test('a value that is taken away takes its basis with it', async () => {
  const key = keyIn(desk.register, 'project', 'due_on');
  const before = await withOldBasis('project', key, 'due_on');
  const { seq } = await desk.revise({ table: 'project', key, rev: before.rev, fields: { due_on: null } }, WHO);
  assert.deepEqual([rowIn('project', key).due_basis_en, rowIn('project', key).due_source], [null, null]);
  await desk.undo(seq, WHO);
});

test('another column, a remark or the words of a basis alone leave it as it is', async () => {
  const key = keyIn(desk.register, 'project', 'due_on');
  const before = await withOldBasis('project', key, 'due_on');
  const { seq } = await desk.revise(
    { table: 'project', key, rev: before.rev, fields: { note_en: 'a remark', due_on: before.due_on } },
    WHO,
  );
  assert.deepEqual([rowIn('project', key).due_basis_en, rowIn('project', key).due_source], [OLD, 'old-source']);
  await desk.undo(seq, WHO);
});

test('of two records drawn into one, a value comes with its basis, and no basis to the value of the other', async () => {
  const [lead, other] = [...desk.register.department.keys()];
  const make = (id: string, fields: object): Edit => ({
    action: 'create',
    table: 'project',
    fields: { id, name_en: id, kind: 'park', ...fields },
  });
  await desk.edit(
    [
      make('into', { due_on: '2025-05-05', lead: null }),
      make('from', { due_on: '2025-06-06', due_source: 'old-source', due_basis_en: OLD, lead, lead_basis_en: OLD }),
    ],
    WHO,
  );
  assert.ok(other);
  await desk.edit([{ action: 'merge', table: 'project', key: 'from', rev: 1, into: 'into' }], WHO);
  const { due_on, due_source, due_basis_en, lead: led, lead_basis_en } = rowIn('project', 'into');
  assert.deepEqual(
    { due_on, due_source, due_basis_en, led, lead_basis_en },
    { due_on: '2025-05-05', due_source: null, due_basis_en: null, led: lead, lead_basis_en: OLD },
  );
});

test('what hangs on a record that is drawn into another keeps its basis', async () => {
  const make = (id: string): Edit => ({ action: 'create', table: 'project', fields: { id, name_en: id, kind: 'park' } });
  const amount = {
    id: 'drawn-amount',
    project: 'drawn-from',
    year: 2025,
    amount_fen: 100,
    confidence: 'high',
    source: 'old-source',
    note_en: OLD,
  };
  await desk.edit([make('drawn-into'), make('drawn-from'), { action: 'create', table: 'planned_amount', fields: amount }], WHO);
  await desk.edit([{ action: 'merge', table: 'project', key: 'drawn-from', rev: 1, into: 'drawn-into' }], WHO);
  const { project, source, confidence, note_en } = rowIn('planned_amount', 'drawn-amount');
  assert.deepEqual([project, source, confidence, note_en], ['drawn-into', 'old-source', 'high', OLD]);
});

test('a row of a folder says value and basis together; it stands as it is given', async () => {
  const key = keyIn(desk.register, 'project', 'due_on');
  await withOldBasis('project', key, 'due_on');
  const files = new Map(desk.exportFolder());
  const path = 'programme/projects.csv';
  const due = String(rowIn('project', key).due_on);
  files.set(
    path,
    (files.get(path) ?? '')
      .split('\n')
      .map((line) => (line.startsWith(`${key},`) ? line.replace(due, '2025-08-08') : line))
      .join('\n'),
  );
  await desk.importFolder(files, WHO);
  assert.deepEqual([rowIn('project', key).due_on, rowIn('project', key).due_basis_en], ['2025-08-08', OLD]);
  assert.deepEqual((await desk.verify()).faults, []);
});

test('a commitment that goes to a sentence of another plan leaves the text that named its owner and its day; within the plan it keeps both', async () => {
  const [commitment] = [...desk.register.commitment.values()].filter(({ owner, due_on }) => owner !== null && due_on !== null);
  assert.ok(commitment);
  const key = commitment.id;
  const own = desk.register.sentence.get(commitment.sentence);
  const sibling = [...desk.register.sentence.values()].find(
    ({ id, document, kind }) => document === own?.document && id !== own?.id && kind === 'promise',
  );
  assert.ok(own && sibling);
  const BASES = { owner_basis_en: 'named in the text', due_basis_en: 'year of the plan', due_source: 'old-source' };
  await desk.edit(
    [
      { action: 'create', table: 'document', fields: { id: 'other-plan', title_en: 'Another plan', kind: 'plan', wording: 'none' } },
      { action: 'revise', table: 'commitment', key, rev: commitment.rev, fields: BASES },
    ],
    WHO,
  );
  await desk.replaceText({ document: 'other-plan', en: 'We shall build it.', wording: 'official' }, WHO);
  const move = async (fields: Readonly<Record<string, unknown>>): Promise<{ row: AnyRow; seq: number }> => {
    const { deed } = await desk.edit([{ action: 'revise', table: 'commitment', key, rev: rowIn('commitment', key).rev, fields }], WHO);
    return { row: rowIn('commitment', key), seq: deed.seq };
  };
  const bases = ({ owner_basis_en, due_basis_en, due_source }: AnyRow) => ({ owner_basis_en, due_basis_en, due_source });
  const within = await move({ sentence: sibling.id, clause_zh: sibling.text_zh, clause_en: sibling.text_en });
  assert.deepEqual(bases(within.row), BASES);
  await desk.undo(within.seq, WHO);

  const [elsewhere] = [...desk.register.sentence.values()].filter(({ document }) => document === 'other-plan');
  assert.ok(elsewhere);
  const there = { sentence: elsewhere.id, clause_zh: null, clause_en: 'We shall build it' };
  const away = await move(there);
  assert.equal(away.row.owner, commitment.owner, 'the owner stays');
  for (const words of ['owner_basis_en', 'due_basis_en'])
    assert.match(String(away.row[words]), /^changed by this office on \d+ \w+ \d{4}, no source$/, words);
  assert.equal(away.row.due_source, null);
  await desk.undo(away.seq, WHO);
  assert.deepEqual(bases(rowIn('commitment', key)), BASES);

  const said = await move({ ...there, ...BASES, due_basis_en: 'year of the other plan' });
  assert.deepEqual(bases(said.row), { ...BASES, due_basis_en: 'year of the other plan' }, 'what is said anew holds');
  await desk.undo(said.seq, WHO);
});
