/** The two columns of a text as one value. An empty text is no text. */
export function pair(zh: string | null | undefined, en: string | null | undefined): { zh: string | null; en: string | null } {
  return { zh: zh || null, en: en || null };
}

/** The text of a row in both languages, by the stem of its two columns. */
export function pairAt(row: object, stem: string): { zh: string | null; en: string | null } {
  return pair(textAt(row, `${stem}_zh`), textAt(row, `${stem}_en`));
}

/** The text in a column of a row; null where it holds none. */
export function textAt(row: object, column: string): string | null {
  const text: unknown = Reflect.get(row, column);
  return typeof text === 'string' ? text : null;
}

/** A text with nothing in it. */
export const NO_TEXT: { readonly zh: null; readonly en: null } = { zh: null, en: null };
