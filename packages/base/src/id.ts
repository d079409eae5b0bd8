/**
 * A record's id, branded with the table it belongs to, so that a place cannot be linked by a project's id.
 * Ids are short readable slugs (`p2s4`, `north-pier`), chosen by people, unique within their table.
 */
export type Id<Table extends string> = string & { readonly __table: Table };

/** No name that every object has, such as `constructor`: what is filed under one would be lost among an object's own. */
const NOT_TAKEN = `(?!(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})$)`;
const SLUG = new RegExp(`^${NOT_TAKEN}[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9])?$`);

/**
 * The id of a part within a record, which names files and columns as well: letters, digits, dots, underscores and hyphens, 64 at most, no two dots together and none
 * at the end, and no name that every object has.
 */
export const PART_ID = new RegExp(String.raw`^${NOT_TAKEN}(?!.*\.\.)(?!.*\.$)[\w.-]{1,64}$`);

/** True when `text` may serve as an id: 1 to 80 of letters, digits, `.`, `_`, `-`, beginning and ending in a letter or digit, and no name that every object has. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** `text` as an id of `Table`. The caller has checked it with {@link isSlug} or read it from a place that did. */
export function idOf<Table extends string>(text: string): Id<Table> {
  return text as Id<Table>;
}
