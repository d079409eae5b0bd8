import { computedOf, type Row, type TableName } from '@westgate/domain';
import { NO_TEXT } from '../../present/text.ts';
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
      ...(field.none ? { none: field.none } : {}),
      of: (row, { view }) => of(row, ofWhole(view)),
      paper: (row, { view }, saying) => {
        const value = of(row, ofWhole(view));
        if (Array.isArray(value))
          return (
            value.map((each) => saying.say.of(nameOf?.(String(each)) ?? NO_TEXT)).join(saying.say.text('、', ', ')) ||
            (field.none ? saying.say.of(field.none) : null)
          );
        return fieldCell(field, value, saying, { nameOf, none: saying.say.unknown });
      },
    };
  });
}
