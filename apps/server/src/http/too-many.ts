import { WestgateError } from '@westgate/base';

/** What is thrown to who asks too often or too much: what was `expected`, and after how many `seconds` it may be asked again. */
export function tooMany(expected: string, seconds: number): WestgateError {
  return new WestgateError('WG_TOO_MANY', `${expected}; try again in ${seconds} s`, { seconds });
}
