import { WestgateError } from '@westgate/base';
import { districtSchema, type Fault } from '@westgate/contract';
import { aligned } from './print.ts';

/** The faults of a refused district folder; null when the failure is another, such as no folder to read. */
export function faultsOf(error: unknown): readonly Fault[] | null {
  if (!(error instanceof WestgateError) || error.code !== 'WG_FOLDER_INVALID' || !error.details.faults) return null;
  return districtSchema.fault.array().parse(error.details.faults);
}

/** One line per fault: file, row, field, and what was expected and found. */
export function faultLines(faults: readonly Fault[]): string {
  return aligned(faults.map(({ file, row, field, message }) => [file, row === null ? '' : `row ${row}`, field ?? '', message]));
}
