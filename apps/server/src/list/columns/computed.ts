import { computedOf, type Row, type TableName } from '@westgate/domain';
import { ofWhole } from '../../view/view.ts';
import { type Column, fieldCell, namesIn } from './column.ts';

/** The computed columns of a table, as its list shows them. */
export function computedColumns<T extends TableName>(table: T): readonly Column<Row<T>>[] {
  return computedOf(table).map(({ id, field, unit, rests, byDay, of }): Column<Row<T>> => {
    const nameOf = namesIn(field);
    return {
      id,
      head: field.label,
      field,
      ...(unit ? { unit } : {}),
      ...(byDay ? { byDay } : {}),
      ...(rests.length > 0 ? { restsOnOthers: true } : {}),
      ...(nameOf ? { nameOf } : {}),
      of: (row, { view }) => of(row, ofWhole(view)),
      paper: (row, { view }, saying) => fieldCell(field, of(row, ofWhole(view)), saying, { nameOf, none: saying.say.unknown }),
    };
  });
}
