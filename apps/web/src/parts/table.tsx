import { Fragment, type HTMLAttributes, type ReactNode } from 'react';

/** A column of a table: what its head says, and what stands in it of a row. */
export interface TableColumn<Row> {
  /** What its head says; where the table is stacked, on a phone, it stands before the cell. */
  readonly head: string;
  /** What the head shows in its place. */
  readonly shown?: ReactNode;
  /** What the head shows beside that. */
  readonly beside?: ReactNode;
  /** `unseen`: the head is only told to readers of the screen; `bare`: it does not stand before the cell on a phone, which says by itself what it is. */
  readonly headed?: 'unseen' | 'bare';
  readonly isNumber?: true;
  /** Its cells are the heads of their rows. */
  readonly isRowHead?: true;
  readonly className?: string | ((row: Row) => string);
  readonly lang?: (row: Row) => string | undefined;
  /** How many rows a cell covers; 0 where one above covers it. */
  readonly span?: (row: Row) => number;
  readonly of: (row: Row) => ReactNode;
}

/** What a row is known by on the page. */
type RowMarks = Pick<HTMLAttributes<HTMLTableRowElement>, 'id' | 'className'> & { readonly 'data-id'?: string };

/** Rows of one kind, each in its columns. On a phone each row is stacked, every cell behind its head. */
export function Table<Row>({
  columns,
  rows,
  keyOf,
  caption,
  className = 'stacking',
  marks,
  around,
}: {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row, index: number) => string | number;
  /** What the table holds, for readers of the screen, where no heading says it. */
  readonly caption?: string;
  readonly className?: string;
  readonly marks?: (row: Row) => RowMarks;
  /** What stands in place of a row: the row itself, or what was opened there. */
  readonly around?: (row: Row, shown: ReactNode, columns: number) => ReactNode;
}) {
  return (
    <div className="table-scroll">
      <table className={`table ${className}`.trim()}>
        {caption === undefined ? null : <caption className="unseen">{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ head, shown = head, beside, headed, isNumber }) => (
              <th key={head} scope="col" className={isNumber ? 'number' : undefined}>
                {headed === 'unseen' ? <span className="unseen">{head}</span> : shown}
                {beside}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const shown = (
              <tr {...marks?.(row)}>
                {columns.map((column) => (
                  <Cell key={column.head} column={column} row={row} />
                ))}
              </tr>
            );
            return <Fragment key={keyOf(row, index)}>{around ? around(row, shown, columns.length) : shown}</Fragment>;
          })}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: TableColumn<Row>; readonly row: Row }) {
  const { head, headed, isNumber, isRowHead, className, lang, span, of } = column;
  const rows = span?.(row);
  if (rows === 0) return null;
  const own = typeof className === 'function' ? className(row) : (className ?? '');
  const shared = { className: [isNumber ? 'number' : '', own].filter((each) => each !== '').join(' ') || undefined, lang: lang?.(row) };
  if (isRowHead)
    return (
      <th {...shared} scope={rows === undefined ? 'row' : 'rowgroup'} rowSpan={rows}>
        {of(row)}
      </th>
    );
  return (
    <td {...shared} rowSpan={rows} data-head={headed === undefined ? head : undefined}>
      {of(row)}
    </td>
  );
}
