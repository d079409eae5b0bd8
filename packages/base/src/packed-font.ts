import { type Font, readFont } from './font-file.ts';

const SIGNATURE = 0x774f4632;
const TRUETYPE = 0x00010000;
const HEADER = 48;
/** The tag of a table is written out. */
const WRITTEN_TAG = 63;
/** Bits of the flags of a point: on the outline; x or y is one byte; repeated; the same as before, or positive; outlines may overlap. */
const [ON, SHORT, REPEAT, SAME, OVERLAP] = [0x1, 0x2, 0x8, 0x10, 0x40];
/** Bits of the flags of a part of a glyph that is made of others. */
const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX, HINTED] = [0x1, 0x8, 0x20, 0x40, 0x80, 0x100];
const BOX = 8;

/** The outlines of all glyphs as the format wants them: what is alike stands together. */
interface Streams {
  readonly contours: Bytes;
  readonly points: Bytes;
  readonly flags: Bytes;
  readonly moves: Bytes;
  readonly parts: Bytes;
  readonly boxes: Bytes;
  readonly hints: Bytes;
}

/**
 * A font file (TrueType, of ours) as WOFF 2.0, which every browser takes: outlines are written so that they pack better, then all tables are packed by `pack` (Brotli).
 */
export async function packedFont(file: Uint8Array, pack: (bytes: Uint8Array) => Promise<Uint8Array>): Promise<Uint8Array> {
  const font = readFont(file);
  const others = [...font.tables]
    .filter(([name]) => name !== 'glyf' && name !== 'loca')
    .map(([name, view]) => [name, bytesOf(view)] as const);
  const outlines = outlinesOf(font);
  const directory = new Bytes();
  for (const [name, bytes] of others) directory.byte(WRITTEN_TAG).tag(name).size(bytes.length);
  directory.byte(WRITTEN_TAG).tag('glyf').size(tableOf(font, 'glyf').byteLength).size(outlines.length);
  directory.byte(WRITTEN_TAG).tag('loca').size(tableOf(font, 'loca').byteLength).size(0);
  const tables = new Bytes();
  for (const [, bytes] of others) tables.all(bytes);
  const packed = await pack(tables.all(outlines).bytes());
  const length = Math.ceil((HEADER + directory.length + packed.length) / 4) * 4;
  const made = new Bytes();
  made.long(SIGNATURE).long(TRUETYPE).long(length).word(font.tables.size).word(0).long(file.length).long(packed.length);
  made.word(1).word(0).long(0).long(0).long(0).long(0).long(0);
  made.all(directory.bytes()).all(packed);
  return made.all(new Uint8Array(length - made.length)).bytes();
}

function outlinesOf(font: Font): Uint8Array {
  const glyf = tableOf(font, 'glyf');
  const loca = tableOf(font, 'loca');
  const isLong = tableOf(font, 'head').getInt16(50) === 1;
  const count = tableOf(font, 'maxp').getUint16(4);
  const at = (index: number): number => (isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2);
  const [hasBox, overlaps] = [new Uint8Array(Math.ceil(count / 32) * 4), new Uint8Array(Math.ceil(count / 8))];
  const streams: Streams = {
    contours: new Bytes(),
    points: new Bytes(),
    flags: new Bytes(),
    moves: new Bytes(),
    parts: new Bytes(),
    boxes: new Bytes(),
    hints: new Bytes(),
  };
  for (let index = 0; index < count; index += 1) {
    const glyph = new DataView(glyf.buffer, glyf.byteOffset + at(index), at(index + 1) - at(index));
    const added = addGlyph(glyph, streams);
    const bit = 0x80 >> (index & 7);
    if (added.hasOwnBox) hasBox[index >> 3] = (hasBox[index >> 3] ?? 0) | bit;
    if (added.overlaps) overlaps[index >> 3] = (overlaps[index >> 3] ?? 0) | bit;
  }
  const { contours, points, flags, moves, parts, boxes, hints } = streams;
  const isOverlapped = overlaps.some((byte) => byte !== 0);
  const made = new Bytes();
  made.word(0).word(Number(isOverlapped)).word(count).word(Number(isLong));
  for (const each of [contours, points, flags, moves, parts]) made.long(each.length);
  made.long(hasBox.length + boxes.length).long(hints.length);
  for (const each of [contours, points, flags, moves, parts]) made.all(each.bytes());
  made.all(hasBox).all(boxes.bytes()).all(hints.bytes());
  return (isOverlapped ? made.all(overlaps) : made).bytes();
}

function addGlyph(glyph: DataView, streams: Streams): { readonly hasOwnBox: boolean; readonly overlaps: boolean } {
  if (glyph.byteLength === 0) {
    streams.contours.word(0);
    return { hasOwnBox: false, overlaps: false };
  }
  const contours = glyph.getInt16(0);
  streams.contours.word(contours & 0xffff);
  if (contours >= 0) return addOutline(glyph, contours, streams);
  const end = partsEnd(glyph);
  streams.parts.all(bytesOf(glyph).subarray(2 + BOX, end.at));
  streams.boxes.all(bytesOf(glyph).subarray(2, 2 + BOX));
  if (end.isHinted) addHints(glyph, end.at, streams);
  return { hasOwnBox: true, overlaps: false };
}

function addOutline(glyph: DataView, contours: number, streams: Streams): { readonly hasOwnBox: boolean; readonly overlaps: boolean } {
  let at = 2 + BOX;
  let count = 0;
  for (let contour = 0; contour < contours; contour += 1, at += 2) {
    streams.points.count(glyph.getUint16(at) + 1 - count);
    count = glyph.getUint16(at) + 1;
  }
  const hintsAt = at;
  at += 2 + glyph.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyph.getUint8(at);
    at += 1;
    flags.push(flag);
    if (!(flag & REPEAT)) continue;
    for (let times = glyph.getUint8(at); times > 0; times -= 1) flags.push(flag);
    at += 1;
  }
  const [xs, ysAt] = movesOf(glyph, at, flags, 0);
  const [ys] = movesOf(glyph, ysAt, flags, 1);
  for (const [index, flag] of flags.entries()) addPoint((flag & ON) !== 0, xs[index] ?? 0, ys[index] ?? 0, streams);
  addHints(glyph, hintsAt, streams);
  const isOwnBox = [...edgesOf(xs, ys)].some((edge, index) => edge !== glyph.getInt16(2 + index * 2));
  if (isOwnBox) streams.boxes.all(bytesOf(glyph).subarray(2, 2 + BOX));
  return { hasOwnBox: isOwnBox, overlaps: ((flags[0] ?? 0) & OVERLAP) !== 0 };
}

/** How far each point lies from the one before along x (0) or y (1), and where the next begins. */
function movesOf(glyph: DataView, start: number, flags: readonly number[], axis: 0 | 1): readonly [moves: number[], end: number] {
  const [short, same] = [SHORT << axis, SAME << axis];
  let at = start;
  const moves = flags.map((flag) => {
    if (flag & short) {
      at += 1;
      return flag & same ? glyph.getUint8(at - 1) : -glyph.getUint8(at - 1);
    }
    if (flag & same) return 0;
    at += 2;
    return glyph.getInt16(at - 2);
  });
  return [moves, at];
}

/** Left, bottom, right, top of the points. */
function edgesOf(xs: readonly number[], ys: readonly number[]): readonly number[] {
  const ends = (moves: readonly number[]): readonly [least: number, most: number] => {
    let [place, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const move of moves) {
      place += move;
      least = Math.min(least, place);
      most = Math.max(most, place);
    }
    return moves.length === 0 ? [0, 0] : [least, most];
  };
  const [[left, right], [bottom, top]] = [ends(xs), ends(ys)];
  return [left, bottom, right, top];
}

/** A point as a flag and one to four bytes: the flag tells how they hold x and y. */
function addPoint(isOn: boolean, moveX: number, moveY: number, { flags, moves }: Streams): void {
  const [x, y, off] = [Math.abs(moveX), Math.abs(moveY), isOn ? 0 : 0x80];
  const [rightward, upward] = [Number(moveX >= 0), Number(moveY >= 0)];
  const signs = rightward + 2 * upward;
  if (x === 0 && y < 1280) {
    flags.byte(off + ((y & 0xf00) >> 7) + upward);
    moves.byte(y);
  } else if (y === 0 && x < 1280) {
    flags.byte(off + 10 + ((x & 0xf00) >> 7) + rightward);
    moves.byte(x);
  } else if (x < 65 && y < 65) {
    flags.byte(off + 20 + ((x - 1) & 0x30) + (((y - 1) & 0x30) >> 2) + signs);
    moves.byte((((x - 1) & 0xf) << 4) | ((y - 1) & 0xf));
  } else if (x < 769 && y < 769) {
    flags.byte(off + 84 + 12 * ((x - 1) >> 8) + 4 * ((y - 1) >> 8) + signs);
    moves.byte(x - 1).byte(y - 1);
  } else if (x < 4096 && y < 4096) {
    flags.byte(off + 120 + signs);
    moves
      .byte(x >> 4)
      .byte(((x & 0xf) << 4) | (y >> 8))
      .byte(y);
  } else {
    flags.byte(off + 124 + signs);
    moves.word(x).word(y);
  }
}

function addHints(glyph: DataView, at: number, { moves, hints }: Streams): void {
  const length = glyph.getUint16(at);
  moves.count(length);
  hints.all(bytesOf(glyph).subarray(at + 2, at + 2 + length));
}

/** Where the parts end that a glyph is made of. */
function partsEnd(glyph: DataView): { readonly at: number; readonly isHinted: boolean } {
  let [at, flags] = [2 + BOX, MORE];
  while (flags & MORE) {
    flags = glyph.getUint16(at);
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);
  }
  return { at, isHinted: (flags & HINTED) !== 0 };
}

function tableOf({ tables }: Font, name: string): DataView {
  const found = tables.get(name);
  if (!found) throw new Error(`expected a font with the table ${name}, got one with ${[...tables.keys()].join(', ')}`);
  return found;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/** Bytes written one after the other, numbers as WOFF 2.0 writes them. */
class Bytes {
  #bytes = new Uint8Array(1024);
  length = 0;

  byte(value: number): this {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length] = value;
    this.length += 1;
    return this;
  }

  word(value: number): this {
    return this.byte(value >> 8).byte(value);
  }

  long(value: number): this {
    return this.word(value >>> 16).word(value & 0xffff);
  }

  tag(name: string): this {
    for (let letter = 0; letter < 4; letter += 1) this.byte(name.charCodeAt(letter));
    return this;
  }

  /** A number of any size, seven bits a byte. */
  size(value: number): this {
    for (let shift = 28; shift > 0; shift -= 7) if (value >>> shift > 0) this.byte(0x80 | ((value >>> shift) & 0x7f));
    return this.byte(value & 0x7f);
  }

  /** A number that is small most times. */
  count(value: number): this {
    if (value < 253) return this.byte(value);
    if (value < 506) return this.byte(255).byte(value - 253);
    return value < 762 ? this.byte(254).byte(value - 506) : this.byte(253).word(value);
  }

  all(bytes: Uint8Array): this {
    if (this.length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #grow(by: number): void {
    const grown = new Uint8Array((this.length + by) * 2);
    grown.set(this.#bytes.subarray(0, this.length));
    this.#bytes = grown;
  }
}
