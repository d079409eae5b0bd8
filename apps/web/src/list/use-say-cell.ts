import { isDay, isPeriod } from '@westgate/base';
import type { ListColumn } from '@westgate/contract';
import { sayMoney, sayNumber } from '@westgate/domain';
import { useCallback } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { useSayPeriod } from '../parts/day-text.tsx';
import type { ListCell } from './list-model.ts';

/** Gives what a cell says, as text. */
export function useSayCell(): (column: Pick<ListColumn, 'kind' | 'none'>, cell: ListCell) => string {
  const word = useWords();
  const say = useSay();
  const sayPeriod = useSayPeriod();
  return useCallback(
    (column, cell) => {
      if (cell === null) return column.none ? say(column.none) : word('unknown');
      if (typeof cell === 'boolean') return word(cell ? 'yes' : 'no');
      if (typeof cell === 'number') return column.kind === 'fen' ? sayMoney(cell) : sayNumber(cell);
      if (typeof cell === 'string') return isDay(cell) || isPeriod(cell) ? sayPeriod(cell) : cell;
      if (Array.isArray(cell)) return cell.map((each) => (each.name ? say(each.name) : each.key)).join(' · ');
      if ('key' in cell) return cell.name ? say(cell.name) || cell.key : cell.key;
      return say(cell);
    },
    [word, say, sayPeriod],
  );
}

/** Gives the head of a column, with its unit. */
export function useSayHead(): (column: Pick<ListColumn, 'head' | 'unit'>) => string {
  const say = useSay();
  const word = useWords();
  return ({ head, unit }) => (unit ? word('list.headWithUnit', { head: say(head), unit: say(unit) }) : say(head));
}

/** Gives what a group, or a value that a list is narrowed to, is called by its key; empty: what is not known. */
export function useSayKey(): (
  column: Pick<ListColumn, 'kind' | 'none'>,
  key: string,
  name: { zh: string | null; en: string | null } | null,
) => string {
  const sayCell = useSayCell();
  const word = useWords();
  return useCallback(
    (column, key, name) => {
      if (key === '') return sayCell(column, null);
      if (column.kind === 'boolean') return word(key === 'true' ? 'yes' : 'no');
      if (column.kind === 'fen') return sayCell(column, Number(key));
      return sayCell(column, name ? { key, name } : key);
    },
    [sayCell, word],
  );
}
