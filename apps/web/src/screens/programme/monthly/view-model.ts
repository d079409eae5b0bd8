import type { MonthlySums } from '@westgate/contract';
import { isMonth, monthAfter } from '@westgate/domain';

/** The months beside one, for the way to and fro. */
export function monthsBeside(month: string): { readonly earlier: string; readonly later: string } {
  return { earlier: monthAfter(month, -1), later: monthAfter(month) };
}

/** The month that is shown: the one of the address, else that of the day. */
export function shownMonth(asked: string | undefined, day: string): string {
  return asked !== undefined && isMonth(asked) ? asked : day.slice(0, 7);
}

/** A share in per cent with one decimal; null where it is not known. */
export function percentSaid(share: number | null): string | null {
  return share === null ? null : `${Math.round(share * 1000) / 10} %`;
}

/** Whether a sum leaves something out, which must then be said. */
export function isPartial({ known, of }: MonthlySums['total']): boolean {
  return known < of;
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
