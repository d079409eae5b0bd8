/** Names that a list takes for its own pages, or that Windows keeps for itself. */
const TAKEN = /^(?:index|page-\d+|con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/**
 * A file name, without its ending, for each id: the id itself in small letters, with a number behind it where two ids differ in capitals
 * alone or the name is taken, so that the site is the same on a disk that does not tell capitals apart.
 */
export function fileNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    const plain = id.toLowerCase();
    let name = TAKEN.test(plain) ? `${plain}-1` : plain;
    for (let number = 2; used.has(name); number += 1) name = `${plain}-${number}`;
    used.add(name);
    names.set(id, name);
  }
  return names;
}
