import { isMailAddress, WestgateError } from '@westgate/base';

/** A mail server that takes mails from Westgate. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else the connection is raised to TLS, but for this machine. */
  readonly isSecure: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

/** Hours in which nothing is sent, in minutes of the district's day; from `from` on, over midnight, up to `to`. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** How notices leave the house: of the machine, never of the district. */
export interface NotifierSettings {
  /** Null: mails are laid down as files in the data folder. */
  readonly server: MailServer | null;
  readonly from: string;
  readonly quiet: QuietHours;
}

const DAY_MINUTES = 24 * 60;
const FROM = 'westgate@localhost';
/** Office hours end at eight in the evening and begin at eight. */
const QUIET = '20:00-08:00';

/** Names of this machine, on which nothing needs to be sealed. */
export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

/**
 * The settings in the environment: `WESTGATE_SMTP_URL` (`smtps://user:password@mail.example:465`, `smtp://` for one that is raised to TLS),
 * `WESTGATE_MAIL_FROM`, which a mail server needs, `WESTGATE_QUIET_HOURS` (`20:00-08:00`). Throws `WG_INPUT_INVALID` naming the one that is wrong, never its password.
 */
export function notifierSettings(env: Readonly<Record<string, string | undefined>>): NotifierSettings {
  const from = env.WESTGATE_MAIL_FROM || (env.WESTGATE_SMTP_URL ? '' : FROM);
  if (!isMailAddress(from)) throw refusal('WESTGATE_MAIL_FROM', 'an address such as westgate@district.example', `"${from.slice(0, 80)}"`);
  return {
    server: env.WESTGATE_SMTP_URL ? serverOf(env.WESTGATE_SMTP_URL) : null,
    from,
    quiet: quietOf(env.WESTGATE_QUIET_HOURS || QUIET),
  };
}

/** Minutes of a day as `20:00`. */
export function clockText(minutes: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function serverOf(text: string): MailServer {
  const expected = 'an address such as smtps://user:password@mail.example:465';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw refusal('WESTGATE_SMTP_URL', expected, url ? `one that begins with ${url.protocol}` : 'something else (it is not repeated here)');
  const isSecure = url.protocol === 'smtps:';
  const plain = (part: string): string | null => (part === '' ? null : decodeURIComponent(part));
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    isSecure,
    user: plain(url.username),
    password: plain(url.password),
  };
}

function quietOf(text: string): QuietHours {
  const match = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text.trim());
  const [, fromHour, fromMinute, toHour, toMinute] = match ?? [];
  const [from, to] = [Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute)];
  const isClock = Number(fromMinute) < 60 && Number(toMinute) < 60 && from <= DAY_MINUTES && to <= DAY_MINUTES;
  if (match && isClock) return { from, to };
  throw refusal('WESTGATE_QUIET_HOURS', 'two times such as 20:00-08:00', `"${text.slice(0, 80)}"`);
}

function refusal(name: string, expected: string, found: string): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', `${name}: expected ${expected}, found ${found}`, { field: name });
}
