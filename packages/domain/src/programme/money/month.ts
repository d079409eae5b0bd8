/** A month such as `2024-12`. */
export type MonthString = string;

/** True for a month such as `2024-12`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

/** A month that a sheet of an office is of. */
export const SHEET_MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/;

/** The month some months after `month`; before it where `by` is below 0. */
export function monthAfter(month: MonthString, by = 1): MonthString {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The December before the year of a month. */
export function decemberBefore(month: MonthString): MonthString {
  return `${String(yearOf(month) - 1).padStart(4, '0')}-12`;
}

/** The year of a month. */
export function yearOf(month: MonthString): number {
  return Number(month.slice(0, 4));
}
