import { useEffect, useState } from 'react';
import { useWhichMayChange } from '../scope/may-change.ts';
import { MOST_TOGETHER, mayHold } from './changes.ts';
import type { ListModel, ListRow } from './list-model.ts';
import type { List } from './use-list.ts';

/** The rows that are ticked, and which may be. */
export interface Chosen {
  /** As they are now where they are here; those of other pages as they were when they were ticked. */
  readonly rows: readonly ListRow[];
  readonly has: (id: string) => boolean;
  readonly may: (row: ListRow) => boolean;
  readonly put: (rows: readonly ListRow[], isChosen: boolean) => void;
  /** The row that was ticked or unticked last, from which Shift goes on; null before there is one. */
  readonly last: string | null;
  readonly clear: () => void;
}

/** Rows with the columns that their cells are of. */
type Ticked = ReadonlyMap<string, { readonly row: ListRow; readonly columns: string }>;
const NONE: Ticked = new Map();

/** The rows of a list that are ticked, as many as one deed can change; none once other rows are asked for. */
export function useChosen({ asked, question }: List, model: ListModel): Chosen {
  const mayChange = useWhichMayChange('edit');
  const [chosen, setChosen] = useState(NONE);
  const [last, setLast] = useState<string | null>(null);
  const changed = model.columns.filter(({ edits }) => edits.length > 0);
  const columns = asked.columns ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is what the ticks are of
  useEffect(() => setChosen(NONE), [question]);
  const live = new Map(model.rows.map((row) => [row.id, row]));
  const rows = [...chosen.values()].flatMap((each) => live.get(each.row.id) ?? (each.columns === columns ? each.row : []));
  const may = (row: ListRow): boolean => changed.some((column) => mayHold(model, row, column)) && mayChange([row.answers]);
  return {
    rows,
    has: (id) => chosen.has(id),
    may,
    last,
    put(put, isChosen) {
      setLast(put.at(-1)?.id ?? last);
      const after = new Map(chosen);
      for (const row of put) {
        if (!isChosen) after.delete(row.id);
        else if (may(row) && after.size < MOST_TOGETHER) after.set(row.id, { row, columns });
      }
      setChosen(after);
    },
    clear: () => setChosen(NONE),
  };
}
