import type { FormValue, FormValues } from '../../../record/form/form-values.ts';

/** A column in which two records differ, and what the one that stays holds afterwards. */
export interface MergedRow {
  readonly column: string;
  readonly stays: FormValue;
  readonly goes: FormValue;
  readonly result: FormValue;
}

/** Where two records differ; what is empty in the one that stays is taken over from the other, as the server does. */
export function mergedRows([stays, goes]: readonly [FormValues, FormValues]): readonly MergedRow[] {
  return Object.keys(stays).flatMap((column) => {
    const [own, other] = [stays[column] ?? null, goes[column] ?? null];
    if (JSON.stringify(own) === JSON.stringify(other)) return [];
    return [{ column, stays: own, goes: other, result: isLacking(own) ? other : own }];
  });
}

function isLacking(value: FormValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
