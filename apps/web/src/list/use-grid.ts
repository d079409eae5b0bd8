import { type KeyboardEvent, useState } from 'react';

/** A cell by its line and its column. */
export interface CellAt {
  readonly line: number;
  readonly column: number;
}

/** The cells from one corner to the other, all edges among them. */
export interface CellRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Where the keyboard stands in a grid. */
export interface Grid {
  readonly at: CellAt;
  /** The cells that were reached with Shift held, the one it stands in among them. */
  readonly range: CellRange;
  readonly go: (to: CellAt, isFurther?: boolean) => void;
  /** Moves where the key is one that moves; whether it was. */
  readonly move: (event: KeyboardEvent) => boolean;
}

/** Lines that one page key goes through. */
const PAGE = 12;

/** Goes through the cells of a grid of so many lines and columns by keys. */
export function useGrid(lines: number, columns: number): Grid {
  const [to, setTo] = useState<CellAt>({ line: 0, column: 0 });
  const [from, setFrom] = useState<CellAt>(to);
  const within = ({ line, column }: CellAt): CellAt => ({
    line: Math.min(Math.max(line, 0), Math.max(lines - 1, 0)),
    column: Math.min(Math.max(column, 0), Math.max(columns - 1, 0)),
  });
  const [at, anchor] = [within(to), within(from)];
  const go = (next: CellAt, isFurther = false): void => {
    setTo(within(next));
    if (!isFurther) setFrom(within(next));
  };
  const steps: Readonly<Record<string, CellAt>> = {
    ArrowDown: { line: at.line + 1, column: at.column },
    ArrowUp: { line: at.line - 1, column: at.column },
    ArrowRight: { line: at.line, column: at.column + 1 },
    ArrowLeft: { line: at.line, column: at.column - 1 },
    PageDown: { line: at.line + PAGE, column: at.column },
    PageUp: { line: at.line - PAGE, column: at.column },
    Home: { line: at.line, column: 0 },
    End: { line: at.line, column: columns - 1 },
  };
  const far: Readonly<Record<string, CellAt>> = {
    Home: { line: 0, column: 0 },
    End: { line: lines - 1, column: columns - 1 },
    ArrowDown: { line: lines - 1, column: at.column },
    ArrowUp: { line: 0, column: at.column },
    ArrowRight: { line: at.line, column: columns - 1 },
    ArrowLeft: { line: at.line, column: 0 },
  };
  return {
    at,
    range: {
      top: Math.min(at.line, anchor.line),
      bottom: Math.max(at.line, anchor.line),
      left: Math.min(at.column, anchor.column),
      right: Math.max(at.column, anchor.column),
    },
    go,
    move(event) {
      if (event.altKey) return false;
      const next = (event.ctrlKey || event.metaKey ? far : steps)[event.key];
      if (next === undefined) return false;
      go(next, event.shiftKey);
      return true;
    },
  };
}

/** Whether a cell is among those of a range. */
export function isWithin({ line, column }: CellAt, { top, bottom, left, right }: CellRange): boolean {
  return line >= top && line <= bottom && column >= left && column <= right;
}
