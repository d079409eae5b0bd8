/** The two columns of a text as one value. An empty text is no text. */
export function pair(zh: string | null | undefined, en: string | null | undefined): { zh: string | null; en: string | null } {
  return { zh: zh || null, en: en || null };
}

/** A text with nothing in it. */
export const NO_TEXT: { readonly zh: null; readonly en: null } = { zh: null, en: null };
