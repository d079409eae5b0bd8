import type { Language } from '@westgate/base';
import { type AnyRow, described, LINKED_KINDS, type LinkedKind, type Row } from '@westgate/domain';

/** Kinds of record that are searched, in the order in which equal hits are shown. */
export const SEARCHED = LINKED_KINDS;
export type SearchKind = LinkedKind;

/** How much a match in a text tells: its name, its own words, or a remark on it. */
type FieldWeight = 'name' | 'text' | 'remark';

/** A text of a record that is searched. */
export interface SearchField {
  readonly weight: FieldWeight;
  readonly language: Language;
  readonly original: string;
}

/** What of each kind is searched, in order: names first, then its own words and its id, then remarks. */
const SEARCH = new Map(
  LINKED_KINDS.map((kind): readonly [string, readonly (readonly [string, FieldWeight])[]] => {
    const own = Object.entries(described(kind).search ?? {}).flatMap(([stem, weight]) => (weight ? [[stem, weight] as const] : []));
    const of = (...weights: readonly FieldWeight[]) => own.filter(([, weight]) => weights.includes(weight));
    return [kind, [...of('name', 'text'), ['id', 'text'], ...of('remark')]];
  }),
);

/** The texts of a record: names first, then its own words and its id, then remarks. */
export function fieldsOf<K extends SearchKind>(kind: K, row: Row<K>): readonly SearchField[] {
  const cells: AnyRow = row;
  return (SEARCH.get(kind) ?? []).flatMap(([stem, weight]): readonly SearchField[] =>
    stem === 'id'
      ? [{ weight, language: 'en', original: String(cells.id) }]
      : [...textIn(cells[`${stem}_zh`], 'zh', weight), ...textIn(cells[`${stem}_en`], 'en', weight)],
  );
}

function textIn(text: unknown, language: Language, weight: FieldWeight): readonly SearchField[] {
  return typeof text === 'string' && text !== '' ? [{ weight, language, original: text }] : [];
}
