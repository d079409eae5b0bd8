/** Lines that fit on one sheet of paper below four aims, each as long as two rows of print. */
const SHEET_LINES = { exceptions: 8, changed: 9 } as const;
const AIMS = 4;

/** The first of a list that fit on the sheet, and how many do not. Each aim beyond four takes the room of a line. */
export function fitting<Item>(
  list: keyof typeof SHEET_LINES,
  items: readonly Item[],
  { count, aims }: { readonly count: number; readonly aims: number },
): { readonly shown: readonly Item[]; readonly more: number } {
  const shown = items.slice(0, SHEET_LINES[list] - Math.max(0, aims - AIMS));
  return { shown, more: count - shown.length };
}
