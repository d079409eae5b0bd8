/** The order of two texts by their signs, whatever the language: below 0 where the first comes first, 0 where they are equal. Days and ids are put in order so. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
