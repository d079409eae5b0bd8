import { type Html, html } from '@westgate/base';
import type { Source, SourceSaid } from '@westgate/contract';
import { type At, hrefTo } from '../site/at.ts';
import { sourceAnchor } from '../site/site.ts';
import { asWritten, unknown, when } from '../words/say.ts';
import { word } from '../words/words.ts';

/** The page on which every source stands. */
export const SOURCES_PAGE = 'sources.html';

/** Where a value was read, after the word for it; that none is named, or that it is not public. */
export function sourceNote(at: At, source: SourceSaid): Html {
  if (source === null) return html`${word(at, 'source.none')}`;
  return source === 'withheld' ? html`${word(at, 'source.withheld')}` : html`${word(at, 'source.from')}${sourceLink(at, source)}`;
}

/** Where a value was read, beside the word for it; null where none is named. */
export function sourceFact(at: At, source: SourceSaid): Html | null {
  if (source === null) return null;
  return source === 'withheld' ? html`${word(at, 'source.withheld')}` : sourceLink(at, source);
}

/** The title of a source and its date, leading to the page of sources. */
function sourceLink(at: At, source: Source): Html {
  const href = hrefTo(at, `${SOURCES_PAGE}#${sourceAnchor(source.id)}`);
  return html`<a href="${href}">${asWritten(at, source.title)}</a>${datedOf(at, source)}`;
}

/** Where a value was read, as words without a link: for pages that stand apart. */
export function sourceTitle(at: At, source: SourceSaid): Html {
  if (source === null || source === 'withheld') return sourceNote(at, source);
  return html`${word(at, 'source.from')}${asWritten(at, source.title)}${datedOf(at, source)}`;
}

/** When a source is dated, after a comma. */
export function datedOf(at: At, { dated }: Source): Html {
  return html`${word(at, 'comma')}${dated === null ? html`${word(at, 'source.undated')}` : when(at, dated)}`;
}

/** How sure a value is. */
export function confidenceNote(at: At, confidence: 'high' | 'medium' | 'low' | null): Html {
  const level = confidence === null ? unknown(at) : html`${word(at, `confidence.${confidence}`)}`;
  return html`${word(at, 'confidence')}${word(at, 'colon')}${level}`;
}
