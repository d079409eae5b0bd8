import { readShut } from '@westgate/base';
import type { ListColumn } from '@westgate/contract';
import { type CSSProperties, useRef } from 'react';
import { useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { FoldSign } from '../parts/noun-icon.tsx';
import { useSetView, useView } from '../scope/use-view.ts';
import type { Chosen } from './chosen.ts';
import { type ListAsked, nextSort, readAsked, sortText } from './list-address.ts';
import { type CellDeeds, CellText } from './list-cell.tsx';
import { type ListLine, type ListModel, type ListRow, recordOf, rowsFrom } from './list-model.ts';
import { widthOf, widthStyle } from './use-frozen.ts';
import { type Grid, isWithin } from './use-grid.ts';
import type { List } from './use-list.ts';
import { useSayCell, useSayHead, useSayKey } from './use-say-cell.ts';

/** What the parts of a grid are. It is said, as parts that are drawn as blocks, as on a phone, are no longer taken for those of a table. */
export const PART = {
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  cell: { role: 'gridcell' },
} as const;

/** What every line of a list is drawn with. */
interface LineOf {
  readonly model: ListModel;
  readonly index: number;
  readonly idOf: (line: number, column: number) => string;
  readonly grid: Grid;
  readonly hasTicks: boolean;
  readonly measure: (line: HTMLTableRowElement | null) => void;
}

/** The heads of the columns: a press puts the list in order, with Shift behind the order it has; under each what it comes to over all that fits. */
export function Heads({
  list: { asked },
  model,
  chosen,
  hasTicks,
  frozen,
}: {
  readonly list: List;
  readonly model: ListModel;
  readonly chosen: Chosen;
  readonly hasTicks: boolean;
  readonly frozen: readonly CSSProperties[];
}) {
  const word = useWords();
  const sayHead = useSayHead();
  const setView = useSetView();
  const { sort } = readAsked(asked, model.columns);
  const may = model.rows.filter(chosen.may);
  return (
    <thead {...PART.rows}>
      <tr {...PART.row} aria-rowindex={1}>
        {hasTicks ? (
          <th scope="col" {...PART.head} className="list-tick frozen">
            <input
              type="checkbox"
              aria-label={word('list.chooseShown', { count: may.length })}
              checked={may.length > 0 && may.every(({ id }) => chosen.has(id))}
              onChange={({ target }) => chosen.put(may, target.checked)}
            />
          </th>
        ) : null}
        {model.shown.map((column, place) => {
          const way = sort.find((key) => key.column === column.id);
          const sum = model.sums.find((each) => each.column === column.id);
          return (
            <th
              key={column.id}
              scope="col"
              {...PART.head}
              data-column={column.id}
              className={classOf(column, frozen[place])}
              style={{ ...frozen[place], ...widthStyle('--list-column', `${widthOf(column, model.named)}em`) }}
              aria-sort={way === undefined ? 'none' : way.isDown ? 'descending' : 'ascending'}
            >
              {column.sorts ? (
                <button
                  type="button"
                  className="sort-head"
                  title={word('list.sortHint')}
                  onClick={(event) => setView({ sort: sortText(nextSort(sort, column.id, event.shiftKey)) }, { replace: true })}
                >
                  {sayHead(column)} <span aria-hidden="true">{way === undefined ? '' : way.isDown ? '↓' : '↑'}</span>
                </button>
              ) : (
                sayHead(column)
              )}
              {sum ? (
                <small className="block">
                  <SumText column={column} sum={sum} of={model.total} />
                </small>
              ) : null}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The head of a group, with how many rows it has in all and what they come to; a press shuts or opens it. */
export function GroupLine({
  line: { group, isShut },
  asked,
  model,
  index,
  idOf,
  grid,
  hasTicks,
  measure,
}: LineOf & { readonly line: Extract<ListLine, { readonly is: 'group' }>; readonly asked: ListAsked }) {
  const sayKey = useSayKey();
  const sayHead = useSayHead();
  const setView = useSetView();
  const shut = readShut(useView().shut);
  const column = model.columns.find(({ id }) => id === asked.group);
  return (
    <tr ref={measure} {...PART.row} data-index={index} aria-rowindex={index + 2} className="group-head">
      <th
        id={idOf(index, 0)}
        scope="colgroup"
        {...PART.cell}
        colSpan={model.shown.length + (hasTicks ? 1 : 0)}
        className={grid.at.line === index ? 'at' : undefined}
      >
        <div className="group-line">
          <button
            type="button"
            className="group-button"
            tabIndex={-1}
            aria-expanded={!isShut}
            onClick={() => {
              grid.go({ line: index, column: 0 });
              setView({ shut: shut.toggled(group.key) }, { replace: true });
            }}
          >
            <FoldSign /> <AsWritten text={column ? sayKey(column, group.key, group.name) : group.key} />{' '}
            <span className="soft">{group.count}</span>
          </button>
          {group.sums.map((sum) => {
            const summed = model.columns.find(({ id }) => id === sum.column);
            return summed ? (
              <span key={summed.id} className="small soft group-sum">
                {sayHead(summed)} <SumText column={summed} sum={sum} of={group.count} />
              </span>
            ) : null;
          })}
        </div>
      </th>
    </tr>
  );
}

/** What a column comes to: over how many rows where not all are known, and how old the oldest value is where values are of a day. */
function SumText({
  column,
  sum: { sum, known, oldest },
  of,
}: {
  readonly column: ListColumn;
  readonly sum: ListModel['sums'][number];
  readonly of: number;
}) {
  const word = useWords();
  const sayCell = useSayCell();
  if (known === 0) return sayCell(column, null);
  const said = known === of ? sayCell(column, sum) : word('list.sum', { sum: sayCell(column, sum), known, of });
  return oldest ? `${said} · ${word('list.sumOldest', { on: sayCell({ kind: 'day', none: null }, oldest) })}` : said;
}

/** A row of a list, its cells those of the grid. */
export function Row({
  row,
  model,
  index,
  idOf,
  grid,
  chosen,
  deeds,
  frozen,
  hasTicks,
  measure,
}: LineOf & { readonly row: ListRow; readonly chosen: Chosen; readonly deeds: CellDeeds; readonly frozen: readonly CSSProperties[] }) {
  const sayHead = useSayHead();
  const sayCell = useSayCell();
  const { at, range } = grid;
  const isRange = range.top !== range.bottom || range.left !== range.right;
  return (
    <tr
      ref={measure}
      {...PART.row}
      data-index={index}
      data-id={row.id}
      aria-rowindex={index + 2}
      aria-selected={hasTicks ? chosen.has(row.id) : undefined}
      className={chosen.has(row.id) ? 'chosen' : undefined}
    >
      {hasTicks ? <Tick row={row} model={model} index={index} chosen={chosen} /> : null}
      {model.shown.map((column, place) => {
        const here = { line: index, column: place };
        const cell = row.cells[place] ?? null;
        const mayEdit = deeds.mayEdit(row, column);
        const isAt = at.line === index && at.column === place;
        const marks = [isAt ? 'at' : '', isRange && isWithin(here, range) ? 'in-range' : '', mayEdit ? 'editable' : ''];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the grid
          <td
            key={column.id}
            id={idOf(index, place)}
            {...PART.cell}
            data-head={sayHead(column)}
            data-column={column.id}
            title={sayCell(column, cell)}
            className={
              [classOf(column, frozen[place]) ?? '', column.id === model.named ? 'named' : '', ...marks]
                .filter((mark) => mark !== '')
                .join(' ') || undefined
            }
            style={frozen[place]}
            onClick={(event) => grid.go(here, event.shiftKey)}
            onDoubleClick={({ currentTarget }) => {
              if (mayEdit) deeds.edit(row, column, currentTarget);
            }}
          >
            <div className="list-cell">
              <CellText
                column={column}
                cell={cell}
                around={row.around[column.id]}
                page={column.id === model.named ? recordOf(model, row) : null}
                row={row}
              />
            </div>
          </td>
        );
      })}
    </tr>
  );
}

/** The tick of a row, with Shift of all from the one before; an empty cell where the row may not be changed. */
function Tick({
  row,
  model,
  index,
  chosen,
}: {
  readonly row: ListRow;
  readonly model: ListModel;
  readonly index: number;
  readonly chosen: Chosen;
}) {
  const word = useWords();
  const sayCell = useSayCell();
  const isFurther = useRef(false);
  const named = model.shown.findIndex(({ id }) => id === model.named);
  const column = model.shown[named];
  const name = column ? sayCell(column, row.cells[named] ?? null) : row.id;
  if (!chosen.may(row)) return <td {...PART.cell} className="list-tick frozen" />;
  return (
    <td {...PART.cell} className="list-tick frozen bulk-tick">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={word('bulk.choose', { name })}
        checked={chosen.has(row.id)}
        onClick={(event) => {
          isFurther.current = event.shiftKey;
        }}
        onChange={({ target: { checked } }) => chosen.put(isFurther.current ? rowsFrom(model.lines, chosen.last, index) : [row], checked)}
      />
    </td>
  );
}

function classOf({ kind }: ListColumn, frozen: CSSProperties | undefined): string | undefined {
  const isNumber = kind === 'number' || kind === 'integer' || kind === 'fen';
  return [isNumber ? 'number' : '', frozen ? 'frozen' : ''].filter((part) => part !== '').join(' ') || undefined;
}
