import { pivotOf } from '@westgate/base';
import type { ListColumn } from '@westgate/contract';
import { type Condition, sayNumber } from '@westgate/domain';
import { type ReactNode, useRef } from 'react';
import { useShownError } from '../api/failed-answers.ts';
import { useSetView, useView } from '../frame/use-view.ts';
import { LeftOff } from '../lists/left-off.tsx';
import { PivotTable } from '../lists/pivot-table.tsx';
import { useWords } from '../messages/words.ts';
import { EmptyState, type NextAction } from '../parts/empty-state.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import type { FormKind } from '../record/form/form-kinds.ts';
import { useChosen } from './chosen.ts';
import { idsIn, readAsked, withFilter } from './list-address.ts';
import { ListBar } from './list-bar.tsx';
import { ListDeed, useListDeed } from './list-deed.tsx';
import type { ListModel } from './list-model.ts';
import { ListTable } from './list-table.tsx';
import { type List, useList } from './use-list.ts';
import { useSayHead, useSayKey } from './use-say-cell.ts';

/** The records of a kind as a list: narrowed, grouped, crossed, added up, changed in place and kept as a file, all of it as the address says. */
export function RecordList({
  kind,
  caption,
  empty,
  actions,
  children,
}: {
  readonly kind: FormKind;
  readonly caption: string;
  /** What to do while the list holds nothing at all. */
  readonly empty: string;
  readonly actions: readonly NextAction[];
  /** What stands at the end of its bar. */
  readonly children: ReactNode;
}) {
  const list = useList(kind);
  const known = useRef<ListModel | null>(null);
  if (list.model !== null) known.current = list.model;
  useShownError(list.model === null ? list.error : null);
  if (list.model !== null)
    return (
      <Loaded list={list} model={list.model} caption={caption} empty={empty} actions={actions}>
        {children}
      </Loaded>
    );
  if (!list.error) return <Loading />;
  return (
    <section className="record-list" aria-label={caption}>
      {/* What was refused is set right where it was asked for. */}
      {known.current ? (
        <ListBar list={list} model={known.current} chosen={NONE}>
          {children}
        </ListBar>
      ) : null}
      <ErrorState error={list.error} onAgain={list.askAgain} />
      <AsAtFirst />
    </section>
  );
}

const NONE: readonly string[] = [];

/** Leaves all that was asked of the list. */
function AsAtFirst() {
  const word = useWords();
  const setView = useSetView();
  const all = { ...withFilter([]), q: undefined, sort: undefined, group: undefined, pivot: undefined, sum: undefined, columns: undefined };
  return (
    <p>
      <button type="button" className="button" onClick={() => setView(all)}>
        {word('list.asAtFirst')}
      </button>
    </p>
  );
}

function Loaded({
  list,
  model,
  caption,
  empty,
  actions,
  children,
}: {
  readonly list: List;
  readonly model: ListModel;
  readonly caption: string;
  readonly empty: string;
  readonly actions: readonly NextAction[];
  readonly children: ReactNode;
}) {
  const word = useWords();
  const setView = useSetView();
  const chosen = useChosen(list, model);
  const deed = useListDeed(list, model, chosen);
  const isNarrowed = list.asked.filter !== undefined || list.asked.q !== undefined;
  return (
    <section className="record-list" aria-label={caption}>
      <h2 className="unseen">{caption}</h2>
      <ListBar list={list} model={model} chosen={chosen.rows.map(({ id }) => id)}>
        {children}
      </ListBar>
      <p className="small soft list-count" role="status">
        {isNarrowed ? word('group.found', { count: model.total }) : model.total > 0 ? word('list.count', { count: model.total }) : null}
        {chosen.rows.length > 0 ? ` · ${word('list.chosen', { count: chosen.rows.length })}` : null}
      </p>
      <Pivot list={list} model={model} />
      {model.total === 0 ? (
        isNarrowed ? (
          <>
            <EmptyState>{word('register.empty')}</EmptyState>
            <p>
              <button type="button" className="button" onClick={() => setView({ ...withFilter([]), q: undefined })}>
                {word('list.widen')}
              </button>
            </p>
          </>
        ) : (
          <EmptyState actions={actions}>{empty}</EmptyState>
        )
      ) : (
        <ListTable list={list} model={model} chosen={chosen} deeds={deed.deeds} caption={caption} />
      )}
      <ListDeed list={list} model={model} chosen={chosen} deed={deed} />
      <LeftOff count={model.lineCount - model.lines.length} />
    </section>
  );
}

/** Two columns against each other, where the address asks for it; each number opens the rows that it counts. */
function Pivot({ list: { asked }, model }: { readonly list: List; readonly model: ListModel }) {
  const sayHead = useSayHead();
  const sayKey = useSayKey();
  const { sum } = useView();
  const [down, across, summed] = [asked.group, asked.pivot, idsIn(sum)[0]].map((asks) => model.columns.find(({ id }) => id === asks));
  if (!down || !across || model.pivot === null || model.pivot.length < 2) return null;
  const attribute = (column: ListModel['columns'][number], isDown: boolean) => ({
    id: column.id,
    head: sayHead(column),
    say(key: string) {
      const name = isDown ? model.groups?.find((group) => group.key === key)?.name : model.across.find((each) => each.key === key)?.name;
      return sayKey(column, key, name ?? column.values?.find((each) => each.key === key)?.name ?? null);
    },
  });
  const measure = summed ? { id: summed.id, head: sayHead(summed), say: sayNumber } : null;
  return (
    <PivotTable
      pivot={pivotOf(model.pivot)}
      down={attribute(down, true)}
      across={attribute(across, false)}
      measure={measure}
      narrow={(_before, where) => {
        const { filter } = readAsked(asked, model.columns);
        const more = where.map(({ column, key }): Condition => ({ column, operator: 'is', values: [key === '' ? null : key] }));
        return withFilter([...filter.filter((held) => !more.some((each) => each.column === held.column)), ...more]);
      }}
    />
  );
}
