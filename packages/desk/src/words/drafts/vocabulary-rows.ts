import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { invariant } from '@westgate/base';
import { readCsv } from '../../folder/csv.ts';
import { FaultList } from '../../folder/fault.ts';

const FOLDER = fileURLToPath(new URL('../../../../vocabulary/', import.meta.url));

/** The rows of a file of packages/desk/vocabulary, which is well formed. */
export function vocabularyRows(file: string, columns: readonly string[]): ReturnType<typeof readCsv>['rows'] {
  const faults = new FaultList();
  const { rows } = readCsv(file, readFileSync(`${FOLDER}${file}`, 'utf8'), columns, faults);
  invariant(faults.total === 0, `the vocabulary is well formed: ${faults.faults[0]?.message}`);
  return rows;
}
