import { useSetView, useView } from '../frame/use-view.ts';
import { nextSort } from './arrange.ts';

/** The head of a column that puts its list in order: forwards, backwards, as it was. */
export function SortHead({ id, isNumber, children }: { readonly id: string; readonly isNumber?: boolean; readonly children: string }) {
  const setView = useSetView();
  const sort = useView().sort ?? null;
  return (
    <th scope="col" className={isNumber ? 'number' : undefined} aria-sort={ariaSort(sort, id)}>
      <button type="button" className="sort-head" onClick={() => setView({ sort: nextSort(sort, id), page: undefined }, { replace: true })}>
        {children} <span aria-hidden="true">{arrow(sort, id)}</span>
      </button>
    </th>
  );
}

function ariaSort(sort: string | null, column: string): 'ascending' | 'descending' | 'none' {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : 'none';
}

function arrow(sort: string | null, column: string): string {
  if (sort === column) return '↑';
  return sort === `-${column}` ? '↓' : '';
}
