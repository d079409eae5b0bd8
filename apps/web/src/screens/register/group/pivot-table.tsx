import { Link } from '@tanstack/react-router';
import { sayNumber } from '@westgate/domain';
import type { ViewSearch } from '../../../frame/view-search.ts';
import { useWords } from '../../../messages/words.ts';
import type { RegisterRow } from '../rows.ts';
import type { RegisterList } from '../use-rows.ts';
import { type PivotCell, pivotOf, readWhere, type Where, whereText } from './group-model.ts';
import { useSayValueOf } from './use-say-value-of.ts';

/** Two attributes of a list against each other, with their margins; each number opens the rows it counts. */
export function PivotTable({
  columns,
  rows,
  down,
  across,
  summed,
}: {
  readonly columns: RegisterList['columns'];
  readonly rows: readonly RegisterRow[];
  readonly down: string;
  readonly across: string;
  readonly summed: string | undefined;
}) {
  const word = useWords();
  const sayValue = useSayValueOf();
  const indexOf = (id: string | undefined): number => columns.findIndex((column) => column.id === id);
  const headOf = (id: string): string => {
    const column = columns[indexOf(id)];
    return column ? word(column.head) : id;
  };
  const sumIndex = indexOf(summed);
  const pivot = pivotOf(rows, indexOf(down), indexOf(across), sumIndex < 0 ? null : sumIndex);
  const isSummed = sumIndex >= 0;
  return (
    <div className="table-scroll">
      <table className="table pivot-table">
        <caption className="small soft">{word('group.caption', { down: headOf(down), across: headOf(across) })}</caption>
        <thead>
          <tr>
            <th scope="col">{headOf(down)}</th>
            {pivot.across.map(({ key, cell }) => (
              <th key={key} scope="col" className="number">
                {sayValue(cell)}
              </th>
            ))}
            <th scope="col" className="number">
              {word('group.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pivot.down.map((group) => (
            <tr key={group.key}>
              <th scope="row">{sayValue(group.cell)}</th>
              {pivot.across.map((other) => (
                <Count
                  key={other.key}
                  cell={pivot.at(group.key, other.key)}
                  isSummed={isSummed}
                  where={[
                    { column: down, key: group.key },
                    { column: across, key: other.key },
                  ]}
                />
              ))}
              <Count cell={pivot.downTotal(group.key)} isSummed={isSummed} where={[{ column: down, key: group.key }]} />
            </tr>
          ))}
          <tr className="pivot-total">
            <th scope="row">{word('group.total')}</th>
            {pivot.across.map(({ key }) => (
              <Count key={key} cell={pivot.acrossTotal(key)} isSummed={isSummed} where={[{ column: across, key }]} />
            ))}
            <Count cell={pivot.total} isSummed={isSummed} where={[]} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** A number that leads to the rows it was made of; a sum says over how many where not all are known. */
function Count({
  cell: { count, sum, known },
  isSummed,
  where,
}: {
  readonly cell: PivotCell;
  readonly isSummed: boolean;
  readonly where: readonly Where[];
}) {
  const word = useWords();
  if (count === 0) return <td className="number soft">0</td>;
  return (
    <td className="number">
      <Link
        to="/register"
        search={(before: ViewSearch) => ({
          ...before,
          where: whereText([...readWhere(before.where).filter(({ column }) => !where.some((each) => each.column === column)), ...where]),
          group: undefined,
          pivot: undefined,
          sum: undefined,
          page: undefined,
        })}
      >
        {!isSummed ? count : known === 0 ? word('unknown') : sayNumber(sum)}
      </Link>
      {isSummed && known < count ? <small className="block soft">{word('monthly.sumOf', { known, of: count })}</small> : null}
    </td>
  );
}
