import type { DayString } from '@westgate/base';
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

/** Looks at everything. */
export function run(check: Check, tables: LoadedTables, ground: Ground, faults: FaultList): void {
  if (typeof check === 'function') check(tables, ground, faults);
  else check.look(tables[check.of].rows, ground, faults, tables);
}
