import { type Html, html } from '@westgate/base';
import { type At, hrefTo } from '../site/at.ts';
import { word } from '../words/words.ts';

/** Records on one page of a list: a phone opens it at once. */
export const PAGE_SIZE = 300;

/** A list cut into pages; at least one, where there is nothing as well. */
export function pagesOf<R>(records: readonly R[], size = PAGE_SIZE): readonly (readonly R[])[] {
  const count = Math.max(1, Math.ceil(records.length / size));
  return Array.from({ length: count }, (_, index) => records.slice(index * size, (index + 1) * size));
}

/** Path of a page of a list, from 0. */
export function pagePath(folder: string, index: number): string {
  return `${folder}/${index === 0 ? 'index' : `page-${index + 1}`}.html`;
}

/** The way to the other pages of a list; null where there is one page. */
export function pageLinks(at: At, folder: string, index: number, count: number): Html | null {
  if (count < 2) return null;
  const links = Array.from({ length: count }, (_, other) =>
    other === index
      ? html`<li><span aria-current="page">${other + 1}</span></li>`
      : html`<li><a href="${hrefTo(at, pagePath(folder, other))}">${other + 1}</a></li>`,
  );
  return html`<nav class="pages" aria-label="${word(at, 'pages.name')}"><ul>${links}</ul></nav>`;
}
