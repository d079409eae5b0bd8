import { hasDatabase } from '../disk/boot.ts';
import { countSegments } from './segments.ts';

/**
 * Whether a data folder holds an office, however damaged: a file of its journal, or a database. One that is missing or empty, as where a disk is
 * not mounted, holds none.
 */
export function holdsOffice(dataDir: string): boolean {
  return countSegments(dataDir) > 0 || hasDatabase(dataDir);
}
