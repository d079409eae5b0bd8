import { sayNumber } from '@westgate/domain';
import { useMemo } from 'react';
import { useLanguage } from '../../../frame/use-view.ts';
import type { Aspects } from '../../../lists/shown-attribute.ts';
import { useWords } from '../../../messages/words.ts';
import type { Cell, RegisterRow } from '../rows.ts';
import type { RegisterList } from '../use-rows.ts';
import { sortsOf } from '../view-model.ts';
import { columnAttributes, keysOfCell, summable } from './cell-key.ts';
import { useSayValueOf } from './use-say-value-of.ts';

/** The aspects of a list as it stands, in the words of whoever reads it. */
export function useRegisterAspects({ columns, rows }: RegisterList): Aspects<RegisterRow> {
  const word = useWords();
  const language = useLanguage();
  const sayValue = useSayValueOf();
  const found = useMemo(() => {
    const held = rows ?? [];
    return {
      attributes: columnAttributes(columns, held).map((attribute) => ({ attribute, cellOf: cellsByKey(held, attribute.index) })),
      measures: summable(columns, held),
      sorts: sortsOf(columns, language),
    };
  }, [columns, rows, language]);
  const headOf = (column: (typeof columns)[number] | undefined): string => (column ? word(column.head) : '');
  return {
    attributes: found.attributes.map(({ attribute, cellOf }) => ({
      ...attribute,
      head: word(attribute.column.head),
      say: (key) => {
        const first = cellOf(key);
        const cell: Cell | null | undefined = first?.kind === 'plans' ? { ...first, plans: key === '' ? [] : [key] } : first;
        return cell === undefined ? key || sayValue(null) : sayValue(cell);
      },
    })),
    measures: found.measures.map(({ column, numberOf }) => ({ id: column.id, head: word(column.head), numberOf, say: sayNumber })),
    sorts: found.sorts.map((order, index) => ({ ...order, head: headOf(columns[index]) })),
  };
}

/** Gives the first cell with a key, from which its value is said: null for what is not known, undefined where no row has it. */
function cellsByKey(rows: readonly RegisterRow[], index: number): (key: string) => Cell | null | undefined {
  let cells: Map<string, Cell | null> | null = null;
  return (key) => {
    if (cells === null) {
      cells = new Map();
      for (const { cells: own } of rows) {
        const cell = own[index] ?? null;
        for (const each of keysOfCell(cell)) if (!cells.has(each)) cells.set(each, cell);
      }
    }
    return cells.get(key);
  };
}
