import { WestgateError } from '@westgate/base';
import type { Source } from '@westgate/contract';
import type { Register, Row } from '@westgate/domain';
import type { View } from '../view.ts';

/** Kinds whose address is never shown as a link. */
const WITHOUT_LINK: ReadonlySet<string> = new Set(['reprint', 'recalled', 'estimate']);

/** A source as it is shown. */
function sourceOf(row: Row<'source'>): Source {
  const { id, title, kind, url, dated, rev } = row;
  return { id, title, kind, url: WITHOUT_LINK.has(kind) ? null : url, dated, rev };
}

/** The source a reference points to; null where the reference is empty. */
export function sourceAt(register: Register, id: Row<'source'>['id'] | null): Source | null {
  const row = id === null ? undefined : register.source.get(id);
  return row ? sourceOf(row) : null;
}

/** The source a reference points to that is never empty. */
export function sourceNamed(register: Register, id: string): Source {
  const row = register.source.get(id);
  if (!row) throw new WestgateError('WG_NOT_FOUND', `there is no source "${id}"`, { kind: 'source', id });
  return sourceOf(row);
}

/** A source by its id, as it is shown; null where there is none. */
export function sourceIn(view: View, id: string): Source | null {
  const row = rowOf(view.register, id);
  return row ? sourceOf(row) : null;
}

function rowOf(register: Register, id: string): Row<'source'> | undefined {
  const rows: ReadonlyMap<string, Row<'source'>> = register.source;
  return rows.get(id);
}
