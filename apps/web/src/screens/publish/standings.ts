import type { PublicityRow, Publishing } from '@westgate/contract';
import type { WordId } from '../../messages/words.ts';

export type Standing = PublicityRow['standing'];
export type PublishedKind = PublicityRow['kind'];

/** How a record may stand towards the public, in the order in which it is told. */
export const STANDINGS = ['public', 'partly', 'district', 'department', 'confidential', 'under'] as const satisfies readonly Standing[];

/** What of the records may be listed: those of one standing, or all that are withheld. */
export const LISTED = ['withheld', ...STANDINGS] as const;
export type Listed = (typeof LISTED)[number];

/** The part of the records that an address names; what is withheld where it names none. */
export function listedIn(text: string | undefined): Listed {
  return LISTED.find((each) => each === text) ?? 'withheld';
}

/** The kind of record that an address names among those there are; undefined for every kind. */
export function kindIn(kinds: Publishing['kinds'], text: string | undefined): PublishedKind | undefined {
  return kinds.find(({ kind }) => kind === text)?.kind;
}

/** Kinds share ids: among all of them a record is known by both. */
export function idOf({ kind, id }: Pick<PublicityRow, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** The name of records of a kind. */
export function kindWord(kind: PublishedKind): WordId {
  return `table.${kind}`;
}

/** How many records of these kinds stand so. */
export function countOf(kinds: Publishing['kinds'], standing: Standing): number {
  return kinds.reduce((sum, { standings }) => sum + (standings[standing] ?? 0), 0);
}
