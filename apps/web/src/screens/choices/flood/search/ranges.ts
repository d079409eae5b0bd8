import { type RuleNumber, type RuleRange, rangeAbout } from '@westgate/domain';
import type { NumberField } from '../design/part-kinds.ts';
import { numberFault, numberTyped, type PartFault } from '../design/typed-numbers.ts';

/** The cell of runs that are many; empty: as coarse as the number of cells asks. */
export const COARSE_CELL: NumberField = { name: 'cellM', label: 'search.cell', range: { least: 1, most: 1_000 }, isOptional: true };

/** A range as it is typed, and whether its number may vary. */
export interface TypedRange {
  readonly isOn: boolean;
  readonly from: string;
  readonly to: string;
}
export type TypedRanges = Readonly<Record<string, TypedRange>>;

/** The range that is typed of a number; what stands there at first where nothing was typed. */
export function typedOf(typed: TypedRanges, number: RuleNumber): TypedRange {
  const { from, to } = rangeAbout(number);
  return typed[number.name] ?? { isOn: false, from: String(from), to: String(to) };
}

/** The ranges of the numbers that may vary, or what is wrong with them: each fault under the name of its number. */
export function readTyped(
  typed: TypedRanges,
  numbers: readonly RuleNumber[],
): { readonly ranges: readonly RuleRange[] } | { readonly faults: readonly PartFault[] } {
  const on = numbers.filter((number) => typedOf(typed, number).isOn);
  const faults = on.flatMap((number): PartFault[] => {
    const { from, to } = typedOf(typed, number);
    const range = { least: number.least, most: number.most };
    const fault = numberFault({ name: number.name, range }, from) ?? numberFault({ name: number.name, range }, to);
    if (fault) return [fault];
    return numberTyped(from) < numberTyped(to) ? [] : [{ field: number.name, word: 'search.fault.range', values: { from, to } }];
  });
  if (faults.length > 0) return { faults };
  return {
    ranges: on.map((number) => {
      const { from, to } = typedOf(typed, number);
      return { name: number.name, from: numberTyped(from), to: numberTyped(to) };
    }),
  };
}
