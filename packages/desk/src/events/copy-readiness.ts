import { WestgateError } from '@westgate/base';
import { type Register, type Row, readinessItemsOf } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { freeId } from '../deeds/new-id.ts';
import { presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

/**
 * Makes the readiness items of another event for an event, those that it has no item of the same name of; nothing of what became of them. Throws
 * `WG_INPUT_INVALID` where that would be none.
 */
export function copyReadiness(register: Register, { id, from }: Ask<'copy-readiness'>, { seq }: AskedAt): Changing {
  const event = presentRow(register.event, 'event', id);
  presentRow(register.event, 'event', from);
  const held = new Set(readinessItemsOf(register, id).map(nameOf));
  const missing = readinessItemsOf(register, from).filter((row) => !held.has(nameOf(row)));
  if (from === id || missing.length === 0)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: 'from：应为另一活动，且其筹备清单中有本活动没有的事项',
        en: 'from: expected another event with a readiness item that this one does not have',
      },
      { field: 'from' },
    );
  const taken = new Set<string>(register.readiness_item.keys());
  const rows = missing.map(({ rev: _, ...row }) => {
    const fresh = freeId((each) => taken.has(each), 'readiness_item', row, seq);
    taken.add(fresh);
    const undone = { project: null, expected_on: null, done_on: null, evidence_zh: null, evidence_en: null, source: null };
    return ['readiness_item', { ...row, ...undone, id: fresh, event: event.id }] as const;
  });
  return { changes: putChanges(register, rows) };
}

function nameOf({ name_zh, name_en }: Row<'readiness_item'>): string {
  return `${name_zh ?? ''}|${name_en ?? ''}`;
}
