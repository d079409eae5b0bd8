import type { Language } from '@westgate/base';
import type { Row } from '@westgate/domain';

/** Kinds of record that are searched, in the order in which equal hits are shown. */
export const SEARCHED = ['sentence', 'commitment', 'place', 'project', 'indicator', 'event', 'park', 'department', 'document'] as const;
export type SearchKind = (typeof SEARCHED)[number];

/** How much a match in a text tells: its name, its own words, or a remark on it. */
type FieldWeight = 'name' | 'text' | 'remark';

/** A text of a record that is searched. */
export interface SearchField {
  readonly weight: FieldWeight;
  readonly language: Language;
  readonly original: string;
}

/** The texts of a record: names first, then its own words and its id, then remarks. */
export function fieldsOf<K extends SearchKind>(kind: K, row: Row<K>): readonly SearchField[] {
  const read: (row: Row<K>) => readonly (SearchField | null)[] = FIELDS[kind];
  return read(row).filter((field) => field !== null);
}

type Fields<K extends SearchKind> = (row: Row<K>) => readonly (SearchField | null)[];

const FIELDS: { readonly [K in SearchKind]: Fields<K> } = {
  sentence: (row) => [...pairOf('text', row.text_zh, row.text_en), idOf(row)],
  commitment: (row) => [
    ...pairOf('name', row.title_zh, row.title_en),
    ...pairOf('text', row.clause_zh, row.clause_en),
    idOf(row),
    ...pairOf('remark', row.note_zh, row.note_en),
  ],
  place: named,
  project: named,
  indicator: (row) => [...pairOf('name', row.name_zh, row.name_en), ...pairOf('text', row.definition_zh, row.definition_en), idOf(row)],
  event: (row) => [
    ...pairOf('name', row.name_zh, row.name_en),
    ...pairOf('text', row.organisers_zh, row.organisers_en),
    idOf(row),
    ...pairOf('remark', row.note_zh, row.note_en),
  ],
  park: named,
  department: (row) => [...pairOf('name', row.name_zh, row.name_en), ...pairOf('text', row.role_zh, row.role_en), idOf(row)],
  document: (row) => [...pairOf('name', row.title_zh, row.title_en), ...pairOf('text', row.publisher_zh, row.publisher_en), idOf(row)],
};

interface Named {
  readonly id: string;
  readonly name_zh: string | null;
  readonly name_en: string | null;
  readonly note_zh: string | null;
  readonly note_en: string | null;
}

function named(row: Named): readonly (SearchField | null)[] {
  return [...pairOf('name', row.name_zh, row.name_en), idOf(row), ...pairOf('remark', row.note_zh, row.note_en)];
}

function pairOf(weight: FieldWeight, zh: string | null, en: string | null): readonly (SearchField | null)[] {
  return [zh ? { weight, language: 'zh', original: zh } : null, en ? { weight, language: 'en', original: en } : null];
}

function idOf({ id }: { readonly id: string }): SearchField {
  return { weight: 'text', language: 'en', original: id };
}
