import { type DayString, resultAtOnce } from '@westgate/base';
import type { TableName } from '@westgate/domain';
import type { DistrictFacts } from './check-district.ts';
import type { FaultList } from './fault.ts';
import type { Loaded, LoadedTables } from './load.ts';
import type { SentenceTexts } from './plan-text.ts';

/** What records are checked against beside each other. */
export interface Ground {
  readonly district: DistrictFacts;
  readonly texts: ReadonlyMap<string, SentenceTexts>;
  /** The day after which nothing has happened; null where that is not looked at. */
  readonly today: DayString | null;
}

/**
 * One thing that must hold of the records of a district, whether they come as a folder or are held: of all of them beside each other, or of each row of a
 * table by itself. It looks at nothing but what it is given.
 */
export type Check = WholeCheck | RowCheck;
type WholeCheck = (tables: LoadedTables, ground: Ground, faults: FaultList) => void;
interface RowCheck {
  readonly of: TableName;
  readonly look: (rows: readonly Loaded[], ground: Ground, faults: FaultList, tables: LoadedTables) => void;
}

/** Rows that a check of rows looks at in one step. */
const ROWS_A_STEP = 500;

/** Looks at everything. */
export function run(check: Check, tables: LoadedTables, ground: Ground, faults: FaultList): void {
  resultAtOnce(runSteps(check, tables, ground, faults));
}

/** The same step by step, for whoever gives others their turn between. */
export function* runSteps(check: Check, tables: LoadedTables, ground: Ground, faults: FaultList): Generator<undefined, void> {
  if (typeof check === 'function') {
    check(tables, ground, faults);
    return;
  }
  const { rows } = tables[check.of];
  for (let from = 0; from < Math.max(1, rows.length); from += ROWS_A_STEP) {
    if (from > 0) yield;
    check.look(rows.slice(from, from + ROWS_A_STEP), ground, faults, tables);
  }
}
