import type { FloodDesign } from '@westgate/domain';
import { type Ran, wetCellsOf } from '../run-variant.ts';

const SQUARE_M_OF_HECTARE = 10_000;

/** What one of many runs came to. */
export interface ToldRun {
  /** The largest discharge through each section, m³/s. */
  readonly peaks: Readonly<Record<string, number>>;
  /** The most water that each storage area held, m³. */
  readonly storedM3: Readonly<Record<string, number>>;
  readonly wetHa: number;
  /** Units by which the account of its water is off; 0 in a sound run. */
  readonly off: string;
  readonly checksum: number;
  /** What the checker found. */
  readonly faults: readonly string[];
}

/** How many runs an answer rests on, and whether they are sound. */
export interface Certificate {
  readonly runs: number;
  /** Units by which the accounts of the water are off, all together. */
  readonly off: number;
  readonly faults: number;
}

/** The short of one of many runs. */
export function toldRun({ result, stored, folder }: Ran): ToldRun {
  const { sections, ledger, checksum, faults } = result.summary;
  return {
    peaks: Object.fromEntries(Object.entries(sections).map(([id, { peak_m3s }]) => [id, peak_m3s])),
    storedM3: Object.fromEntries(Object.entries(stored).map(([id, volumes]) => [id, Math.max(0, ...volumes)])),
    wetHa: (wetCellsOf(result) * folder.grid.cell ** 2) / SQUARE_M_OF_HECTARE,
    ...{ off: ledger.difference, checksum, faults },
  };
}

/** What all runs together are worth. */
export function certificateOf(runs: readonly ToldRun[]): Certificate {
  return {
    runs: runs.length,
    off: runs.reduce((sum, { off }) => sum + Math.abs(Number(off)), 0),
    faults: runs.reduce((sum, { faults }) => sum + faults.length, 0),
  };
}

/** The name of a section; its id where it has none. */
export function sectionName(design: FloodDesign, id: string): string {
  return design.sections.find((each) => each.id === id)?.name ?? id;
}
