import type { HeldFile } from './held-file.ts';

/** A picture larger than this is made to fill the memory of whoever opens it. */
const MOST_PIXELS = 200_000_000;
const JPEG_FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** Parts of a JPEG looked at before its frame: photos carry some metadata, not thousands of pieces. */
const MOST_SEGMENTS = 1_000;
const MOST_CHUNKS = 100_000;

/** What is wrong with a PNG, as what was expected; null where it is whole. */
export async function pngFault(file: HeldFile): Promise<string | null> {
  const head = await file.read(0, 33);
  if (head.length < 33 || head.toString('latin1', 12, 16) !== 'IHDR') return 'a PNG with its header';
  const pixels = pixelsFault(head.readUInt32BE(16), head.readUInt32BE(20));
  if (pixels) return pixels;
  let at = 8;
  for (let count = 0; count < MOST_CHUNKS; count += 1) {
    const chunk = await file.read(at, 8);
    if (chunk.length < 8) break;
    const end = at + 12 + chunk.readUInt32BE(0);
    if (chunk.toString('latin1', 4, 8) === 'IEND') return end === file.length ? null : 'a PNG that ends with its end';
    at = end;
  }
  return 'a whole PNG';
}

/** What is wrong with a JPEG, as what was expected; null where it is whole. Cameras may write more behind its end. */
export async function jpegFault(file: HeldFile): Promise<string | null> {
  let at = 2;
  for (let count = 0; count < MOST_SEGMENTS; count += 1) {
    const head = await file.read(at, 9);
    const marker = head[1] ?? 0;
    if (head.length < 9 || head[0] !== 0xff) break;
    if (marker === 0xff) {
      at += 1;
    } else if (JPEG_FRAMES.has(marker)) {
      return pixelsFault(head.readUInt16BE(7), head.readUInt16BE(5)) ?? ((await endsAsJpeg(file)) ? null : 'a whole JPEG');
    } else {
      at += 2 + head.readUInt16BE(2);
    }
  }
  return 'a JPEG with its frame';
}

/** What is wrong with a WebP, as what was expected; null where it is whole. */
export async function webpFault(file: HeldFile): Promise<string | null> {
  const head = await file.read(0, 30);
  if (head.length < 30 || head.readUInt32LE(4) + 8 !== file.length) return 'a whole WebP';
  const kind = head.toString('latin1', 12, 16);
  if (kind === 'VP8X') return pixelsFault(head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1);
  if (kind === 'VP8L') return pixelsFault((head.readUInt32LE(21) & 0x3fff) + 1, ((head.readUInt32LE(21) >>> 14) & 0x3fff) + 1);
  if (kind === 'VP8 ') return pixelsFault(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff);
  return 'a WebP picture';
}

/** What is wrong with a HEIC, as what was expected: its boxes must fill the file. */
export async function heicFault(file: HeldFile): Promise<string | null> {
  let at = 0;
  for (let count = 0; count < MOST_SEGMENTS && at < file.length; count += 1) {
    const box = await file.read(at, 16);
    if (box.length < 8) return 'a whole HEIC';
    const short = box.readUInt32BE(0);
    const size = short === 1 && box.length === 16 ? Number(box.readBigUInt64BE(8)) : short === 0 ? file.length - at : short;
    if (size < 8) return 'a whole HEIC';
    at += size;
  }
  return at === file.length ? null : 'a whole HEIC';
}

/** The end mark stands somewhere in the last part of the file, or right at the end. */
async function endsAsJpeg(file: HeldFile): Promise<boolean> {
  const step = 1 << 16;
  for (let at = Math.max(0, file.length - step); ; at = Math.max(0, at - step)) {
    if ((await file.read(at, step + 1)).lastIndexOf(Buffer.from([0xff, 0xd9])) >= 0) return true;
    if (at === 0) return false;
  }
}

function pixelsFault(width: number, height: number): string | null {
  if (width === 0 || height === 0) return 'a picture with a width and a height';
  return width * height > MOST_PIXELS ? `a picture of at most ${MOST_PIXELS} pixels` : null;
}
