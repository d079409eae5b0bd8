import { appendFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { WestgateError } from '@westgate/base';
import { makeFolder } from '@westgate/desk';
import { warningLine } from '@westgate/server';

/** A file that is begun, or begun anew, is for its owner alone. */
const OWNER_ONLY = { mode: 0o600 } as const;

/**
 * Takes the lines of the log to the end of `file`, or to standard error where none is named, and the warnings of the process with them. A file that
 * was moved away is begun anew, as each line opens it; what cannot be written there goes to standard error. Its folder is made where it lies in
 * `dataDir`, which may still have to be begun. Throws `WG_INPUT_INVALID` where the file cannot be written at the start.
 */
export function logWriter(file: string | undefined, dataDir: string): (line: string) => void {
  const write = file === undefined ? toStandardError : toFile(resolve(file), dataDir);
  process.removeAllListeners('warning');
  process.on('warning', (warning) => write(warningLine(warning)));
  return write;
}

function toFile(file: string, dataDir: string): (line: string) => void {
  try {
    if (relative(dataDir, file).split(sep)[0] !== '..') makeFolder(dirname(file));
    appendFileSync(file, '', OWNER_ONLY);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WestgateError('WG_INPUT_INVALID', `--log: expected a file that can be written, in a folder that is there; ${why}`);
  }
  return (line) => {
    try {
      appendFileSync(file, line, OWNER_ONLY);
    } catch {
      toStandardError(line);
    }
  };
}

function toStandardError(line: string): void {
  process.stderr.write(line);
}
