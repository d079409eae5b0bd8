import type { Bilingual } from '@westgate/base';
import type { Register } from '../register/register.ts';
import type { StateName } from '../results/finding.ts';
import { aimOf } from './aim.ts';
import { countStates } from './coverage.ts';

/** The commitments of one aim, counted by state. */
export interface AimCounted {
  /** Null: commitments without an aim. */
  readonly id: string | null;
  readonly name: Bilingual;
  readonly total: number;
  readonly states: Readonly<Record<StateName, number>>;
}

/** Commitments by aim, in the order of the district's axis; those of no aim last, where there are any. */
export function aimsCounted(register: Register, stateOfCommitment: (id: string) => StateName): readonly AimCounted[] {
  const [district] = register.district.values();
  const values = district?.axes.find(({ id }) => id === 'aim')?.values ?? [];
  const names = new Map<string | null, StateName[]>([...values.map(({ id }): [string, StateName[]] => [id, []]), [null, []]]);
  for (const id of register.commitment.keys()) {
    const aim = aimOf(register, 'commitment', id);
    (names.get(aim) ?? names.get(null))?.push(stateOfCommitment(id));
  }
  const nameOf = (aim: string | null): Bilingual => values.find(({ id }) => id === aim)?.name ?? { zh: '不分目标', en: 'no aim' };
  return [...names]
    .filter(([aim, states]) => aim !== null || states.length > 0)
    .map(([aim, states]) => ({ id: aim, name: nameOf(aim), total: states.length, states: countStates(states) }));
}
