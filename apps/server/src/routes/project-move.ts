import { invariant } from '@westgate/base';
import type { Receipt } from '@westgate/contract';
import { type Desk, type passGate, toldChanges } from '@westgate/desk';
import type { Register } from '@westgate/domain';
import { receiptOf } from '../present/deed.ts';

/** Does something with a project as one deed, and what a person is told of it: `putChanges` refuses what would change nothing. */
export async function moveProject(
  desk: Desk,
  [verb, project]: readonly [verb: string, project: string],
  on: (held: Register) => ReturnType<typeof passGate>,
  by: Parameters<Desk['write']>[1],
): Promise<Receipt> {
  const { deed } = await desk.write({ verb, about: [['project', project]] as const, on, told: toldChanges }, by);
  invariant(deed, 'a write that changes something is a deed');
  return receiptOf(deed, null);
}
