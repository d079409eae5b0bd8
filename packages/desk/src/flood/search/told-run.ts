import type { FloodCertificate, FloodRunTold } from '@westgate/domain';
import { type Ran, wetCellsOf } from '../run-variant.ts';

const SQUARE_M_OF_HECTARE = 10_000;

/** The short of one of many runs. */
export function toldRun({ result, stored, folder }: Ran): FloodRunTold {
  const { sections, ledger, checksum, faults } = result.summary;
  return {
    peaks: Object.fromEntries(Object.entries(sections).map(([id, { peak_m3s }]) => [id, peak_m3s])),
    storedM3: Object.fromEntries(Object.entries(stored).map(([id, volumes]) => [id, Math.max(0, ...volumes)])),
    wetHa: (wetCellsOf(result) * folder.grid.cell ** 2) / SQUARE_M_OF_HECTARE,
    ...{ off: ledger.difference, checksum, faults },
  };
}

/** What all runs together are worth. */
export function certificateOf(runs: readonly FloodRunTold[]): FloodCertificate {
  return {
    runs: runs.length,
    off: runs.reduce((sum, { off }) => sum + Math.abs(Number(off)), 0),
    faults: runs.reduce((sum, { faults }) => sum + faults.length, 0),
  };
}
