import { recordSchema } from '@westgate/contract';
import { type AnyRow, capital, fieldsOf, isTable, nounOf, type PlainKind, type Row, type TableEntry, tierOn } from '@westgate/domain';
import { ownsCountOf } from '../../present/department.ts';
import { sourceAt } from '../../present/source.ts';
import { pairAt, textAt } from '../../present/text.ts';
import { type Column, idColumn, numberColumn, sourceColumn, thingColumn, wordsColumn } from './column.ts';
import { aimColumn, belongsColumns, rowOf, stateColumns } from './shared.ts';
import { headOf, storedColumn } from './stored.ts';

const NO_TIER = { zh: '未列入层级', en: 'in no tier' };

/** What the lists of plain kinds show beside what is stored and where a record belongs. */
const BESIDE: { readonly [K in PlainKind]?: readonly Column<Row<K>>[] } = {
  industry: [
    {
      ...thingColumn<Row<'industry'>>('tier', ['产业层级', 'Tier'], 'tier', ({ id }, { view }) => tierOn(view.whole, id, view.asOf), {
        width: 20,
        byDay: true,
        restsOnOthers: true,
      }),
      none: NO_TIER,
    },
  ],
  event: [aimColumn(rowOf('event')), ...stateColumns<Row<'event'>>('event')],
  department: [
    numberColumn('owns', ['牵头与负责', 'Leads and owns'], ({ id }, { view }) => ownsCountOf(view.register, id), {
      kind: 'integer',
      width: 12,
      restsOnOthers: true,
    }),
  ],
};

/** The columns of the list of a plain kind: its entries in the order of the table, what its kind shows beside them, where a record belongs, then the remark. */
export function plainColumns<K extends PlainKind>(kind: K): readonly Column<Row<K>>[] {
  const own = recordSchema.toldEntries(kind).map(([, entry]) => entry);
  const [said, remarks] = [own.filter(({ name }) => name !== 'note'), own.filter(({ name }) => name === 'note')];
  const columnsOf = (entries: readonly TableEntry[]) => entries.flatMap((entry) => columnOf(kind, entry));
  const beside: readonly Column<Row<K>>[] = BESIDE[kind] ?? [];
  return [
    idColumn<Row<K>>(),
    ...columnsOf(said),
    ...beside,
    ...('tags' in fieldsOf(kind) ? belongsColumns<Row<K>>(kind) : []),
    ...columnsOf(remarks),
  ];
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
  if (field.table === 'source')
    return [sourceColumn(name, [zh, en], (row, { view }) => sourceAt(view.register, row, name), { without: 'unknown' })];
  const to = recordSchema.pointedKind(field);
  if (to === null) return storedColumn<R>(kind, name, { zh, en });
  const { none } = field;
  return [{ ...thingColumn<R>(name, [zh, en], to, (row) => textAt(row, name), { width: 30 }), ...(none ? { none } : {}) }];
}
