import type { MonthlySheet } from '@westgate/contract';

/** Two pages as one: a department that stands on both is one group. Sums are over all rows on each page. */
export function joinedSheets(before: MonthlySheet, page: MonthlySheet): MonthlySheet {
  const [last, first] = [before.groups.at(-1), page.groups[0]];
  if (!last || !first || last.department?.id !== first.department?.id) return { ...page, groups: [...before.groups, ...page.groups] };
  const joined = { ...first, rows: [...last.rows, ...first.rows] };
  return { ...page, groups: [...before.groups.slice(0, -1), joined, ...page.groups.slice(1)] };
}
