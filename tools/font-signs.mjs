// Which signs a font has: what a browser reads before it draws a letter. For the web's .woff2 files.
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

const HEADER_BYTES = 48;
/** Places of tables in the list of names that the format knows; the list has 63, any other name is spelled out. */
const [CMAP, GLYF, LOCA, SPELLED] = [0, 10, 11, 63];

/** The code points that a .woff2 file (a path) has a glyph for. */
export function signsOf(file) {
  const bytes = readFileSync(file);
  const { start, end, data } = tableOf(bytes);
  const tables = brotliDecompressSync(bytes.subarray(data, data + bytes.readUInt32BE(20)));
  return signsIn(tables.subarray(start, end));
}

/** Where `cmap` lies among the unpacked tables, and where the packed ones begin in the file. */
function tableOf(bytes) {
  let at = HEADER_BYTES;
  const length = () => {
    let value = 0;
    for (let more = true; more; ) {
      const byte = bytes[at++];
      value = value * 128 + (byte & 127);
      more = byte > 127;
    }
    return value;
  };
  let offset = 0;
  let found = null;
  for (let table = bytes.readUInt16BE(12); table > 0; table -= 1) {
    const flags = bytes[at++];
    const name = flags & 63;
    if (name === SPELLED) at += 4;
    const version = flags >> 6;
    const plain = length();
    const isChanged = name === GLYF || name === LOCA ? version !== 3 : version !== 0;
    const size = isChanged ? length() : plain;
    if (name === CMAP) found = { start: offset, end: offset + size };
    offset += size;
  }
  if (!found) throw new Error('expected a font with a table of signs, found none');
  return { ...found, data: at };
}

/** All signs of the table: formats 4 (below U+FFFF) and 12 (all), which every font of the web has. */
function signsIn(cmap) {
  const signs = new Set();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + index * 8));
    const format = table.readUInt16BE(0);
    if (format === 12) addGroups(table, signs);
    if (format === 4) addSegments(table, signs);
  }
  return signs;
}

function addGroups(table, signs) {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const [first, last] = [table.readUInt32BE(16 + group * 12), table.readUInt32BE(20 + group * 12)];
    for (let sign = first; sign <= last; sign += 1) signs.add(sign);
  }
}

function addSegments(table, signs) {
  const twice = table.readUInt16BE(6);
  for (let segment = 0; segment < twice; segment += 2) {
    const last = table.readUInt16BE(14 + segment);
    const first = table.readUInt16BE(16 + twice + segment);
    const delta = table.readUInt16BE(16 + twice * 2 + segment);
    const rangeAt = 16 + twice * 3 + segment;
    const range = table.readUInt16BE(rangeAt);
    for (let sign = first; sign <= last && sign < 0xffff; sign += 1) {
      const glyph = range === 0 ? (sign + delta) & 0xffff : table.readUInt16BE(rangeAt + range + (sign - first) * 2);
      if (glyph !== 0) signs.add(sign);
    }
  }
}
