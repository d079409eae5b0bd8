import { computedOf, kindOf, type Row, type TableName } from '@westgate/domain';
import type { Column } from './column.ts';

/** The computed columns of a table, as its list shows them. */
export function computedColumns<T extends TableName>(table: T): readonly Column<Row<T>>[] {
  return computedOf(table).map(({ id, field, unit, rests, byDay, of }): Column<Row<T>> => {
    const { names, label } = field;
    const nameOf = names && ((key: string) => names[key] ?? { zh: key, en: key });
    return {
      id,
      head: label,
      field,
      ...(unit ? { unit } : {}),
      ...(byDay ? { byDay } : {}),
      ...(rests.length > 0 ? { restsOnOthers: true } : {}),
      ...(nameOf ? { nameOf } : {}),
      of: (row, { view }) => of(row, view),
      paper(row, { view }, { say }) {
        const value = of(row, view);
        if (value === null || value === undefined) return say.unknown;
        if (nameOf) return say.of(nameOf(String(value)));
        return typeof value === 'number' ? value : kindOf(field).writeText(value);
      },
    };
  });
}
