import { WestgateError } from '@westgate/base';
import { holdsOffice, readLock } from '@westgate/desk';
import type { Folders } from './folders.ts';

/**
 * Throws `WG_INPUT_INVALID` where a data folder that was named holds no office and none is just being begun in it: only `serve` and `import`
 * begin one.
 */
export function requireThere({ dataDir, isMeantToBeThere }: Folders): void {
  if (!isMeantToBeThere || holdsOffice(dataDir) || readLock(dataDir) !== null) return;
  throw new WestgateError(
    'WG_INPUT_INVALID',
    `--data: expected the data folder of an office, found no journal and no database in ${dataDir}; westgate serve or import begins one`,
  );
}
