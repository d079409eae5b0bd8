import { ALL_SHUT, pivotOf, readShut } from '@westgate/base';
import type { ListColumn, ListTable } from '@westgate/contract';
import type { Condition } from '@westgate/domain';
import type { ReactNode } from 'react';
import { useAsk } from '../api/ask.ts';
import { Await } from '../parts/await.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FoldSign } from '../parts/noun-icon.tsx';
import { useScope } from '../scope/district-context.ts';
import { useLanguage, useSetView, useView } from '../scope/use-view.ts';
import { filterText, idsIn, type ListName, readAsked, withFilter } from './list-address.ts';
import type { ListModel } from './list-model.ts';
import { PivotTable } from './pivot-table.tsx';
import type { List } from './use-list.ts';
import { useSayCell, useSayHead, useSayKey } from './use-say-cell.ts';

/** Two columns against each other, where the address asks for it; each number opens the rows that it counts. */
export function ListPivot({ list: { asked }, model }: { readonly list: List; readonly model: ListModel }) {
  const [down, across, summed] = [asked.group, asked.pivot, idsIn(asked.sums)[0]].map((asks) =>
    model.columns.find(({ id }) => id === asks),
  );
  if (!down || !across || model.pivot === null || model.pivot.length < 2) return null;
  const { filter } = readAsked(asked, model.columns);
  return <Crossed counted={model} down={down} across={across} summed={summed} filter={filter} />;
}

/** The rows of a list counted by two of its columns, above it; each number narrows the list to the rows that it counts, which stand at `hash`. */
export function ListCounts({
  name,
  down,
  across,
  within = [],
  hash,
  empty,
}: {
  readonly name: ListName;
  readonly down: string;
  readonly across: string;
  readonly within?: readonly Condition[];
  readonly hash: string;
  readonly empty: ReactNode;
}) {
  const [scope, lang] = [useScope(), useLanguage()];
  const query = { ...scope, lang, filter: filterText(within), group: down, pivot: across, shut: ALL_SHUT, limit: 1 };
  const counted = useAsk('table', { params: { list: name }, query });
  return (
    <Await query={counted}>
      {(table) => {
        const [downwards, crosswise] = [down, across].map((id) => table.columns?.find((column) => column.id === id));
        if (!downwards || !crosswise || table.total === 0) return <EmptyState>{empty}</EmptyState>;
        return <Crossed counted={table} down={downwards} across={crosswise} summed={undefined} filter={[]} hash={hash} />;
      }}
    </Await>
  );
}

/** `filter`: what the list is narrowed to already. */
function Crossed({
  counted,
  down,
  across,
  summed,
  filter,
  hash,
}: {
  readonly counted: Pick<ListTable, 'pivot' | 'groups' | 'across'>;
  readonly down: ListColumn;
  readonly across: ListColumn;
  readonly summed: ListColumn | undefined;
  readonly filter: readonly Condition[];
  readonly hash?: string;
}) {
  const sayHead = useSayHead();
  const sayKey = useSayKey();
  const sayCell = useSayCell();
  const attribute = (
    column: ListColumn,
    names: readonly { readonly key: string; readonly name: ListTable['across'][number]['name'] }[],
  ) => ({
    id: column.id,
    head: sayHead(column),
    say(key: string) {
      const name = names.find((each) => each.key === key)?.name ?? column.values?.find((each) => each.key === key)?.name ?? null;
      return sayKey(column, key, name);
    },
  });
  return (
    <PivotTable
      pivot={pivotOf(counted.pivot ?? [])}
      down={attribute(down, counted.groups ?? [])}
      across={attribute(across, counted.across)}
      measure={summed ? { id: summed.id, head: sayHead(summed), say: (sum: number | null) => sayCell(summed, sum) } : null}
      hash={hash}
      narrow={(where) => {
        const more = where.map(({ column, key }): Condition => ({ column, operator: 'is', values: [key === '' ? null : key] }));
        return withFilter([...filter.filter((held) => !more.some((each) => each.column === held.column)), ...more]);
      }}
    />
  );
}

/** The name of a group with how many it has in all, on whatever page; a press shuts or opens it. */
export function GroupButton({ group, said, count }: { readonly group: string; readonly said: string; readonly count: number }) {
  const setView = useSetView();
  const shut = readShut(useView().shut);
  return (
    <button
      type="button"
      className="group-button"
      aria-expanded={!shut.isShut(group)}
      onClick={() => setView({ shut: shut.toggled(group), page: undefined }, { replace: true })}
    >
      <FoldSign /> {said} <span className="soft">{count}</span>
    </button>
  );
}
