/** Lines that fit on one sheet of paper below four aims, each as long as two rows of print. */
const SHEET_LINES = { exceptions: 10, changed: 9 } as const;
const AIMS = 4;

/** The first of a list that fit on the sheet, and how many do not. Each aim beyond four takes the room of a line, and so does each of the `notes` above it. */
export function fitting<Item>(
  list: keyof typeof SHEET_LINES,
  items: readonly Item[],
  { count, aims, notes = 0 }: { readonly count: number; readonly aims: number; readonly notes?: number },
): { readonly shown: readonly Item[]; readonly more: number } {
  const shown = items.slice(0, Math.max(1, SHEET_LINES[list] - Math.max(0, aims - AIMS) - notes));
  return { shown, more: count - shown.length };
}
