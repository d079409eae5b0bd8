/** A font file (TrueType, unpacked): its tables by name. */
type Tables = ReadonlyMap<string, DataView>;

/** One glyph of a font to be made: where it comes from, and its number there. */
interface Picked {
  readonly source: Font;
  readonly glyph: number;
}

/** A font file that was read: which glyph shows which sign (code point). */
export interface Font {
  readonly tables: Tables;
  readonly glyphOf: ReadonlyMap<number, number>;
}

/** Copied as they are from the first source: what holds for the font as a whole, not for a glyph. */
const OF_ALL = ['OS/2', 'STAT', 'avar', 'fvar', 'gasp', 'name', 'post', 'prep'];
const HEADER = 12;
const ENTRY = 16;
/** Flags of a part of a glyph that is made of others. */
const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x1, 0x8, 0x20, 0x40, 0x80];
const COMPOSITE_HEAD = 10;

/** Reads a font file. It must be an unpacked TrueType font, of ours: it is trusted. */
export function readFont(file: Uint8Array): Font {
  const tables = tablesOf(file);
  return { tables, glyphOf: glyphsOf(tables) };
}

/**
 * A font file of those `signs` (code points) that one of the fonts has, each from the first that has it. The fonts are parts of one: same scale, same
 * axes. Rules of shaping are left out: Chinese characters need none.
 */
export function fontOf(read: readonly Font[], signs: Iterable<number>): Uint8Array {
  const [first] = read;
  if (!first) throw new Error('expected a font to take signs from, got none');
  const picked: Picked[] = [{ source: first, glyph: 0 }];
  const numberOf = new Map<number, number>();
  for (const sign of [...new Set(signs)].sort((a, b) => a - b)) {
    const source = read.find(({ glyphOf }) => glyphOf.has(sign));
    if (!source) continue;
    numberOf.set(sign, picked.length);
    picked.push({ source, glyph: source.glyphOf.get(sign) ?? 0 });
  }
  const outlines = outlinesOf(picked);
  const tables = new Map<string, Uint8Array>();
  for (const name of OF_ALL) if (first.tables.has(name)) tables.set(name, bytesOf(table(first.tables, name)));
  const head = copyOf(table(first.tables, 'head'));
  head.setUint32(8, 0);
  head.setInt16(50, 1);
  const hhea = copyOf(table(first.tables, 'hhea'));
  hhea.setUint16(34, picked.length);
  tables.set('head', bytesOf(head)).set('hhea', bytesOf(hhea)).set('maxp', largestOf(read, picked.length));
  tables.set('hmtx', widthsOf(picked)).set('cmap', signTable(numberOf));
  const { data, offsets } = joined(outlines, 4);
  tables.set('glyf', data).set('loca', offsets);
  if (first.tables.has('gvar')) tables.set('gvar', variationsOf(first, picked));
  return fileOf(tables);
}

/** Outlines of the glyphs. Parts that some are made of are added to `picked`. */
function outlinesOf(picked: Picked[]): Uint8Array[] {
  const outlines: Uint8Array[] = [];
  for (let index = 0; index < picked.length; index += 1) {
    const { source, glyph } = picked[index] as Picked;
    const outline = outlineOf(source.tables, glyph).slice();
    const view = new DataView(outline.buffer);
    outlines.push(outline);
    if (outline.length === 0 || view.getInt16(0) >= 0) continue;
    for (let at = COMPOSITE_HEAD, flags = MORE; flags & MORE; ) {
      flags = view.getUint16(at);
      const part = view.getUint16(at + 2);
      const known = picked.findIndex((each) => each.source === source && each.glyph === part);
      view.setUint16(at + 2, known >= 0 ? known : picked.push({ source, glyph: part }) - 1);
      at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0);
    }
  }
  return outlines;
}

function outlineOf(tables: Tables, glyph: number): Uint8Array {
  const isLong = table(tables, 'head').getInt16(50) === 1;
  const loca = table(tables, 'loca');
  const at = (index: number): number => (isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2);
  return bytesOf(table(tables, 'glyf')).subarray(at(glyph), at(glyph + 1));
}

/** How wide each glyph is, and where it begins. */
function widthsOf(picked: readonly Picked[]): Uint8Array {
  const widths = new DataView(new ArrayBuffer(picked.length * 4));
  picked.forEach(({ source: { tables }, glyph }, index) => {
    const [hmtx, full] = [table(tables, 'hmtx'), table(tables, 'hhea').getUint16(34)];
    widths.setUint16(index * 4, hmtx.getUint16(Math.min(glyph, full - 1) * 4));
    widths.setInt16(index * 4 + 2, hmtx.getInt16(glyph < full ? glyph * 4 + 2 : full * 4 + (glyph - full) * 2));
  });
  return bytesOf(widths);
}

/** How the outlines change along the axes. The sources share the same peaks of the axes. */
function variationsOf(first: Font, picked: readonly Picked[]): Uint8Array {
  const gvar = table(first.tables, 'gvar');
  const shared = peaksOf(gvar);
  const variations = picked.map(({ source, glyph }) => {
    const own = table(source.tables, 'gvar');
    if (peaksOf(own).join() !== shared.join()) throw new Error('expected parts of one font, got fonts whose axes have other peaks');
    const isLong = (own.getUint16(14) & 1) === 1;
    const at = (index: number): number => (isLong ? own.getUint32(20 + index * 4) : own.getUint16(20 + index * 2) * 2);
    return bytesOf(own).subarray(own.getUint32(16) + at(glyph), own.getUint32(16) + at(glyph + 1));
  });
  const { data, offsets } = joined(variations, 2);
  const head = new DataView(new ArrayBuffer(20));
  const peaksAt = 20 + offsets.length;
  head.setUint32(0, gvar.getUint32(0));
  head.setUint16(4, gvar.getUint16(4));
  head.setUint16(6, gvar.getUint16(6));
  head.setUint32(8, peaksAt);
  head.setUint16(12, picked.length);
  head.setUint16(14, 1);
  head.setUint32(16, peaksAt + shared.length);
  return together([bytesOf(head), offsets, shared, data]);
}

function peaksOf(gvar: DataView): Uint8Array {
  const at = gvar.getUint32(8);
  return bytesOf(gvar).subarray(at, at + gvar.getUint16(4) * gvar.getUint16(6) * 2);
}

/** The largest of what the sources need of a reader, and the number of glyphs. */
function largestOf(read: readonly Font[], glyphs: number): Uint8Array {
  const all = read.map(({ tables }) => table(tables, 'maxp'));
  const maxp = copyOf(all[0] as DataView);
  for (let at = 6; at + 1 < maxp.byteLength; at += 2) maxp.setUint16(at, Math.max(...all.map((each) => each.getUint16(at))));
  maxp.setUint16(4, glyphs);
  return bytesOf(maxp);
}

/** Which glyph shows which sign: format 12, twice, for readers that look for either platform. */
function signTable(numberOf: ReadonlyMap<number, number>): Uint8Array {
  const [head, groups] = [20, 12];
  const cmap = new DataView(new ArrayBuffer(head + 16 + numberOf.size * groups));
  cmap.setUint16(2, 2);
  [0, 3].forEach((platform, index) => {
    cmap.setUint16(4 + index * 8, platform);
    cmap.setUint16(6 + index * 8, platform === 0 ? 4 : 10);
    cmap.setUint32(8 + index * 8, head);
  });
  cmap.setUint16(head, 12);
  cmap.setUint32(head + 4, 16 + numberOf.size * groups);
  cmap.setUint32(head + 12, numberOf.size);
  let at = head + 16;
  for (const [sign, glyph] of numberOf) {
    cmap.setUint32(at, sign);
    cmap.setUint32(at + 4, sign);
    cmap.setUint32(at + 8, glyph);
    at += groups;
  }
  return bytesOf(cmap);
}

function glyphsOf(tables: Tables): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const cmap = table(tables, 'cmap');
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const at = cmap.getUint32(8 + index * 8);
    const format = cmap.getUint16(at);
    if (format === 12) addGroups(cmap, at, glyphs);
    if (format === 4) addSegments(cmap, at, glyphs);
  }
  return glyphs;
}

function addGroups(cmap: DataView, start: number, glyphs: Map<number, number>): void {
  for (let group = 0; group < cmap.getUint32(start + 12); group += 1) {
    const at = start + 16 + group * 12;
    const first = cmap.getUint32(at);
    for (let sign = first; sign <= cmap.getUint32(at + 4); sign += 1) glyphs.set(sign, cmap.getUint32(at + 8) + sign - first);
  }
}

function addSegments(cmap: DataView, start: number, glyphs: Map<number, number>): void {
  const twice = cmap.getUint16(start + 6);
  for (let segment = 0; segment < twice; segment += 2) {
    const last = cmap.getUint16(start + 14 + segment);
    const first = cmap.getUint16(start + 16 + twice + segment);
    const delta = cmap.getUint16(start + 16 + twice * 2 + segment);
    const rangeAt = start + 16 + twice * 3 + segment;
    const range = cmap.getUint16(rangeAt);
    for (let sign = first; sign <= last && sign < 0xffff; sign += 1) {
      const glyph = range === 0 ? (sign + delta) & 0xffff : cmap.getUint16(rangeAt + range + (sign - first) * 2);
      if (glyph !== 0) glyphs.set(sign, range === 0 ? glyph : (glyph + delta) & 0xffff);
    }
  }
}

function tablesOf(file: Uint8Array): Tables {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const at = HEADER + index * ENTRY;
      const name = String.fromCharCode(...file.subarray(at, at + 4));
      return [name, new DataView(file.buffer, file.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12))] as const;
    }),
  );
}

function fileOf(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const named = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const steps = Math.floor(Math.log2(named.length));
  const head = new DataView(new ArrayBuffer(HEADER + named.length * ENTRY));
  head.setUint32(0, 0x00010000);
  head.setUint16(4, named.length);
  head.setUint16(6, 2 ** steps * ENTRY);
  head.setUint16(8, steps);
  head.setUint16(10, (named.length - 2 ** steps) * ENTRY);
  let offset = head.byteLength;
  named.forEach(([name, bytes], index) => {
    const at = HEADER + index * ENTRY;
    for (let letter = 0; letter < 4; letter += 1) head.setUint8(at + letter, name.charCodeAt(letter));
    head.setUint32(at + 4, sumOf(bytes));
    head.setUint32(at + 8, offset);
    head.setUint32(at + 12, bytes.length);
    offset += padded(bytes.length, 4);
  });
  const file = together([bytesOf(head), ...named.flatMap(([, bytes]) => [bytes, new Uint8Array(padded(bytes.length, 4) - bytes.length)])]);
  const headAt = named.findIndex(([name]) => name === 'head');
  const view = new DataView(file.buffer);
  view.setUint32(view.getUint32(HEADER + headAt * ENTRY + 8) + 8, (0xb1b0afba - sumOf(file)) >>> 0);
  return file;
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    sum += ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    sum >>>= 0;
  }
  return sum;
}

/** The parts one after the other, each begun at a multiple of `step`, and where each begins and the last ends. */
function joined(parts: readonly Uint8Array[], step: number): { data: Uint8Array; offsets: Uint8Array } {
  const offsets = new DataView(new ArrayBuffer((parts.length + 1) * 4));
  let size = 0;
  const aligned = parts.flatMap((part, index) => {
    offsets.setUint32(index * 4, size);
    size += padded(part.length, step);
    return [part, new Uint8Array(padded(part.length, step) - part.length)];
  });
  offsets.setUint32(parts.length * 4, size);
  return { data: together(aligned), offsets: bytesOf(offsets) };
}

function together(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function table(tables: Tables, name: string): DataView {
  const found = tables.get(name);
  if (!found) throw new Error(`expected a font with the table ${name}, got one with ${[...tables.keys()].join(', ')}`);
  return found;
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function copyOf(view: DataView): DataView {
  return new DataView(bytesOf(view).slice().buffer);
}

function padded(length: number, step: number): number {
  return Math.ceil(length / step) * step;
}
