/** Words on one line: blanks joined, line breaks between Chinese characters taken out, ends trimmed. The letters stay as they are. */
export function flatText(text: string): string {
  return text
    .replaceAll(/[\u200b\ufeff]/g, '')
    .replaceAll(/(?<=\p{Script=Han}|[，、；：。])\s*\n\s*(?=\p{Script=Han})/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Words as they are compared: full-width letters made plain, blanks and marks taken out, capitals made small. */
export function bareText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Words as a cell shows them, with their line breaks: blanks at the ends of lines and empty lines at both ends taken out. */
export function linesOf(text: string): string {
  return text
    .replaceAll(/[\u200b\ufeff]/g, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+(?=\n|$)/g, '')
    .trim();
}
