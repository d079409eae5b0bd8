import { type Axis, fieldsOf, pointersOf, type Row, TABLE_NAMES, type UnitNames } from '@westgate/domain';
import type { Check, Ground } from './check.ts';
import { oneOf } from './expected.ts';
import type { FaultList, Place } from './fault.ts';
import { type Loaded, type LoadedTables, rowsWith } from './load.ts';

/** Tables whose records carry tags. */
const TAGGED = TABLE_NAMES.filter((name) => Object.hasOwn(fieldsOf(name), 'tags'));

/** What must hold within single records: tags, units, figures, outcomes, narrative sentences. Axes or units that are not known are passed over. */
export const RECORD_CHECKS: readonly Check[] = [
  ...TAGGED.map((of): Check => ({ of, look: (rows, { district: { axes } }, faults) => axes && checkTags(rows, axes, faults) })),
  checkAims,
  ...(['indicator', 'figure', 'outcome', 'output', 'deal'] as const).map(
    (name): Check =>
      (tables, { district: { units } }, faults) =>
        checkUnits(name, tables, units, faults),
  ),
  checkSingly,
  checkReplies,
  checkOwnRings,
];

/** Tables with a number that has a unit of its own. */
type UnitTable = 'indicator' | 'figure' | 'outcome' | 'output' | 'deal';

function checkUnits(name: UnitTable, tables: LoadedTables, units: UnitNames | null, faults: FaultList): void {
  if (name === 'indicator' || name === 'output')
    for (const { row, at } of rowsWith(tables, name, ['unit'])) checkUnit(row.unit, null, at, units, faults);
  else if (name === 'deal')
    for (const { row, at } of rowsWith(tables, name, ['unit', 'amount'])) checkUnit(row.unit, row.amount, at, units, faults);
  else for (const { row, at } of rowsWith(tables, name, ['unit', 'value'])) checkUnit(row.unit, row.value, at, units, faults);
}

function checkSingly(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  for (const { row, at } of rowsWith(tables, 'outcome', ['what', 'new_due_on'])) checkOutcome(row, at, faults);
  for (const { row, at } of rowsWith(tables, 'figure', ['value', 'words_zh', 'words_en'])) {
    if (row.value === null && row.words_zh === null && row.words_en === null)
      faults.add('no-value', at, 'value', { zh: '数或文字', en: 'a number or words' }, '');
  }
  for (const { row, at } of rowsWith(tables, 'status_update', UPDATE_COLUMNS)) checkUpdate(row, at, faults);
  for (const { row, at } of rowsWith(tables, 'sentence', ['kind', 'reason_zh', 'reason_en'])) {
    if (row.kind !== 'narrative' || row.reason_zh !== null || row.reason_en !== null) continue;
    faults.add('missing-reason', at, 'reason_en', { zh: '此句只作说明的理由', en: 'why the sentence is narrative' }, '');
  }
}

/** A comment answers one on the same record. */
function checkReplies(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  const comments = rowsWith(tables, 'comment', ['id', 'subject_kind', 'subject_id', 'reply_to']);
  const subjects = new Map(comments.map(({ row }) => [row.id, `${row.subject_kind}:${row.subject_id}`]));
  for (const { row, at } of comments) {
    const of = row.reply_to === null ? undefined : subjects.get(row.reply_to);
    if (of !== undefined && of !== subjects.get(row.id))
      faults.add(
        'wrong-kind',
        at,
        'reply_to',
        { zh: `对 ${subjects.get(row.id)} 的批注`, en: `a comment on ${subjects.get(row.id)}` },
        { zh: `对 ${of} 的批注`, en: `one on ${of}` },
      );
  }
}

/** Where a row names another of its own table, such as what it is part of, it does not come back to itself by others. */
function checkOwnRings(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  for (const name of TABLE_NAMES) {
    for (const { column, pointer } of pointersOf(name)) {
      if (!('table' in pointer) || pointer.table !== name) continue;
      const loaded = tables[name].rows.filter(({ faulty }) => !faulty.has('id') && !faulty.has(column));
      const next = new Map(loaded.map(({ row }) => [row.id, row[column]]));
      for (const { row, at } of loaded) {
        const ring = ringFrom(row.id, next);
        if (ring)
          faults.add(
            'cycle',
            at,
            column,
            { zh: '不会经由别的记录又回到自己的记录', en: 'a record that does not lead back to this one' },
            ring.join(' → '),
          );
      }
    }
  }
}

/** The records from one on that lead back to it, itself first and last; null where they do not. */
function ringFrom(id: unknown, next: ReadonlyMap<unknown, unknown>): readonly unknown[] | null {
  const passed = new Set([id]);
  for (let at = next.get(id); typeof at === 'string'; at = next.get(at)) {
    if (at === id) return [...passed, id];
    if (passed.has(at)) return null;
    passed.add(at);
  }
  return null;
}

const UPDATE_COLUMNS = ['unchanged', 'step', 'forecast_on', 'waits_for', 'words_zh', 'words_en'] as const;

/** A report that nothing changed says nothing more; any other says at least one thing. */
function checkUpdate(row: Pick<Row<'status_update'>, (typeof UPDATE_COLUMNS)[number]>, at: Place, faults: FaultList): void {
  const { unchanged } = row;
  const told = UPDATE_COLUMNS.filter((column) => column !== 'unchanged' && row[column] !== null);
  const [column = 'words_en'] = told;
  if (unchanged && told.length > 0)
    faults.add('bad-update', at, column, { zh: '空，因为填的是“无变化”', en: 'nothing, where nothing changed' }, String(row[column]));
  if (!unchanged && told.length === 0)
    faults.add(
      'bad-update',
      at,
      'words_en',
      { zh: '进展、日期、部门或文字，或“无变化”', en: 'a step, a day, a department or words, or that nothing changed' },
      '',
    );
}

/** A rescheduling names the new day; no other outcome does. */
export function checkOutcome(row: Pick<Row<'outcome'>, 'what' | 'new_due_on'>, at: Place, faults: FaultList): void {
  if (row.what === 'rescheduled' && row.new_due_on === null)
    faults.add('missing-new-day', at, 'new_due_on', { zh: '新的完成时限', en: 'the new due date' }, '');
  if (row.what !== 'rescheduled' && row.new_due_on !== null) {
    const expected = {
      zh: `空：只有 rescheduled 才有新的完成时限，${row.what} 没有`,
      en: `nothing: only rescheduled has a new due date, not ${row.what}`,
    };
    faults.add('missing-new-day', at, 'new_due_on', expected, row.new_due_on);
  }
}

/** A number needs a unit, and a unit must be one that the district names. */
export function checkUnit(unit: string | null, value: number | null, at: Place, units: UnitNames | null, faults: FaultList): void {
  if (unit === null && value !== null)
    faults.add('missing-unit', at, 'unit', { zh: `${value} 的计量单位`, en: `the unit of ${value}` }, '');
  if (unit === null || units === null || Object.hasOwn(units, unit)) return;
  faults.add('bad-unit', at, 'unit', oneOf(Object.keys(units)), unit);
}

function checkTags(rows: readonly Loaded[], axes: readonly Axis[], faults: FaultList): void {
  const known = tagsOf(axes);
  for (const { row, at } of rows) {
    const tags: unknown = row.tags;
    if (!Array.isArray(tags)) continue;
    for (const tag of tags) {
      if (known.has(tag)) continue;
      const axis = axes.find(({ id }) => String(tag).startsWith(`${id}:`));
      const words = axis ? axis.values.map((value) => `${axis.id}:${value.id}`) : axes.map(({ id }) => `${id}:…`);
      faults.add('bad-tag', at, 'tags', oneOf(words), String(tag));
    }
  }
}

/** The aim of a mention is one of the district. */
function checkAims(tables: LoadedTables, { district: { axes } }: Ground, faults: FaultList): void {
  if (!axes) return;
  const known = tagsOf(axes);
  for (const { row, at } of rowsWith(tables, 'mention', ['aim'])) {
    if (row.aim === null || known.has(`aim:${row.aim}`)) continue;
    const aims = axes.find(({ id }) => id === 'aim')?.values.map(({ id }) => id) ?? [];
    faults.add('bad-tag', at, 'aim', oneOf(aims), row.aim);
  }
}

function tagsOf(axes: readonly Axis[]): ReadonlySet<string> {
  return new Set(axes.flatMap((axis) => axis.values.map((value) => `${axis.id}:${value.id}`)));
}
