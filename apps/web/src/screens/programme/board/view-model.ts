import type { GateBoard } from '@westgate/contract';
import { type BulkRow, heldBy } from '../../../lists/bulk/bulk-model.ts';

export type BoardItem = GateBoard['items'][number];

/** Projects at one gate of one kind; `gate` null: all passed, or no rulebook. */
export interface BoardColumn {
  readonly key: string;
  readonly gate: BoardItem['open'];
  readonly items: readonly BoardItem[];
}

/** Projects of one kind by their open gate, in the order of the gates; those that passed all at the end. */
export interface BoardBand {
  readonly kind: BoardItem['kind'];
  readonly columns: readonly BoardColumn[];
  readonly count: number;
}

/** The board: a band for each kind of project that is there, in the order of `kinds`. */
export function bandsOf(items: readonly BoardItem[], kinds: readonly string[], only: string | undefined): readonly BoardBand[] {
  return kinds.flatMap((kind): readonly BoardBand[] => {
    const ofKind = items.filter((item) => item.kind === kind && (only === undefined || only === kind));
    const [first] = ofKind;
    return first ? [{ kind: first.kind, columns: columnsOf(ofKind), count: ofKind.length }] : [];
  });
}

/** The projects of a kind, or of all, in the order of the board. */
export function inBoardOrder(items: readonly BoardItem[], kinds: readonly string[], only: string | undefined): readonly BoardItem[] {
  return bandsOf(items, kinds, only).flatMap(({ columns }) => columns.flatMap((column) => column.items));
}

/** What words are looked for in. */
export function hayOf({ project: { id, name } }: BoardItem): string {
  return `${id} ${name.zh ?? ''} ${name.en ?? ''}`;
}

/** What of a project is changed together with others. */
export function bulkRowOf({ project: { id, name }, lead, dueOn, ownCadence, rev }: BoardItem): BulkRow {
  return { id, name, held: heldBy('project', { rev, answers: lead, dueOn, ownCadence }) };
}

function columnsOf(items: readonly BoardItem[]): readonly BoardColumn[] {
  const columns = new Map<string, { gate: BoardItem['open']; items: BoardItem[] }>();
  for (const item of items) {
    const key = item.open?.id ?? '';
    const column = columns.get(key) ?? { gate: item.open, items: [] };
    columns.set(key, column);
    column.items.push(item);
  }
  const sorted = [...columns].sort(([, a], [, b]) => (a.gate?.position ?? 1e9) - (b.gate?.position ?? 1e9));
  return sorted.map(([key, column]) => ({ key, ...column }));
}
