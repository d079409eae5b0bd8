import { isDay, isPeriod } from '@westgate/base';
import type { ListColumn } from '@westgate/contract';
import { STATE_ORDER } from '@westgate/domain';
import { createContext, Fragment, type ReactNode, useContext } from 'react';
import { useSay } from '../messages/words.ts';
import { AimWord } from '../parts/aim-mark.tsx';
import { AsWritten } from '../parts/as-written.tsx';
import { DayText } from '../parts/day-text.tsx';
import { Unknown } from '../parts/fact.tsx';
import { StateWord } from '../parts/state-word.tsx';
import { paged, RecordLink } from '../parts/thing-link.tsx';
import type { ListCell, ListRow } from './list-model.ts';
import type { CellRange } from './use-grid.ts';
import { useSayCell } from './use-say-cell.ts';

/** How columns of a list are drawn that are more than words: each value with a sign, or a cell by what its row is. */
export interface Drawn {
  readonly signs?: Readonly<Record<string, (key: string) => ReactNode>>;
  readonly cells?: Readonly<Record<string, (text: string, row: ListRow, cell: ListCell) => ReactNode>>;
}

/** How the screen that the list stands on draws columns that it alone has. */
export const DrawnHere = createContext<Drawn>({});

/** Columns whose words are drawn with a sign. */
const SIGNS: Readonly<Record<string, (key: string) => ReactNode>> = {
  state(key) {
    const state = STATE_ORDER.find((each) => each === key);
    return state === undefined ? key : <StateWord state={state} />;
  },
  aim: (key) => <AimWord aim={key} />,
};

/** What is done in the cells of a list. */
export interface CellDeeds {
  /** Whether a cell is changed by itself. */
  readonly mayEdit: (row: ListRow, column: ListColumn) => boolean;
  /** `cell`: the element it stands in. */
  readonly edit: (row: ListRow, column: ListColumn, cell: HTMLElement) => void;
  readonly paste: (text: string, range: CellRange) => void;
  readonly fillDown: (range: CellRange) => void;
}

/** What a row says in a column: the value with what stands around it; in the column that the row is called by, a way to it. */
export function CellText({
  column,
  cell,
  around,
  page,
  row,
}: {
  readonly column: ListColumn;
  readonly cell: ListCell;
  readonly around: ListRow['around'][string] | undefined;
  /** The record that the row is of, in the column that it is called by; null in others. */
  readonly page: { readonly table: string; readonly id: string } | null;
  readonly row: ListRow;
}) {
  const say = useSay();
  const sayCell = useSayCell();
  const draw = useContext(DrawnHere).cells?.[column.id];
  const kind = page ? paged(page.table) : null;
  const value =
    draw && cell !== null ? (
      draw(sayCell(column, cell), row, cell)
    ) : (
      <Value column={around?.none ? { ...column, none: around.none } : column} cell={cell} />
    );
  return (
    <>
      {around?.before ? <small>{say(around.before)} </small> : null}
      {page && kind ? (
        <RecordLink kind={kind} id={page.id} tabIndex={-1}>
          {cell === null ? page.id : value}
        </RecordLink>
      ) : (
        value
      )}
      {around?.after ? <small> {say(around.after)}</small> : null}
      {around?.note ? <small className="age-note"> △ {say(around.note)}</small> : null}
    </>
  );
}

function Value({ column, cell }: { readonly column: ListColumn; readonly cell: ListCell }) {
  const say = useSay();
  const sayCell = useSayCell();
  const hasSigns = useContext(DrawnHere).signs?.[column.id] !== undefined;
  if (cell === null) return column.none ? <span className="soft">{say(column.none)}</span> : <Unknown />;
  if (typeof cell === 'string') return isDay(cell) || isPeriod(cell) ? <DayText on={cell} /> : <AsWritten text={cell} />;
  if (typeof cell !== 'object') return sayCell(column, cell);
  if (Array.isArray(cell))
    return cell.map((each, index) => (
      <Fragment key={each.key}>
        {index === 0 ? null : hasSigns ? ' ' : ' · '}
        <Named column={column} named={each} />
      </Fragment>
    ));
  return 'key' in cell ? <Named column={column} named={cell} /> : <AsWritten text={say(cell)} />;
}

/** What stands under a key: a sign and a word, a way to a record, or its name. */
function Named({ column, named }: { readonly column: ListColumn; readonly named: Extract<ListCell, { readonly key: string }> }) {
  const sayCell = useSayCell();
  const here = useContext(DrawnHere);
  const sign = here.signs?.[column.id] ?? SIGNS[column.id];
  if (sign) return sign(named.key);
  const at = column.links === 'any' ? named.key.indexOf(':') : -1;
  const kind = column.links === null ? null : paged(at < 0 ? column.links : named.key.slice(0, at));
  const text = <AsWritten text={sayCell(column, named)} />;
  return kind ? (
    <RecordLink kind={kind} id={named.key.slice(at + 1)} tabIndex={-1}>
      {text}
    </RecordLink>
  ) : (
    text
  );
}
