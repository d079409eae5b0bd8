import { appendFileSync } from 'node:fs';
import { warningLine } from '@westgate/server';

/** A file that is begun, or begun anew, is for its owner alone. */
const OWNER_ONLY = { mode: 0o600 } as const;

/**
 * Takes the lines of the log to the end of `file`, or to standard error where none is named, and the warnings of the process with them. A file that
 * was moved away is begun anew, as each line opens it; what cannot be written there goes to standard error.
 */
export function logWriter(file: string | undefined): (line: string) => void {
  const write = file === undefined ? toStandardError : toFile(file);
  process.removeAllListeners('warning');
  process.on('warning', (warning) => write(warningLine(warning)));
  return write;
}

function toFile(file: string): (line: string) => void {
  appendFileSync(file, '', OWNER_ONLY);
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
