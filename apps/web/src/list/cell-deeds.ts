import type { ListColumn } from '@westgate/contract';
import type { ListRow } from './list-model.ts';
import type { CellRange } from './use-grid.ts';

/** What is done in the cells of a list. */
export interface CellDeeds {
  /** Whether a cell is changed by itself. */
  readonly mayEdit: (row: ListRow, column: ListColumn) => boolean;
  /** `cell`: the element it stands in. */
  readonly edit: (row: ListRow, column: ListColumn, cell: HTMLElement) => void;
  readonly paste: (text: string, range: CellRange) => void;
  readonly fillDown: (range: CellRange) => void;
}
