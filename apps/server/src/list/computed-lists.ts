import { described, type Exception, type Matter, type Row } from '@westgate/domain';
import { attentionIn } from '../present/attention.ts';
import { mattersIn } from '../present/matter.ts';
import { thingOf } from '../present/thing.ts';
import type { View } from '../view.ts';
import { exceptionColumns } from './columns/exception-columns.ts';
import { MATTER_COLUMNS } from './columns/matter-columns.ts';
import { computedRows, type Rows } from './rows.ts';

/** The ledger of supervision: the overdue first, then by due date, what is closed last. */
export const MATTERS: Rows<Matter> = computedRows({
  table: 'supervision',
  named: 'asked',
  columns: () => MATTER_COLUMNS,
  first: described('supervision').list ?? [],
  rowsIn: mattersIn,
  idOf: ({ row }) => row.id,
  textsOf: ({ row }) => [row.asked_zh, row.asked_en],
  revOf: ({ row }) => row.rev,
  answersOf: ({ row }) => row.lead,
});

/** What needs attention: the gravest reason first, then the longest late. */
export const EXCEPTIONS: Rows<Exception> = computedRows({
  table: null,
  named: 'name',
  columns: exceptionColumns,
  first: ['name', 'plan', 'why', 'state', 'said', 'department', 'due', 'message'],
  rowsIn: (view) => attentionIn(view).records,
  idOf: ({ kind, id }) => `${kind}:${id}`,
  textsOf: ({ kind, id }, view) => Object.values(thingOf(view.register, kind, id).name),
  revOf: revisionOf,
  answersOf: ({ department }) => department,
  recordOf: ({ kind, id }) => ({ table: kind, id }),
});

/** The lists of the office's own work: as their pages they are told to who signed in. */
export const OFFICE_LISTS: ReadonlySet<string> = new Set(['supervision', 'exceptions']);

function revisionOf({ kind, id }: Exception, { register }: View): number {
  const rows: ReadonlyMap<string, Pick<Row<Exception['kind']>, 'rev'>> = register[kind];
  return rows.get(id)?.rev ?? 0;
}
