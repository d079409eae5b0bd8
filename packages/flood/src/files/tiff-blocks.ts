import { inflateSync } from 'node:zlib';

/** What a deflated block of a TIFF file unpacks to, the first `size` bytes; its check sum has to fit. Some writers fill up the last block: twice as much is borne. */
export function unpackDeflate(packed: Uint8Array, size: number): Uint8Array {
  return Uint8Array.from(inflateSync(packed, { maxOutputLength: 2 * Math.max(1, size) }).subarray(0, size));
}

const [CLEAR, END] = [256, 257];

/** LZW as TIFF has it: codes of 9 to 12 bits, the high bit first. */
export function unpackLzw(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  // Each code stands for a stretch of what was written already.
  const [from, length] = [new Int32Array(4_097), new Int32Array(4_097)];
  let [at, bits, held, width, next, last] = [0, 0, 0, 9, 258, -1];
  let [lastFrom, lastLength] = [0, 0];
  for (let byte = 0; byte < packed.length && at < size; ) {
    while (bits < width && byte < packed.length) {
      held = ((held << 8) | (packed[byte++] ?? 0)) >>> 0;
      bits += 8;
    }
    if (bits < width) break;
    const code = (held >>> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    held &= (1 << bits) - 1;
    if (code === END) break;
    if (code === CLEAR) {
      [width, next, last] = [9, 258, -1];
      continue;
    }
    const start = at;
    if (code < 256) out[at++] = code;
    else if (code < next)
      for (let each = 0; each < (length[code] ?? 0) && at < size; each++) out[at++] = out[(from[code] ?? 0) + each] ?? 0;
    else if (code === next && last >= 0) {
      for (let each = 0; each < lastLength && at < size; each++) out[at++] = out[lastFrom + each] ?? 0;
      if (at < size) out[at++] = out[lastFrom] ?? 0;
    } else throw new Error(`code ${code} before it was made`);
    if (last >= 0 && next < 4_096) {
      from[next] = lastFrom;
      length[next] = lastLength + 1;
      next += 1;
    }
    [last, lastFrom, lastLength] = [code, start, at - start];
    width = next >= 2_047 ? 12 : next >= 1_023 ? 11 : next >= 511 ? 10 : 9;
  }
  return out.subarray(0, at).slice();
}
