import type { ReactNode } from 'react';
import { useView } from '../../frame/use-view.ts';
import { type Arranged, headed } from '../../lists/arrange.ts';
import { BulkBar } from '../../lists/bulk/bulk-bar.tsx';
import { ChooseAll, Tick, TickHead, useChoice } from '../../lists/bulk/bulk-choice.tsx';
import { isBulkNoun } from '../../lists/bulk/bulk-model.ts';
import { GroupedBody } from '../../lists/grouped-body.tsx';
import { ListPages } from '../../lists/list-pages.tsx';
import { ListPivot } from '../../lists/list-pivot.tsx';
import type { Aspects } from '../../lists/shown-attribute.ts';
import { SortHead } from '../../lists/sort-head.tsx';
import { useWords } from '../../messages/words.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { RegisterCell } from './register-cell.tsx';
import type { RegisterNoun, RegisterRow } from './rows.ts';
import type { RegisterList } from './use-rows.ts';

/** A list as a table: heads sort, pages follow; the same filters as above it. */
export function RegisterTable({
  list,
  aspects,
  shown,
  caption,
  empty,
  noun,
}: {
  readonly noun: RegisterNoun;
  readonly list: RegisterList;
  readonly aspects: Aspects<RegisterRow>;
  readonly shown: Arranged<RegisterRow>;
  readonly caption: string;
  /** What to do while the list holds nothing at all. */
  readonly empty: ReactNode;
}) {
  const word = useWords();
  const { group: asked } = useView();
  const { columns, rows } = list;
  const bulk = isBulkNoun(noun) ? noun : null;
  const choice = useChoice(bulk, shown.all);
  const isBulk = choice.rows.length > 0;
  if (rows === null) return null;
  const headOf = (column: (typeof columns)[number] | undefined): string => (column ? word(column.head) : '');
  const group = aspects.attributes.find(({ id }) => id === asked);
  return (
    <>
      <p className="small soft" role="status">
        {rows.length > 0 ? word('register.shown', { shown: shown.all.length, total: rows.length }) : null}
      </p>
      <ListPivot shown={shown.all} aspects={aspects} />
      {shown.all.length === 0 && rows.length > 0 ? <EmptyState>{word('register.empty')}</EmptyState> : null}
      {rows.length === 0 ? (
        <EmptyState actions={[{ text: word('start.way.bring'), to: '/start', search: { way: 'bring' } }]}>{empty}</EmptyState>
      ) : null}
      {bulk && rows.length > 0 ? <BulkBar key={bulk} noun={bulk} {...choice} /> : null}
      <ChooseAll {...choice} />
      {shown.all.length > 0 ? (
        <div className="table-scroll">
          <table className="table stacking register-table">
            <caption className="unseen">{caption}</caption>
            <thead>
              <tr>
                {isBulk ? <TickHead /> : null}
                {columns.map((column) => (
                  <SortHead key={column.id} id={column.id} isNumber={column.isNumber ?? false}>
                    {word(column.head)}
                  </SortHead>
                ))}
              </tr>
            </thead>
            <GroupedBody sections={headed(shown.sections)} group={group ?? null} columns={columns.length + (isBulk ? 1 : 0)}>
              {(row) => (
                <tr key={row.id} data-id={row.id}>
                  {isBulk ? <Tick row={row} {...choice} /> : null}
                  {row.cells.map((cell, index) => (
                    <td key={columns[index]?.id} data-head={headOf(columns[index])} className={columns[index]?.isNumber ? 'number' : ''}>
                      <RegisterCell cell={cell} />
                    </td>
                  ))}
                </tr>
              )}
            </GroupedBody>
          </table>
        </div>
      ) : null}
      <ListPages {...shown} />
    </>
  );
}
