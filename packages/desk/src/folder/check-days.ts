import { DAY_COLUMNS, type DayBounds, dayExpected, dayFault, FOLDER_TABLES } from '@westgate/domain';
import type { FaultCode, FaultList } from './fault.ts';
import type { LoadedTables } from './load.ts';

/** Every day, period and year lies within the span of the district, and nothing that has happened lies ahead. */
export function checkDays(tables: LoadedTables, bounds: DayBounds, faults: FaultList): void {
  for (const [table, columns] of DAY_COLUMNS) {
    if (!FOLDER_TABLES.includes(table)) continue;
    for (const { row, at, faulty } of tables[table].rows) {
      for (const column of columns) {
        const fault = faulty.has(column) ? null : dayFault(table, column, row, bounds);
        if (fault !== null) faults.add(codeOf(fault), at, column, dayExpected(fault, bounds), String(row[column]));
      }
    }
  }
}

/** A value of the right form that names no day of the calendar. */
function codeOf(fault: Exclude<ReturnType<typeof dayFault>, null>): FaultCode {
  return fault === 'no-day' ? 'bad-day' : fault;
}
