import { WestgateError } from '@westgate/base';

/** What is thrown to who asks too often or too much: what was `expected`, and after how many `seconds` it may be asked again. */
export function tooMany(expected: string, seconds: number): WestgateError {
  return new WestgateError(
    'WG_TOO_MANY',
    { zh: `请求太多，请 ${seconds} 秒后再试`, en: `${expected}; try again in ${seconds} s` },
    { seconds },
  );
}
