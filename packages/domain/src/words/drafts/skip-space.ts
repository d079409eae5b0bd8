/** The position behind white space. */
export function skipSpace(text: string, at: number, end: number): number {
  let position = at;
  while (position < end && /\s/.test(text.charAt(position))) position += 1;
  return position;
}
