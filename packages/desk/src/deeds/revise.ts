import { resultAtOnce, WestgateError } from '@westgate/base';
import {
  type AnyRow,
  applyChanges,
  type Change,
  described,
  FOLDER_TABLES,
  type Register,
  revisableColumns,
  sameValue,
  steppedMemo,
  TABLES,
  type TableName,
} from '@westgate/domain';
import { checksReady, newFaults, readFields } from '../folder/check-register.ts';
import { oneOf } from '../folder/expected.ts';
import { type Fault, FaultList, sayFaultZh } from '../folder/fault.ts';
import { type FaultTally, isWithin, listBeyond, tallySteps } from '../folder/fault-tally.ts';
import { folderTallySteps, parseSteps } from '../folder/parse.ts';
import { writeSteps } from '../folder/write.ts';
import { refuseHeld } from './refuse-held.ts';
import { refuseKindAlone } from './refuse-kind.ts';
import type { SaidChange } from './said-change.ts';

/** A record as someone read it: `rev` says which revision. */
export interface RecordRead {
  readonly table: TableName;
  readonly key: string;
  readonly rev: number;
}

/** Other values for some columns of a record, as JSON. Columns not named keep theirs. */
export interface Revision extends RecordRead {
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What is not changed of an ask: of whom and of what project; another one is made instead. */
const OF_ASK: ReadonlySet<string> = new Set(['subject_kind', 'subject_id', 'lead']);
/** Tables whose columns also say something of the plan texts: these are checked with their texts. */
const WITH_TEXTS: ReadonlySet<TableName> = new Set<TableName>(['district', 'document', 'sentence']);

/** The columns of a row that a revision may change: of an ask neither whom it asks nor of what. */
export function columnsToRevise(table: TableName, row: AnyRow): readonly string[] {
  const isAsk = table === 'supervision' && row.requirement !== null;
  return revisableColumns(table).filter((column) => !(isAsk && OF_ASK.has(column)));
}

/**
 * The change that gives the present row the new values. Throws `WG_INPUT_INVALID` naming every field that does not fit, with the checks
 * of a district folder, and where nothing would change.
 */
export function revisedChange(register: Register, before: AnyRow, { table, key, fields: given }: Revision): SaidChange {
  const faults = new FaultList();
  const allowed = columnsToRevise(table, before);
  const fields = withoutOwnKey(table, before, given);
  for (const column of Object.keys(fields)) {
    if (!allowed.includes(column)) faults.add('unknown-column', placeOf(table), column, oneOf(allowed), column);
  }
  const values = readFields(table, Object.fromEntries(Object.entries(fields).filter(([column]) => allowed.includes(column))), faults);
  refuseFaults(faults.faults);
  if (isRevisedAlready(before, values)) {
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `fields：应为与现有的值不同的值，记录 ${key}`,
      en: `fields: expected a value that differs from the present one of ${table} ${key}`,
    });
  }
  const change = { table, key, before, after: { ...before, ...values, rev: before.rev + 1 }, said: new Set(Object.keys(given)) };
  refuseKindAlone(register, table, before, change.after);
  checkWhole(register, applyChanges(register, [change]), new Set([table]));
  return change;
}

/** The fields without those of the key that name the record itself: a source that is part of the key is said again so. */
export function withoutOwnKey(table: TableName, row: AnyRow, fields: Revision['fields']): Revision['fields'] {
  const key: readonly string[] = TABLES[table].key;
  return Object.fromEntries(Object.entries(fields).filter(([column, value]) => !(key.includes(column) && value === row[column])));
}

/** What is said of a row that is not written by its fields, or not made by them alone. */
const NOT_BY_FIELDS = { action: '这种记录不能直接填写，另有专门的操作', making: '这种记录不能只凭字段新建' } as const;

/** Throws `WG_INPUT_INVALID` for tables whose rows come and go, or are made, by an action of their own, and says by which. */
export function refuseByHand(table: TableName, by: keyof typeof NOT_BY_FIELDS = 'action'): void {
  const { written } = described(table);
  if (typeof written === 'string' || written.by !== by) return;
  const message = {
    zh: `table：${NOT_BY_FIELDS[by]}（${written.how.zh}）`,
    en: `table: expected a record that is made from its fields; ${written.how.en}`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { field: 'table', table });
}

/** The change that takes the record out of the district. Throws `WG_INPUT_INVALID` where others rest on it. */
export function withdrawnChange(register: Register, before: AnyRow, { table, key }: RecordRead): Change {
  refuseByHand(table);
  const change = { table, key, before, after: null };
  const after = applyChanges(register, [change]);
  if (after.district.size > 0) refuseHeld(after, { table, key });
  checkWhole(register, after, new Set([table]));
  return change;
}

function isRevisedAlready(row: AnyRow, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).every(([column, value]) => sameValue(row[column], value));
}

/** Refuses, with `WG_INPUT_INVALID`, a district that would hold together worse than before, after a change to rows of `tables`; to several at once each fault names its record. */
export function checkWhole(before: Register, after: Register, tables: ReadonlySet<TableName>, isOfSeveral = false): void {
  if (after.district.size === 0)
    throw new WestgateError('WG_NO_DISTRICT', { zh: '还没有区可放', en: 'expected a district to put it in; there is none yet' });
  refuseFaults(newFaults(before, after), isOfSeveral);
  if ([...tables].some((table) => WITH_TEXTS.has(table))) refuseFaults(resultAtOnce(folderFaultSteps(before, after)), isOfSeveral);
}

/** The faults that changes bring that put back what was held before: of each row its values, too, which were read by the rules of their day. A report is checked as it was frozen. Step by step: there may be a whole district of them. */
export function* newFaultSteps(changes: readonly Change[], before: Register, after: Register): Generator<undefined, readonly Fault[]> {
  if (changes.some(({ table }) => WITH_TEXTS.has(table) || table === 'report')) return yield* folderFaultSteps(before, after);
  // Of rows that go, nothing is left that could be wrong.
  const restored = changes.filter((change) => change.after !== null);
  const forms = listBeyond(restored.length > 0 ? yield* tallySteps((faults) => rowSteps(restored, 'before', faults)) : new Map());
  yield* rowSteps(restored, 'after', forms);
  yield* checksReady(after);
  return [...newFaults(before, after), ...forms.faults];
}

function* rowSteps(changes: readonly Change[], which: 'before' | 'after', faults: FaultList): Generator<undefined, void> {
  for (const { table, [which]: row } of changes) {
    if (row === null || !FOLDER_TABLES.includes(table)) continue;
    const { rev: _rev, ...fields } = row;
    readFields(table, fields, faults);
    yield;
  }
}

/** The faults of a district written as a folder and read again, texts and all, that it had not before. */
function* folderFaultSteps(before: Register, after: Register): Generator<undefined, readonly Fault[]> {
  const tally = yield* tallyAsFolder(after);
  if (tally.size === 0) return [];
  const held = before.district.size === 0 ? null : yield* tallyAsFolder(before);
  if (held && isWithin(tally, held)) return [];
  const parsed = yield* parseSteps(yield* writeSteps(after), null, held);
  return parsed.status === 'faulty' ? parsed.faults : [];
}

const tallyAsFolder = steppedMemo(function* (register: Register): Generator<undefined, FaultTally> {
  return yield* folderTallySteps(yield* writeSteps(register), null);
});

/** Throws `WG_INPUT_INVALID` naming the faults, if there are any; where several records were changed, each with its record. */
export function refuseFaults(found: readonly Fault[], isOfSeveral = false): void {
  if (found.length === 0) return;
  const faults = found.map((fault) => {
    const of = isOfSeveral && fault.key !== undefined ? `${fault.key}, ` : '';
    return { ...fault, message: `${of}${fault.field ?? fault.file}: expected ${fault.expected}, found ${fault.found}` };
  });
  const shown = faults.slice(0, 20);
  const zh = shown.map((fault) => `${isOfSeveral && fault.key !== undefined ? `${fault.key}，` : ''}${sayFaultZh(fault)}`);
  const said = { zh: zh.join('；'), en: shown.map(({ message }) => message).join('; ') };
  throw new WestgateError('WG_INPUT_INVALID', said, { faults: faults.slice(0, 100) });
}

function placeOf(table: TableName): { readonly file: string; readonly row: null } {
  return { file: TABLES[table].file, row: null };
}
