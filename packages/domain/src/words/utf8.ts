/**
 * For UTF-16 offsets into `text`, ascending, the same places in bytes of its UTF-8, in one pass. Half of a surrogate pair alone counts
 * three bytes, as an encoder writes U+FFFD for it.
 */
export function utf8Offsets(text: string, offsets: readonly number[]): readonly number[] {
  let at = 0;
  let bytes = 0;
  return offsets.map((offset) => {
    while (at < offset) {
      const point = text.codePointAt(at);
      if (point === undefined) break;
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      at += point < 0x10000 ? 1 : 2;
    }
    return bytes;
  });
}
