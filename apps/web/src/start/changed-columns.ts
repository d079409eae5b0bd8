import { columnsOfDraft, type DistrictDraft } from './district-draft.ts';

/** The columns of the district that `draft` gives another value than `base`. */
export function changedColumns(base: DistrictDraft, draft: DistrictDraft): Readonly<Record<string, unknown>> {
  const before = columnsOfDraft(base);
  return Object.fromEntries(Object.entries(columnsOfDraft(draft)).filter(([column, value]) => !isSame(value, before[column])));
}

/** What another left (`fresh`), with the parts that were typed here since `base`. */
export function mergedDraft(base: DistrictDraft, draft: DistrictDraft, fresh: DistrictDraft): DistrictDraft {
  const mine = Object.entries(draft).filter(
    ([part, value]) => !Object.entries(base).some(([name, was]) => name === part && isSame(was, value)),
  );
  return { ...fresh, ...Object.fromEntries(mine) };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
