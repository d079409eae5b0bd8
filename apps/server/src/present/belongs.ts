import type { Bilingual } from '@westgate/base';
import { plansIn, type Register, type Row, valuesOn } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';

/** The values of the axes that a record stands under in what is shown, as `axis:value`. */
export function underIn({ register }: View, kind: string, id: string): string[] {
  return axesIn(register).flatMap((axis) => valuesOn(register, axis.id, kind, id).map((value) => `${axis.id}:${value}`));
}

/** The plans that a view is of: the one, or all of the district's own. */
export function plansShown({ register, plan }: View): { readonly plans: readonly { readonly id: string; readonly name: Bilingual }[] } {
  const named = plansIn(register, plan ?? undefined).map(({ id, title_zh, title_en }) => ({ id, name: pair(title_zh, title_en) }));
  return { plans: named };
}

/** The plan axes of the district; none while there is no district. */
export function axesIn({ district }: Register): Row<'district'>['axes'] {
  return [...district.values()].flatMap(({ axes }) => axes);
}
