/** A time of day as a clock on the wall shows it. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Whether a name is that of a time zone of the IANA list. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Seconds since 1970 at which a clock in that zone shows this; where it shows it twice the first time, where it never does the moment after the gap. */
export function instantInZone(zone: string, { year, month, day, hour, minute, second }: WallTime): number | null {
  const shown = Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  if (!Number.isFinite(shown)) return null;
  const guesses = [shown - offsetAt(zone, shown - 86_400), shown - offsetAt(zone, shown + 86_400)];
  const right = guesses.filter((guess) => guess + offsetAt(zone, guess) === shown);
  return right.length > 0 ? Math.min(...right) : Math.max(...guesses);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Seconds by which a zone is ahead of UTC at an instant. */
function offsetAt(zone: string, seconds: number): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(zone, format);
  const part = new Map(format.formatToParts(new Date(seconds * 1000)).map(({ type, value }) => [type, Number(value)]));
  const at = (name: Intl.DateTimeFormatPartTypes): number => part.get(name) ?? 0;
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second')) / 1000 - seconds;
}
