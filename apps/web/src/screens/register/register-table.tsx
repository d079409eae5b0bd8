import { Fragment, type ReactNode, useState } from 'react';
import { useMayChange } from '../../frame/may-change.ts';
import { useLanguage, useSetView, useView } from '../../frame/use-view.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { isBulkNoun } from './bulk/bulk-model.ts';
import { type RowGroup, readWhere } from './group/group-model.ts';
import { PivotTable } from './group/pivot-table.tsx';
import { useSayValueOf } from './group/use-say-value-of.ts';
import { RegisterCell } from './register-cell.tsx';
import type { RegisterNoun } from './rows.ts';
import type { RegisterList } from './use-rows.ts';
import { nextSort, pageOfRows } from './view-model.ts';

/** A list as a table: heads sort, pages follow; the same filters as above it. */
export function RegisterTable({
  list,
  caption,
  empty,
  noun,
}: {
  readonly noun: RegisterNoun;
  readonly list: RegisterList;
  readonly caption: string;
  /** What to do while the list holds nothing at all. */
  readonly empty: ReactNode;
}) {
  const word = useWords();
  const language = useLanguage();
  const setView = useSetView();
  const say = useSay();
  const mayEdit = useMayChange('edit');
  const { q, state, aim, kind, sort, page, group, pivot, sum, where } = useView();
  const sayValue = useSayValueOf();
  const { columns, rows } = list;
  const [chosen, choose] = useState<ReadonlySet<string>>(NONE);
  const isBulk = isBulkNoun(noun) && mayEdit;
  if (rows === null) return null;
  const ask = {
    q: q ?? '',
    state: state ?? null,
    aim: aim ?? null,
    kind: kind ?? null,
    sort: sort ?? null,
    page: Number(page ?? 1),
    where: readWhere(where),
    group: group ?? null,
  };
  const columnIds = columns.map(({ id }) => id);
  const headOf = (column: (typeof columns)[number] | undefined): string => (column ? word(column.head) : '');
  const shown = pageOfRows(rows, ask, columnIds, language);
  const firstOf = new Map(shown.groups?.map((each) => [each.rows.find((row) => shown.rows.includes(row))?.id, each]));
  const isPivot = group !== undefined && pivot !== undefined && columnIds.includes(group) && columnIds.includes(pivot);
  return (
    <>
      <p className="small soft" role="status">
        {rows.length > 0 ? word('register.shown', { shown: shown.total, total: rows.length }) : null}
      </p>
      {isPivot && shown.total > 0 ? <PivotTable columns={columns} rows={shown.all} down={group} across={pivot} summed={sum} /> : null}
      {shown.total === 0 && rows.length > 0 ? <EmptyState>{word('register.empty')}</EmptyState> : null}
      {rows.length === 0 ? (
        <EmptyState actions={[{ text: word('start.way.bring'), to: '/start', search: { way: 'bring' } }]}>{empty}</EmptyState>
      ) : null}
      {isBulk && shown.total > 0 ? <BulkBar key={noun} noun={noun} rows={rows} chosen={chosen} onDone={() => choose(NONE)} /> : null}
      {isBulk && shown.total > 0 ? (
        <label className="bulk-all bulk-tick small">
          <input
            type="checkbox"
            checked={shown.all.every(({ id }) => chosen.has(id))}
            onChange={({ target }) => choose(target.checked ? new Set(shown.all.map(({ id }) => id)) : NONE)}
          />{' '}
          {word('bulk.all', { count: shown.total })}
        </label>
      ) : null}
      {shown.total > 0 ? (
        <div className="table-scroll">
          <table className="table stacking register-table">
            <caption className="unseen">{caption}</caption>
            <thead>
              <tr>
                {isBulk ? (
                  <th scope="col">
                    <span className="unseen">{word('bulk.tick')}</span>
                  </th>
                ) : null}
                {columns.map((column) => (
                  <th key={column.id} scope="col" className={column.isNumber ? 'number' : ''} aria-sort={ariaSort(ask.sort, column.id)}>
                    <button
                      type="button"
                      onClick={() => setView({ sort: nextSort(ask.sort, column.id), page: undefined }, { replace: true })}
                    >
                      {word(column.head)} <span aria-hidden="true">{arrow(ask.sort, column.id)}</span>
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.rows.map((row) => (
                <Fragment key={row.id}>
                  <GroupHead group={firstOf.get(row.id)} columns={columns.length + (isBulk ? 1 : 0)} say={sayValue} />
                  <tr data-id={row.id}>
                    {isBulk ? (
                      <td className="bulk-tick">
                        <input
                          type="checkbox"
                          aria-label={word('bulk.choose', { name: say(row.name) || row.id })}
                          checked={chosen.has(row.id)}
                          onChange={() => choose(toggled(chosen, row.id))}
                        />
                      </td>
                    ) : null}
                    {row.cells.map((cell, index) => (
                      <td key={columnIds[index]} data-head={headOf(columns[index])} className={columns[index]?.isNumber ? 'number' : ''}>
                        <RegisterCell cell={cell} />
                      </td>
                    ))}
                  </tr>
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {shown.pages > 1 ? (
        <nav className="pages row small" aria-label={word('register.pages')}>
          <button type="button" className="button" disabled={shown.page === 1} onClick={() => setView({ page: String(shown.page - 1) })}>
            {word('register.previous')}
          </button>
          <span>{word('register.page', { page: shown.page, pages: shown.pages })}</span>
          <button
            type="button"
            className="button"
            disabled={shown.page === shown.pages}
            onClick={() => setView({ page: String(shown.page + 1) })}
          >
            {word('register.next')}
          </button>
        </nav>
      ) : null}
    </>
  );
}

/** The line above the rows of a group that are on this page: its value, and how many it has in all. */
function GroupHead({
  group,
  columns,
  say,
}: {
  readonly group: RowGroup | undefined;
  readonly columns: number;
  readonly say: ReturnType<typeof useSayValueOf>;
}) {
  if (!group) return null;
  return (
    <tr className="group-head">
      <th scope="colgroup" colSpan={columns}>
        {say(group.cell)} <span className="soft">{group.rows.length}</span>
      </th>
    </tr>
  );
}

const NONE: ReadonlySet<string> = new Set();

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(chosen);
  if (!after.delete(id)) after.add(id);
  return after;
}

function ariaSort(sort: string | null, column: string): 'ascending' | 'descending' | 'none' {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : 'none';
}

function arrow(sort: string | null, column: string): string {
  if (sort === column) return '↑';
  return sort === `-${column}` ? '↓' : '';
}
