/** How a task or heading is numbered. */
export interface NumberMark {
  /** As written. */
  readonly mark: string;
  /** 1 for 一、, 2 for （一）, 3 for 1. and 1, 4 for (1) and ①; dotted numbers such as 1.2.3 by their parts from 3. */
  readonly level: number;
  /** The text behind the mark. */
  readonly rest: string;
}

const HAN = '[一二三四五六七八九十百]{1,4}';
const MARKS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^第${HAN}[章部篇]`), 1],
  [new RegExp(`^${HAN}\\s*[、.．,，]`), 1],
  [new RegExp(`^[（(]\\s*${HAN}\\s*[）)]`), 2],
  [/^[（(]\s*\d{1,4}\s*[）)]/, 4],
  [/^[①-⑳]/, 4],
  [/^\d{1,4}(?:[.．]\d{1,3})+(?![\d年月日%％])[.．、]?/, 0],
  [/^\d{1,4}\s*[、.．)）](?!\d)/, 3],
];

/** The mark a text begins with; null where it has none. */
export function numberMark(text: string): NumberMark | null {
  const trimmed = text.trim();
  for (const [pattern, level] of MARKS) {
    const [mark] = pattern.exec(trimmed) ?? [];
    if (mark === undefined) continue;
    return {
      mark: mark.trim(),
      level: level === 0 ? 2 + mark.replace(/[.．、]$/, '').split(/[.．]/).length : level,
      rest: trimmed.slice(mark.length).trim(),
    };
  }
  return null;
}

/** The mark of a cell that holds nothing but a number: `三`, `（二）`, `12`, `2.1`. */
export function loneMark(text: string): NumberMark | null {
  const trimmed = text.trim();
  if (new RegExp(`^${HAN}$`).test(trimmed)) return { mark: trimmed, level: 1, rest: '' };
  if (/^[\d０-９]{1,5}$/.test(trimmed)) return { mark: trimmed, level: 3, rest: '' };
  const found = numberMark(trimmed);
  return found !== null && found.rest === '' ? found : null;
}
