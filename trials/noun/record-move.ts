import type { Register } from '@westgate/domain';
import type { Ask } from '../deeds/ask.ts';
import { given, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

/** The change that puts an enterprise into another park. Throws `WG_INPUT_INVALID` where it is there already, or there is no such park. */
export function recordMove(register: Register, { id, park, on, words }: Ask<'record-move'>): Changing {
  const row = presentRow(register.enterprise, 'enterprise', id);
  const told = { note_zh: words.zh ?? `${on} 迁入`, note_en: words.en ?? `moved on ${on}` };
  return { changes: putChanges(register, [['enterprise', { ...given(row), park, ...told }]]) };
}
