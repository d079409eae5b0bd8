import type { GateBoard } from '@westgate/contract';

export type BoardItem = GateBoard['items'][number];

/** The projects of a kind, or of all, in the order of the board: by kind, then by the gate they work towards, those without one last. */
export function inBoardOrder(items: readonly BoardItem[], kinds: readonly string[], only: string | undefined): readonly BoardItem[] {
  const place = ({ open }: BoardItem): number => open?.position ?? Number.MAX_SAFE_INTEGER;
  return items
    .filter(({ kind }) => only === undefined || only === kind)
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || place(a) - place(b));
}

/** What words are looked for in. */
export function hayOf({ project: { id, name } }: BoardItem): string {
  return `${id} ${name.zh ?? ''} ${name.en ?? ''}`;
}
