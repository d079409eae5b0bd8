import type { Row } from '@westgate/domain';

/** A sentence of a text as it is held: its place, its words and its id. */
export interface PlacedSentence {
  readonly id: string;
  readonly number: string;
  readonly text: { readonly zh: string | null; readonly en: string | null };
}

/** A sentence with its place in the text. */
export function placedOf(row: Row<'sentence'>): PlacedSentence {
  return { id: row.id, number: `${row.paragraph}.${row.position}`, text: { zh: row.text_zh, en: row.text_en } };
}
