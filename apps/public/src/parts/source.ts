import { type Html, html } from '@westgate/base';
import type { Source } from '@westgate/contract';
import { type At, hrefTo } from '../at.ts';
import { asWritten, unknown, when } from '../say.ts';
import { sourceAnchor } from '../site.ts';
import { word } from '../words/words.ts';

/** The page on which every source stands. */
export const SOURCES_PAGE = 'sources.html';

/** Where a value was read: the title of the source and its date, leading to the page of sources. */
export function sourceNote(at: At, source: Source | null): Html {
  if (source === null) return html`<span class="from">${word(at, 'source.none')}</span>`;
  const href = hrefTo(at, `${SOURCES_PAGE}#${sourceAnchor(source.id)}`);
  return html`<span class="from">${word(at, 'source.from')} <a href="${href}">${asWritten(at, source.title)}</a>${datedOf(at, source)}</span>`;
}

/** When a source is dated, after a comma. */
export function datedOf(at: At, { dated }: Source): Html {
  return html`${word(at, 'comma')}${dated === null ? html`${word(at, 'source.undated')}` : when(at, dated)}`;
}

/** How sure a value is. */
export function confidenceNote(at: At, confidence: 'high' | 'medium' | 'low' | null): Html {
  const level = confidence === null ? unknown(at) : html`${word(at, `confidence.${confidence}`)}`;
  return html`<span class="sure">${word(at, 'confidence')}${word(at, 'colon')}${level}</span>`;
}
