import type { LinkCounts } from '@westgate/contract';
import type { LinksOf, Reached } from '@westgate/domain';

/** Ids of one kind that a record in a list carries along; the counts tell how many there are in all. */
const IDS_SHOWN = 200;

/** The ids of the first records of a list of links. */
export function idsOfLinks(links: readonly Reached[]): string[] {
  return links.slice(0, IDS_SHOWN).map((link) => link.id);
}

/** How many of the other nouns a record is linked to. */
export function linkCounts(links: LinksOf): LinkCounts {
  return {
    sentences: links.sentences.length,
    commitments: links.commitments.length,
    places: links.places.length,
    projects: links.projects.length,
    indicators: links.indicators.length,
  };
}
