/**
 * `text` for comparing words: small letters, full-width figures and signs as plain ones, curly apostrophes straight. Every character keeps
 * its offset.
 */
export function foldText(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u2018\u2019\u00A0\u3000]|\p{Lu}/gu, foldCharacter);
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x2018 || code === 0x2019) return "'";
  if (code === 0xa0 || code === 0x3000) return ' ';
  const plain = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
  const small = plain.toLowerCase();
  return small.length === character.length ? small : character;
}
