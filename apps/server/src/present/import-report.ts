import type { ImportReport as ReportAnswer } from '@westgate/contract';
import type { ImportReport } from '@westgate/desk';

/** What an import changed, or would change, as it is told. */
export function importReportOf({ tables, changes, ...rest }: ImportReport): ReportAnswer {
  return {
    ...rest,
    tables: tables.map((table) => ({ ...table })),
    changes: changes.map((change) => ({ ...change, fields: change.fields.map((field) => ({ ...field })) })),
  };
}
