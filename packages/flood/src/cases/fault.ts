import { WestgateError } from '@westgate/base';

/** Where something in a case is wrong. `line` from 1; null for the whole file, or where `at` says it. */
export interface FaultPlace {
  readonly file: string;
  readonly line?: number | undefined;
  readonly at?: string | undefined;
}

/** WG_INPUT_INVALID with file, line, what was expected and what was found. */
export function caseFault({ file, line, at }: FaultPlace, expected: string, found: unknown): WestgateError {
  const place = [file, ...(line === undefined ? [] : [`line ${line}`]), ...(at === undefined || at === '' ? [] : [at])].join(', ');
  const text = String(found);
  const short = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  return new WestgateError('WG_INPUT_INVALID', `${place}: expected ${expected}, found ${short}.`, {
    file,
    line,
    at,
    expected,
    found: short,
  });
}
