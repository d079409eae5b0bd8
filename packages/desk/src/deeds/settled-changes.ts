import type { DayString } from '@westgate/base';
import {
  type AnyRow,
  type Change,
  FOLDER_TABLES,
  fieldsOf,
  keyOf,
  type Reader,
  type Register,
  TABLE_NAMES,
  type TableName,
} from '@westgate/domain';
import { dayInDistrict } from '../folder/day-in-zone.ts';
import { ownBases } from './own-bases.ts';
import type { SaidChange } from './said-change.ts';

/** Deeds that make the district what it was, or what a folder says: nothing is added to them of the day. */
const AS_GIVEN: ReadonlySet<string> = new Set(['undo', 'import', 'start-district', 'clear-district']);
/** Tables of the office whose rows are about a record: they go with it, by whatever deed it goes. */
const GOING_WITH: readonly TableName[] = TABLE_NAMES.filter(
  (name) => !FOLDER_TABLES.includes(name) && Object.hasOwn(fieldsOf(name), 'subject_id'),
);

/**
 * The changes of a coming deed with what follows from them: a value that changed has a basis of its own or none; a record that is made, or asked
 * for reports again, is asked from that day on; who answers for a record that goes, and the links to report on it, go with it.
 */
export function settledChanges(
  register: Register,
  verb: string,
  changes: readonly SaidChange[],
  { reader, now }: { readonly reader: Reader | null; readonly now: Date },
): readonly Change[] {
  let day: DayString | null = null;
  const today = (): DayString => {
    day ??= dayInDistrict(register, now);
    return day;
  };
  const asked = AS_GIVEN.has(verb)
    ? changes
    : ownBases(register, changes, () => ({ reader, on: today() })).map((change) => askedChange(change, today));
  return [...asked, ...goneWith(register, asked)];
}

function askedChange(change: Change, today: () => DayString): Change {
  const { table, before, after } = change;
  if ((table !== 'commitment' && table !== 'project') || after === null) return change;
  const isAskedAgain = before?.cadence === 'none' && after.cadence !== 'none';
  const isMade = before === null && after.asked_from === null;
  return isMade || isAskedAgain ? { ...change, after: { ...after, asked_from: today() } } : change;
}

function goneWith(register: Register, changes: readonly Change[]): readonly Change[] {
  // A deed may bring a whole district: no more is made of each change than is asked for.
  const gone = new Set<string>();
  for (const { table, key, after } of changes)
    if (after === null && (table === 'commitment' || table === 'project')) gone.add(`${table}|${key}`);
  if (gone.size === 0) return [];
  const going = new Set(changes.filter(({ table }) => GOING_WITH.includes(table)).map(({ table, key }) => `${table} ${key}`));
  return GOING_WITH.flatMap((table) => {
    const rows: Iterable<AnyRow> = register[table].values();
    return [...rows].flatMap((row): readonly Change[] => {
      const key = keyOf(table, row);
      const isGone = gone.has(`${row.subject_kind}|${row.subject_id}`) && !going.has(`${table} ${key}`);
      return isGone ? [{ table, key, before: row, after: null }] : [];
    });
  });
}
