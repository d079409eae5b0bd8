import { type Said, WestgateError } from '@westgate/base';
import { type AnyRow, applySteps, type Change, FOLDER_TABLES, nounOf, type Register, TABLES } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { type Fault, sayFaultZh } from '../folder/fault.ts';
import { isSameRecord } from './diff.ts';
import { newFaultSteps } from './revise.ts';

/**
 * The changes that take a deed back: every row as it was before it. Throws `WG_UNDO_BLOCKED` where a row is no longer as the deed left
 * it, or where the district would be left contradictory (something recorded since rests on what would go). Undoing an undo is a redo. Step by step: a deed may
 * have brought a whole district.
 */
export function* undoSteps(register: Register, deed: Deed): Generator<undefined, readonly Change[]> {
  if (deed.changes.length === 0)
    throw new WestgateError(
      'WG_UNDO_BLOCKED',
      {
        zh: `操作记录第 ${deed.seq} 号没有改动记录：它删除了人员资料或修复了操作日志，不能撤销`,
        en: `Change ${deed.seq} changed no record: it erased a person or repaired the journal, and that is final.`,
      },
      { seq: deed.seq },
    );
  const changes: Change[] = [];
  for (const change of deed.changes.toReversed()) {
    const rows: ReadonlyMap<string, AnyRow> = register[change.table];
    const now = rows.get(change.key) ?? null;
    if (!isSameRecord(change.table, change.after, now)) throw blockedByRow(deed, change);
    const rev = Math.max(now?.rev ?? 0, change.before?.rev ?? 0) + 1;
    changes.push({ table: change.table, key: change.key, before: now, after: change.before && { ...change.before, rev } });
    yield;
  }
  if (changes.some(({ table }) => table !== 'outcome' && FOLDER_TABLES.includes(table))) yield* checkWhole(register, changes, deed);
  return changes;
}

function* checkWhole(before: Register, changes: readonly Change[], deed: Deed): Generator<undefined, void> {
  const register = yield* applySteps(before, changes);
  if (FOLDER_TABLES.every((name) => register[name].size === 0)) return;
  const faults = yield* newFaultSteps(changes, before, register);
  if (faults.length === 0) return;
  const message =
    register.district.size === 0
      ? {
          zh: `操作记录第 ${deed.seq} 号建立了这个区，撤销后将留下没有区的记录`,
          en: `Change ${deed.seq} created the district; undoing it would leave records without one.`,
        }
      : (restsOnIt(deed, faults) ?? {
          zh: `操作记录第 ${deed.seq} 号无法撤销，否则区里的记录不一致：${faults[0] ? sayFaultZh(faults[0]) : ''}`,
          en: `Change ${deed.seq} cannot be undone, as the district would not be consistent: ${faults[0]?.message}`,
        });
  throw new WestgateError('WG_UNDO_BLOCKED', message, { seq: deed.seq, faults });
}

/** What points to what would go: it is taken back first. Null where something else is wrong. */
function restsOnIt(deed: Deed, faults: readonly Fault[]): Said | null {
  const [first] = faults;
  const table = first?.code === 'unknown-reference' ? FOLDER_TABLES.find((name) => TABLES[name].file === first.file) : undefined;
  if (table === undefined) return null;
  const noun = nounOf(table);
  return {
    zh: `操作记录第 ${deed.seq} 号无法撤销：有${noun.zh}还依据它（${first?.found}）。请先撤销后来的操作，从最近一次起`,
    en: `Change ${deed.seq} cannot be undone: records of the kind “${noun.en}” rest on it (${first?.found}). Undo the later changes first, the last one first.`,
  };
}

function blockedByRow(deed: Deed, { table, key }: Change): WestgateError {
  const message = {
    zh: `操作记录第 ${deed.seq} 号无法撤销：记录 ${key} 后来又有修改`,
    en: `Change ${deed.seq} cannot be undone: ${nounOf(table).en} ${key} was changed by a later one.`,
  };
  return new WestgateError('WG_UNDO_BLOCKED', message, { seq: deed.seq, table, key });
}
