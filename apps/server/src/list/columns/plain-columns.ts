import { plainSchema } from '@westgate/contract';
import { type AnyRow, capital, isTable, nounOf, type PlainKind, type Row, type TableEntry } from '@westgate/domain';
import { sourceAt } from '../../present/source.ts';
import { pairAt, textAt } from '../../present/text.ts';
import { type Column, idColumn, sourceColumn, thingColumn, wordsColumn } from './column.ts';
import { belongsColumns } from './shared.ts';
import { headOf, storedColumn } from './stored.ts';

/** The columns of the list of a plain kind: its entries in the order of the table, then where a record belongs, then the remark. */
export function plainColumns<K extends PlainKind>(kind: K): readonly Column<Row<K> & AnyRow>[] {
  const own = plainSchema.toldEntries(kind).map(([, entry]) => entry);
  const [said, remarks] = [own.filter(({ name }) => name !== 'note'), own.filter(({ name }) => name === 'note')];
  const columnsOf = (entries: readonly TableEntry[]) => entries.flatMap((entry) => columnOf<Row<K> & AnyRow>(kind, entry));
  return [idColumn(), ...columnsOf(said), ...belongsColumns<Row<K> & AnyRow & { readonly id: string }>(kind), ...columnsOf(remarks)];
}

function columnOf<R extends AnyRow>(kind: PlainKind, entry: TableEntry): readonly Column<R>[] {
  const { name, field } = entry;
  if (entry.kind === 'pair') {
    const isName = name === 'name';
    const { zh, en } = isName ? capital(nounOf(kind)) : headOf(kind, entry);
    const of = (row: R) => pairAt(row, name);
    return [wordsColumn(name, [zh, en], of, isName ? { width: 40 } : { width: 40, without: 'nothing' })];
  }
  const { zh, en } = field.label ?? (isTable(field.table) ? capital(nounOf(field.table)) : headOf(kind, entry));
  if (field.table === 'source') return [sourceColumn(name, [zh, en], (row, { view }) => sourceAt(view.register, row, name))];
  const to = plainSchema.pointedKind(field);
  if (to !== null) return [thingColumn(name, [zh, en], to, (row) => textAt(row, name), { width: 30 })];
  return storedColumn<R>(kind, name, { zh, en });
}
