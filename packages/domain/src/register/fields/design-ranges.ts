/** What a number of a design may be: from and to; with `over`, more than `least`. */
export type DesignRange = { readonly least: number; readonly most: number; readonly over?: true };

/** What the numbers of a design may be, in m, hours, m³/s and m³. */
export const DESIGN_RANGES = {
  height: { least: -900, most: 9_000 },
  size: { least: 0, most: 100_000, over: true },
  hours: { least: 0, most: 1_000 },
  discharge: { least: 0, most: 1_000_000 },
  pumped: { least: 0, most: 10_000, over: true },
  opening: { least: 0, most: 100 },
  slope: { least: 0, most: 1, over: true },
  capacity: { least: 0, most: 1e10, over: true },
  priority: { least: 0, most: 1_000 },
} as const satisfies Readonly<Record<string, DesignRange>>;
