import type { Brief } from '@westgate/contract';
import type { AimCounted } from '@westgate/domain';
import { pair } from './text.ts';

/** The aims as they are shown, each with its commitments counted by state. */
export function aimsShown(aims: readonly AimCounted[]): Brief['aims'] {
  return aims.map(({ id, name, total, states }) => ({ id, name: pair(name.zh, name.en), total, states: { ...states } }));
}
