import type { Place } from './fault.ts';

/** A row as the file gives it: text from CSV, any JSON value from GeoJSON and district.json. */
export interface RawRow {
  readonly at: Place;
  readonly values: Readonly<Record<string, unknown>>;
}
