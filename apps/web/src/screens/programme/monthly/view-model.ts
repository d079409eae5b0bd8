import { isMonth, monthAfter } from '@westgate/domain';

/** The months beside one, for the way to and fro. */
export function monthsBeside(month: string): { readonly earlier: string; readonly later: string } {
  return { earlier: monthAfter(month, -1), later: monthAfter(month) };
}

/** The month that is shown: the one of the address, else that of the day. */
export function shownMonth(asked: string | undefined, day: string): string {
  return asked !== undefined && isMonth(asked) ? asked : day.slice(0, 7);
}

/** Most columns of a template. */
const MOST_COLUMNS = 60;

/** The heads of columns as they are pasted from a sheet: cells parted by tabs or lines. */
export function headsIn(pasted: string): readonly string[] {
  return pasted
    .split(/[\t\n]/)
    .map((head) => head.replaceAll(/\s+/g, ' ').trim().slice(0, 100))
    .filter((head) => head !== '')
    .slice(0, MOST_COLUMNS);
}
