import { noSuch, WestgateError } from '@westgate/base';
import type { Source, SourceSaid } from '@westgate/contract';
import { type AnyRow, isSourceWithheld, type Register, type Row } from '@westgate/domain';
import type { View } from '../view/view.ts';

/** Kinds whose address is never shown as a link. */
const WITHOUT_LINK: ReadonlySet<string> = new Set(['reprint', 'recalled', 'estimate']);

/** The address of a source that may be shown as a link. */
export function linkOf({ kind, url }: Pick<Row<'source'>, 'kind' | 'url'>): string | null {
  return WITHOUT_LINK.has(kind) ? null : url;
}

/** A source as it is shown. */
function sourceOf(row: Row<'source'>): Source {
  const { id, title, kind, dated, rev } = row;
  return { id, title, kind, url: linkOf(row), dated, rev };
}

/** The source that a column of a row as a reader sees it names: null where it names none, `withheld` where it is not for them. */
export function sourceAt(register: Register, row: AnyRow, column = 'source'): SourceSaid {
  if (isSourceWithheld(row, column)) return 'withheld';
  const id = row[column];
  return typeof id === 'string' ? sourceById(register, id) : null;
}

/** The source a reference points to that is never empty. */
export function sourceNamed(register: Register, id: string): Source {
  const row = register.source.get(id);
  if (!row) throw new WestgateError('WG_NOT_FOUND', noSuch('source', id), { kind: 'source', id });
  return sourceOf(row);
}

/** A source by its id, as it is shown; null where there is none. */
export function sourceIn(view: View, id: string): Source | null {
  return sourceById(view.register, id);
}

function sourceById(register: Register, id: string): Source | null {
  const rows: ReadonlyMap<string, Row<'source'>> = register.source;
  const row = rows.get(id);
  return row ? sourceOf(row) : null;
}
