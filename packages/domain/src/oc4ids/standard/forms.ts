import { isDay } from '@westgate/base';

/** True for an instant as RFC 3339 writes it, with its offset. */
export function isMoment(text: string): boolean {
  const [, day, hours, minutes, seconds, offset] =
    /^(\d{4}-\d\d-\d\d)[Tt\s](\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)$/i.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return false;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59 || offset === undefined) return false;
  const [, ahead = '0', beside = '0'] = /^[+-](\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return Number(ahead) <= 23 && Number(beside) <= 59;
}

const ADDRESS = /^[a-z][a-z0-9+.-]*:(?:[a-z0-9._~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})+(?:#(?:[a-z0-9._~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?$/i;
const PORT = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*:(?!\d*(?:[/?#]|$))/i;

/** True for an address with its scheme, in the characters that RFC 3986 allows. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text) && !PORT.test(text.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1'));
}

const MAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/** True for a mail address. */
export function isMail(text: string): boolean {
  return MAIL.test(text);
}
