import { KEPT, searchText, type ViewSearch } from '../scope/view-search.ts';

/** What of an address is no part of a view: how the reader looks at it, what is open in it. */
const NOT_KEPT: ReadonlySet<string> = new Set([
  ...KEPT.filter((name) => name !== 'asOf' && name !== 'plan'),
  'edit',
  'record',
  'page',
  'sel',
]);

/** What is kept of an address under a name. */
export function keptQuery(search: ViewSearch): string {
  const kept = Object.fromEntries(Object.entries(search).filter(([name]) => !NOT_KEPT.has(name)));
  return searchText(kept).replace(/^\?/, '');
}

/** Whether the address shows this view now. */
export function isShown(query: string, search: ViewSearch): boolean {
  const sorted = (text: string): string =>
    [...new URLSearchParams(text)]
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join('&');
  return sorted(query) === sorted(keptQuery(search));
}
