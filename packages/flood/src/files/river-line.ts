/** A river, stream or canal. */
export interface RiverLine {
  /** Positions in WGS 84, in the direction of the file: as a rule downstream. */
  readonly line: readonly (readonly [lng: number, lat: number])[];
  /** river, stream, canal, drain or ditch. */
  readonly class: string;
  readonly name: string | null;
}

export const RIVERS: ReadonlySet<string> = new Set(['river', 'stream', 'canal', 'drain', 'ditch']);
