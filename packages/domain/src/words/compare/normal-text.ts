const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const HAN_GAP = /(?<=[\p{Script=Han}，、；：。！？,;:!?”"』」）)》])\s+(?=[\p{Script=Han}“"『「（(《])/gu;

/**
 * A sentence as it is compared: two sentences are the same text when this is equal. Set aside are white space (line breaks and blanks
 * between Chinese characters gone, other runs one blank), full and half width, the shape of quotation marks, and invisible characters.
 * Letters, figures, punctuation and capitals count.
 */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[“”„‟「」『』]/g, '"')
    .replaceAll(/[‘’‚‛]/g, "'")
    .replaceAll(HAN_GAP, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
