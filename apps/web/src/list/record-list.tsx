import { type ReactNode, useRef } from 'react';
import { useShownError } from '../api/failed-answers.ts';
import { useWords } from '../messages/words.ts';
import { Loading } from '../parts/await.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState, type NextAction } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { LeftOff } from '../parts/left-off.tsx';
import { useWhichMayChange } from '../scope/may-change.ts';
import { useSetView } from '../scope/use-view.ts';
import { useChosen } from './chosen.ts';
import { type ListName, withFilter } from './list-address.ts';
import { ListBar } from './list-bar.tsx';
import { type Drawn, DrawnHere } from './list-cell.tsx';
import { ListPivot } from './list-counts.tsx';
import { ListDeed, useListDeed } from './list-deed.tsx';
import { type ListModel, rowsBetween } from './list-model.ts';
import { ListTable } from './list-table.tsx';
import { type List, type ListHow, useList } from './use-list.ts';

/** What a list is called, and what stands around its rows. */
interface Listed {
  readonly caption: string;
  /** What is said, and what to do, while the list holds nothing at all. */
  readonly empty: ReactNode;
  readonly actions?: readonly NextAction[];
  /** What is said where its rows are of several kinds of records, so that none is changed here; nothing where it is left out. */
  readonly ofSeveral?: string;
  /** Lines that stand on its one sheet of paper; all where it is left out. */
  readonly printed?: number;
  /** What its rows, all of them, are drawn in, in place of a table. */
  readonly picture?: ((model: ListModel, list: List) => ReactNode) | undefined;
  /** What stands at the end of its bar. */
  readonly children?: ReactNode;
}

/** A list: narrowed, grouped, crossed, added up, changed in place and kept as a file, all of it as the address says. */
export function RecordList({
  name,
  within,
  first,
  drawn = {},
  isOfPersons,
  ...listed
}: Listed &
  ListHow & {
    readonly name: ListName;
    /** How columns are drawn that this list alone has. */
    readonly drawn?: Drawn;
  }) {
  const list = useList(name, { within, first, isOfPersons, isWhole: listed.picture !== undefined });
  const known = useRef<ListModel | null>(null);
  if (list.model !== null) known.current = list.model;
  useShownError(list.model === null ? list.error : null);
  if (list.model !== null)
    return (
      <DrawnHere.Provider value={drawn}>
        <Loaded list={list} model={list.model} {...listed} />
      </DrawnHere.Provider>
    );
  if (!list.error) return <Loading />;
  const { caption, picture, children } = listed;
  return (
    <section className="record-list" aria-label={caption}>
      {/* What was refused is set right where it was asked for. */}
      {known.current ? (
        <ListBar list={list} model={known.current} caption={caption} chosen={NONE} isPicture={picture !== undefined}>
          {children}
        </ListBar>
      ) : null}
      <ErrorState error={list.error} onAgain={list.askAgain} />
      <AsAtFirst list={list} />
    </section>
  );
}

const NONE: readonly string[] = [];

/** Leaves all that was asked of the list. */
function AsAtFirst({ list }: { readonly list: List }) {
  const word = useWords();
  const setView = useSetView();
  const all = { ...withFilter([]), q: undefined, sort: undefined, group: undefined, pivot: undefined, sum: undefined, columns: undefined };
  return (
    <p>
      <Button
        name={word('list.asAtFirst')}
        onClick={() => {
          list.forget();
          setView(all);
        }}
      />
    </p>
  );
}

function Loaded({
  list,
  model,
  caption,
  empty,
  actions = [],
  ofSeveral,
  printed,
  picture,
  children,
}: Listed & { readonly list: List; readonly model: ListModel }) {
  const word = useWords();
  const setView = useSetView();
  const mayEdit = useWhichMayChange('edit')('any');
  const chosen = useChosen(list, model);
  const deed = useListDeed(list, model, chosen);
  const isNarrowed = list.filter !== undefined || list.asked.q !== undefined;
  const left = printed === undefined ? 0 : model.total - new Set(rowsBetween(model.lines, 0, printed - 1).map(({ id }) => id)).size;
  return (
    <section className={`record-list${printed === undefined ? '' : ` sheet-${printed}`}`} aria-label={caption}>
      <h2 className="unseen">{caption}</h2>
      <ListBar list={list} model={model} caption={caption} chosen={chosen.rows.map(({ id }) => id)} isPicture={picture !== undefined}>
        {children}
      </ListBar>
      <p className="small soft list-count" role="status">
        {isNarrowed ? word('group.found', { count: model.total }) : model.total > 0 ? word('list.count', { count: model.total }) : null}
        {chosen.rows.length > 0 ? ` · ${word('list.chosen', { count: chosen.rows.length })}` : null}
      </p>
      {chosen.rows.length > 0 && model.table !== null ? (
        <p className="small no-print">
          <Button
            look="plain"
            name={word('bulk.title', { count: chosen.rows.length })}
            onClick={() => document.querySelector<HTMLElement>('.bulk-bar select')?.focus()}
          />
        </p>
      ) : null}
      {ofSeveral !== undefined && model.table === null && model.total > 0 && mayEdit ? (
        <p className="small soft no-print">{ofSeveral}</p>
      ) : null}
      <ListPivot list={list} model={model} />
      {model.total === 0 ? (
        isNarrowed ? (
          <>
            <EmptyState>{word('register.empty')}</EmptyState>
            <p>
              <Button
                name={word('list.widen')}
                onClick={() => {
                  list.forget();
                  setView({ ...withFilter([]), q: undefined });
                }}
              />
            </p>
          </>
        ) : (
          <EmptyState actions={actions}>{empty}</EmptyState>
        )
      ) : picture === undefined ? (
        <ListTable list={list} model={model} chosen={chosen} deeds={deed.deeds} caption={caption} />
      ) : list.error !== null ? (
        <ErrorState error={list.error} onAgain={list.askMore} />
      ) : list.hasMore ? (
        <Loading />
      ) : (
        picture(model, list)
      )}
      <ListDeed list={list} model={model} chosen={chosen} deed={deed} />
      {picture !== undefined ? null : printed === undefined ? (
        <LeftOff count={model.lineCount - model.lines.length} />
      ) : left > 0 ? (
        <p className="print-only list-left small">{word('exceptions.left', { count: left })}</p>
      ) : null}
    </section>
  );
}
