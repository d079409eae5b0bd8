import { noSuch, WestgateError } from '@westgate/base';
import {
  type AnyRow,
  described,
  fieldsOf,
  isPointedTo,
  keyOf,
  kindOf,
  nounOf,
  nounsOf,
  type Register,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { ChangeSet } from '../deeds/change-set.ts';
import { freeId } from '../deeds/new-id.ts';
import { refuseHeld } from '../deeds/refuse-held.ts';
import { refuseKindAlone } from '../deeds/refuse-kind.ts';
import { goesWith, mayLetGo, restingOn } from '../deeds/resting.ts';
import { checkWhole, columnsToRevise, refuseByHand, refuseFaults, withoutOwnKey } from '../deeds/revise.ts';
import type { SaidChange } from '../deeds/said-change.ts';
import { readFields } from '../folder/check-register.ts';
import { oneOf } from '../folder/expected.ts';
import { FaultList } from '../folder/fault.ts';
import { type Creation, type Edit, type EditedRecord, withIds } from './edit.ts';
import { mergeInto } from './merge.ts';

/** What several edits do together. */
export interface EditsDone {
  readonly changes: readonly SaidChange[];
  /** One for each edit, in their order. */
  readonly records: readonly EditedRecord[];
}

const MOST_EDITS = 10_000;
/** Records taken out of which it is looked what hangs on them, where the whole is refused. */
const MOST_LOOKED_AT = 20;

/**
 * The changes of several edits, each on what those before it left, checked together as a district folder is. `seq` is the number of the
 * coming deed. Throws `WG_INPUT_INVALID` naming the edit and every field that does not fit; nothing is done in part.
 */
export function applyEdits(register: Register, edits: readonly Edit[], seq: number, besides: ReadonlySet<TableName> = NONE): EditsDone {
  if (edits.length === 0 || edits.length > MOST_EDITS) {
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `edits：应为 1 至 ${MOST_EDITS} 处修改，现为 ${edits.length}`,
        en: `edits: expected 1 to ${MOST_EDITS}, found ${edits.length}`,
      },
      { field: 'edits' },
    );
  }
  const set = new ChangeSet(register);
  const records: EditedRecord[] = [];
  for (const [index, edit] of edits.entries()) {
    try {
      records.push(applyEdit(set, edit, { records, seq, besides }));
    } catch (error) {
      throw edits.length > 1 ? named(error, index, editedIn(set, edit)) : error;
    }
  }
  const { changes } = set;
  if (changes.length === 0) throw new WestgateError('WG_INPUT_INVALID', NO_CHANGE);
  const tables = new Set(changes.map(({ table }) => table));
  try {
    checkWhole(register, set.register, tables, edits.length > 1);
  } catch (error) {
    const gone = edits.flatMap((edit) => (edit.action === 'withdraw' ? [edit] : [])).slice(0, MOST_LOOKED_AT);
    for (const { table, key } of gone) refuseHeld(set.register, { table, key });
    throw error;
  }
  return { changes, records };
}

interface Applying {
  readonly records: readonly EditedRecord[];
  readonly seq: number;
  /** Tables that are not edited by hand, but by this. */
  readonly besides: ReadonlySet<TableName>;
}

const NONE: ReadonlySet<TableName> = new Set();
const NO_CHANGE = { zh: '没有任何改动：与现有的内容相同', en: 'edits: expected something that differs from what is there' };

function applyEdit(set: ChangeSet, edit: Edit, applying: Applying): EditedRecord {
  const { table } = edit;
  if (!applying.besides.has(table)) {
    refuseByHand(table);
    refuseApart(table);
  }
  switch (edit.action) {
    case 'create':
      return create(set, edit, applying);
    case 'revise': {
      const before = presentRow(set, edit);
      const given = withIds(edit.fields, applying.records);
      const after = { ...before, ...readAllowed(table, columnsToRevise(table, before), withoutOwnKey(table, before, given)) };
      if (before.kind !== after.kind) refuseKindAlone(set.register, table, before, after);
      set.put(table, after, Object.keys(given));
      return { table, key: edit.key };
    }
    case 'withdraw':
      refuseOtherMeans(table);
      withdraw(set, edit);
      return { table, key: edit.key };
    case 'merge':
      refuseOtherMeans(table);
      presentRow(set, edit);
      mergeInto(set, { table, key: edit.key, into: edit.into });
      return { table, key: edit.into };
  }
}

function create(set: ChangeSet, { table, fields: given }: Creation, { records, seq, besides }: Applying): EditedRecord {
  refuseOtherMeans(table);
  if (!besides.has(table)) refuseByHand(table, 'making');
  const fields = fieldsOf(table);
  const named = withIds(given, records);
  refuseFrozenDays(table, named);
  refuseAskedFrom(table, named);
  if (!besides.has(table)) refuseAsk(table, named);
  const id =
    Object.hasOwn(fields, 'id') && !named.id ? { id: freeId((taken) => set.rowNow(table, taken) !== null, table, named, seq) } : {};
  const values = readAllowed(table, Object.keys(fields), { ...emptyFields(table), ...named, ...id });
  const row = { ...values, rev: 1 };
  const key = keyOf(table, row);
  if (set.rowNow(table, key)) {
    const message = { zh: `编号 ${key} 已有记录，请另取一个`, en: `expected a new ${nounOf(table).en}; there is one already: ${key}` };
    throw new WestgateError('WG_INPUT_INVALID', message, { table, key });
  }
  set.put(table, row);
  return { table, key };
}

/** Lists empty, flags off, what a new record holds by itself, all else nothing: of a column that must be given it is then told what was expected. */
export function emptyFields(table: TableName): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fieldsOf(table)).map(([column, field]) => [column, kindOf(field).standard(field)]));
}

function readAllowed(
  table: TableName,
  allowed: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const faults = new FaultList();
  const at = { file: TABLES[table].file, row: null };
  for (const column of Object.keys(fields)) {
    if (!allowed.includes(column)) faults.add('unknown-column', at, column, oneOf(allowed), column);
  }
  const values = readFields(table, Object.fromEntries(Object.entries(fields).filter(([column]) => allowed.includes(column))), faults);
  refuseFaults(faults.faults);
  return values;
}

function withdraw(set: ChangeSet, edit: Extract<Edit, { readonly action: 'withdraw' }>): void {
  presentRow(set, edit);
  if (edit.withAll) letGo(set, edit);
  set.drop(edit.table, edit.key);
}

/** Takes out what goes with a record, and what goes with that; what may go on without is kept so. */
function letGo(set: ChangeSet, record: { readonly table: TableName; readonly key: string }): void {
  for (const resting of restingOn(set.register, record)) {
    const { table, key } = resting;
    if (!set.register[table].has(key)) continue;
    if (goesWith(resting)) {
      if (isPointedTo(table)) letGo(set, resting);
      set.drop(table, key);
    } else if (mayLetGo(resting)) set.put(table, without(resting.row, resting.columns));
  }
}

function without(row: AnyRow, columns: readonly string[]): AnyRow {
  return { ...row, ...Object.fromEntries(columns.map((column) => [column, null])) };
}

function presentRow(set: ChangeSet, { table, key }: { readonly table: TableName; readonly key: string }): AnyRow {
  const row = set.rowNow(table, key);
  if (!row) throw new WestgateError('WG_NOT_FOUND', noSuch(nounOf(table).en, key), { kind: table });
  return row;
}

function refuseOtherMeans(table: TableName): void {
  const { written } = described(table);
  if (written !== 'text' && written !== 'district') return;
  const message = {
    zh: 'table：这种记录随文本或随区增减，不能单独增减',
    en: `table: expected a record that is made by itself; a ${nounOf(table).en} comes and goes with its text or its district`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'table', table });
}

/** What is the office's own is written by its own addresses, which know its rules. */
function refuseApart(table: TableName): void {
  if (!described(table).isApart) return;
  const message = {
    zh: 'table：这是机构自己的记录，不是区的记录，另有专门的地址',
    en: `table: expected a record of the district; ${nounsOf(table).en} are the office's own, and have addresses of their own`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'table', table });
}

/** A baseline is frozen by a deed of its own. */
function refuseFrozenDays(table: TableName, { baseline, frozen_on }: Readonly<Record<string, unknown>>): void {
  if (table !== 'milestone' || ((baseline ?? null) === null && (frozen_on ?? null) === null)) return;
  const message = {
    zh: 'baseline：应为空，冻结项目日期时才会写上',
    en: 'baseline: expected nothing; it is set when the dates of the project are frozen',
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'baseline' });
}

/** A record is asked for reports from the day it is made. */
function refuseAskedFrom(table: TableName, { asked_from }: Readonly<Record<string, unknown>>): void {
  if ((table !== 'commitment' && table !== 'project') || (asked_from ?? null) === null) return;
  const message = { zh: 'asked_from：应为空，就是新建记录的那一天', en: 'asked_from: expected nothing; it is the day the record is made' };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'asked_from' });
}

/** `error` with the edit it came of, by its number and its record. */
function named(error: unknown, index: number, record: string): unknown {
  if (!(error instanceof WestgateError)) return error;
  const { detailZh = error.message, ...details } = error.details;
  const message = { zh: `edit ${index}（${record}）：${String(detailZh)}`, en: `edit ${index}: ${record}: ${error.message}` };
  return new WestgateError(error.code, message, { ...details, edit: index });
}

/** The record of an edit, by its id and what it is called; of a new one by what it is to be called. */
function editedIn(set: ChangeSet, edit: Edit): string {
  const key = edit.action === 'create' ? String(edit.fields.id ?? '') : edit.key;
  const row: Readonly<Record<string, unknown>> = set.rowNow(edit.table, key) ?? ('fields' in edit ? edit.fields : {});
  const { named: column = '' }: { readonly named?: string } = TABLES[edit.table];
  const name = row[`${column}_zh`] ?? row[`${column}_en`];
  return [edit.table, key.slice(0, 80), typeof name === 'string' ? `“${name.slice(0, 80)}”` : ''].filter((part) => part !== '').join(' ');
}

/** An ask is made where it is known whether it is asked already, and who can be asked. */
function refuseAsk(table: TableName, { requirement }: Readonly<Record<string, unknown>>): void {
  if (table !== 'supervision' || (requirement ?? null) === null) return;
  const message = {
    zh: 'requirement：应为空；向单位要环节所缺的材料，用 POST /api/v1/projects/{id}/asks',
    en: 'requirement: expected nothing; a gate’s need is asked for by POST /api/v1/projects/{id}/asks',
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'requirement' });
}
