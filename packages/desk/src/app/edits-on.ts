import type { Reader, Register } from '@westgate/domain';
import type { Store } from '@westgate/store';
import { rowAsRead } from '../deeds/conflict.ts';
import { applyEdits, type EditsDone } from '../edits/apply-edits.ts';
import type { Edit } from '../edits/edit.ts';
import { requireKnown } from '../people/guard-deed.ts';

/** What edits do on a register, each record as it was read. `seq`: of the coming deed. `reader`: for whom a conflict is cut; null for nobody. */
export async function editsOn(
  { store, held, reader }: { readonly store: Store; readonly held: Register; readonly reader: Reader | null },
  edits: readonly Edit[],
  { who, seq }: { readonly who: string; readonly seq: number },
): Promise<EditsDone> {
  for (const edit of edits) {
    if (edit.action === 'create') continue;
    requireKnown(held, who, edit.table, edit.key);
    await rowAsRead(store, held, edit, reader);
  }
  return applyEdits(held, edits, seq);
}
