import type { Bilingual } from '@westgate/base';
import type { AxisRecord } from '@westgate/contract';

/** An aim as it is named and drawn. `className` carries its colour and pattern to marks, bands and underlines. */
export interface Aim {
  readonly id: string | null;
  readonly name: Bilingual | null;
  readonly className: string;
}

export const NO_AIM: Aim = { id: null, name: null, className: 'aim-none pattern-none' };

/** The axis whose values are aims. */
const AIM_AXIS = 'aim';

/** The aims of a district by id, in its order. */
export function aimsOf(axes: readonly AxisRecord[]): ReadonlyMap<string, Aim> {
  const values = axes.find((axis) => axis.id === AIM_AXIS)?.values ?? [];
  return new Map(values.map((value) => [value.id, { id: value.id, name: value.name, className: aimClass(value.colour, value.pattern) }]));
}

function aimClass(colour: string | null, pattern: string | null): string {
  return `aim-${colour ?? 'none'} pattern-${pattern ?? 'none'}`;
}
