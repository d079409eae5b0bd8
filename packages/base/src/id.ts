/**
 * A record's id, branded with the table it belongs to, so that a place cannot be linked by a project's id.
 * Ids are short readable slugs (`p2s4`, `north-pier`), chosen by people, unique within their table.
 */
export type Id<Table extends string> = string & { readonly __table: Table };

const SLUG = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?$/;

/** True when `text` may serve as an id: 1 to 80 of letters, digits, `.`, `_`, `-`, beginning and ending in a letter or digit. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** `text` as an id of `Table`. The caller has checked it with {@link isSlug} or read it from a place that did. */
export function idOf<Table extends string>(text: string): Id<Table> {
  return text as Id<Table>;
}
