import { readWhere } from '@westgate/base';
import type { Exceptions } from '@westgate/contract';
import { type BulkKind, type BulkRow, heldBy, isBulkNoun } from '../../lists/bulk/bulk-model.ts';

/** The one kind of record that a list of exceptions holds, or is narrowed to; null where it holds several. */
export function onlyKind({ values }: Pick<Exceptions, 'values'>, where: string | undefined): BulkKind | null {
  const narrowed = readWhere(where).find(({ column }) => column === 'kind')?.key;
  const kinds =
    narrowed === undefined ? (values.find(({ attribute }) => attribute === 'kind')?.values ?? []).map(({ key }) => key) : [narrowed];
  const [kind = ''] = kinds;
  return kinds.length === 1 && isBulkNoun(kind) ? kind : null;
}

/** The records of one kind among what is listed, each once, as they are changed together. */
export function bulkRowsOf(items: Exceptions['items'], noun: BulkKind): readonly BulkRow[] {
  const rows = items
    .filter(({ thing }) => thing.kind === noun)
    .map(({ thing: { id, name }, department, dueOn, ownCadence, rev }): [string, BulkRow] => [
      id,
      { id, name, held: heldBy(noun, { rev, answers: department, dueOn, ownCadence }) },
    ]);
  return [...new Map(rows).values()];
}
