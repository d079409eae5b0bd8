import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type PlanReading, readPlanText } from '@westgate/desk';

/** A plan text read from a file. */
export async function readPlanFile(file: string): Promise<PlanReading> {
  return readPlanText(await readFile(file), basename(file));
}
