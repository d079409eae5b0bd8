import { deflateRawSync, gzipSync } from 'node:zlib';
import { writeAsciiGrid, writeGeoTiff } from '@westgate/flood';

export interface SpoiltGround {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rule: string;
}

type Random = (most: number) => number;
interface Spoilt {
  readonly name?: string;
  readonly bytes: Uint8Array;
}
type Spoil = (random: Random) => Spoilt;

const GRID = { columns: 10, rows: 8, cell: 30, west: 500_000, south: 4_400_000 };
const NAME = { asc: 'utm50n.asc', tif: 'good.tif', hgt: 'N39E116.hgt' } as const;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const values = (random: Random) => Float64Array.from({ length: 80 }, () => 20 + random(400) / 4);
const ascii = (random: Random) => writeAsciiGrid({ ...GRID, values: values(random) }, 2);
const tiff = (random: Random, heights = values(random)) => writeGeoTiff({ ...GRID, values: heights }, 'EPSG:32650');

/** Grounds that each break one rule of their format, by a seed: the same ones each time. */
export function* spoiltGrounds(count: number): Generator<SpoiltGround> {
  let state = 29;
  const random: Random = (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  const rules = Object.entries(RULES);
  for (let each = 0; each < count; each++) {
    const [rule, spoil] = rules[each % rules.length] ?? ['', (): Spoilt => ({ bytes: new Uint8Array() })];
    const { name = rule.startsWith('asc') ? NAME.asc : rule.startsWith('tif') ? NAME.tif : NAME.hgt, bytes } = spoil(random);
    yield { name, bytes, rule };
  }
}

/** A cell of an ASCII grid that says something else. */
const cell = (random: Random, word: string) => {
  const lines = ascii(random).split('\n');
  const row = 6 + random(8);
  lines[row] = (lines[row] ?? '').split(' ').with(random(10), word).join(' ');
  return { bytes: bytesOf(lines.join('\n')) };
};
const header = (random: Random, from: RegExp, to: string) => ({ bytes: bytesOf(ascii(random).replace(from, to)) });

/** The value of a tag that the writer lays down in this order; `part`: 2 type, 4 count, 8 value. */
const TAGS = [256, 257, 258, 259, 262, 273, 277, 278, 279, 284, 339, 33_550, 33_922, 34_735, 42_113];
const tag = (random: Random, number: number, value: number, part = 8) => {
  const bytes = tiff(random);
  const at = 10 + 12 * TAGS.indexOf(number) + part;
  const view = new DataView(bytes.buffer);
  if (part === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return { bytes };
};
/** A number beyond the tags, such as the size of a cell. */
const beyond = (random: Random, number: number, index: number, value: number) => {
  const bytes = tiff(random);
  const view = new DataView(bytes.buffer);
  view.setFloat64(view.getUint32(10 + 12 * TAGS.indexOf(number) + 8, true) + 8 * index, value, true);
  return { bytes };
};
const height = (random: Random, value: number) => ({ bytes: tiff(random, values(random).with(random(80), value)) });
const packed = (random: Random, spoil: (bytes: Buffer) => Uint8Array) => ({
  name: `${NAME.asc}.gz`,
  bytes: new Uint8Array(spoil(gzipSync(ascii(random)))),
});
const zip = (random: Random, spoil: (bytes: Buffer, data: number) => Uint8Array, names = ['utm50n.asc']) => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const data = Buffer.from(ascii(random));
    const body = deflateRawSync(data);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc(data), 0);
    sizes.writeUInt32LE(body.length, 4);
    sizes.writeUInt32LE(data.length, 8);
    const lengths = Buffer.from([name.length, 0, 0, 0]);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, lengths, Buffer.from(name), body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]), sizes, lengths, place, Buffer.from(name)]),
    );
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return { name: 'good.zip', bytes: new Uint8Array(spoil(Buffer.concat([...parts, listed, end]), at)) };
};
const flipped = (bytes: Buffer, at: number) => {
  bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  return bytes;
};
const hgt = (size: number) => new Uint8Array(size);

const RULES: Readonly<Record<string, Spoil>> = {
  'asc: columns that are none': (random) => header(random, /ncols 10/, `ncols ${['0', '-3', '2.5', 'ten', ''][random(5)]}`),
  'asc: more columns than numbers': (random) => header(random, /ncols 10/, `ncols ${11 + random(50)}`),
  'asc: fewer rows than said': (random) => header(random, /nrows 8/, `nrows ${9 + random(50)}`),
  'asc: more rows than said': (random) => header(random, /nrows 8/, `nrows ${1 + random(7)}`),
  'asc: 100 million cells': (random) =>
    header(random, /ncols 10\nnrows 8/, `ncols ${10_000 + random(9_000)}\nnrows ${10_000 + random(9_000)}`),
  'asc: a cell of no size': (random) => header(random, /cellsize 30/, `cellsize ${['0', '-30', 'Infinity', 'x'][random(4)]}`),
  'asc: cells that are not square': (random) => header(random, /cellsize 30/, `dx 30\ndy ${31 + random(30)}`),
  'asc: no corner': (random) => header(random, /xllcorner.*\n/, ''),
  'asc: a head twice': (random) => header(random, /nrows 8/, 'nrows 8\nnrows 8'),
  'asc: a head that is not one': (random) => header(random, /cellsize/, ['width', 'cellsizes', 'res'][random(3)] ?? ''),
  'asc: a word among the numbers': (random) => cell(random, ['x', '1,5', '--', '0x', '1.2.3'][random(5)] ?? ''),
  'asc: no number': (random) => cell(random, ['NaN', 'nan'][random(2)] ?? ''),
  'asc: no end': (random) => cell(random, ['Infinity', '-Infinity', '1e999'][random(3)] ?? ''),
  'asc: over the highest mountain': (random) => cell(random, String(9_001 + random(90_000))),
  'asc: under the lowest shore': (random) => cell(random, String(-501 - random(9_000))),
  'asc: cut off in the numbers': (random) => {
    const text = ascii(random);
    return { bytes: bytesOf(text.slice(0, text.lastIndexOf('\n', text.length - 2 - random(150)) - 2).replace(/ \S+$/, '')) };
  },
  'asc: empty': () => ({ bytes: new Uint8Array() }),
  'asc: another file': (random) => ({ bytes: bytesOf(['{"a":1}', '%PDF-1.7', 'x,y,z\n1,2,3', '\u0000\u0001'][random(4)] ?? '') }),
  'asc: no heights at all': (random) => ({ bytes: bytesOf(writeAsciiGrid({ ...GRID, values: values(random).fill(Number.NaN) }, 2)) }),
  'asc: no system': (random) => ({ name: 'dem.asc', bytes: bytesOf(ascii(random)) }),
  'asc: packed and cut off': (random) => packed(random, (bytes) => bytes.subarray(0, 12 + random(bytes.length - 12))),
  'asc: packed and damaged': (random) => packed(random, (bytes) => flipped(bytes, bytes.length - 5 - random(4))),
  'asc: not packed though it says so': (random) => ({ name: `${NAME.asc}.gz`, bytes: bytesOf(ascii(random)) }),
  'asc: packed, larger than allowed': (random) =>
    packed(random, (bytes) => {
      bytes.writeUInt32LE(480_000_001 + random(3_000_000_000), bytes.length - 4);
      return bytes;
    }),
  'tif: wrong head': (random) => ({ bytes: new Uint8Array(flipped(Buffer.from(tiff(random)), random(3))) }),
  'tif: directory beyond the end': (random) => {
    const bytes = tiff(random);
    new DataView(bytes.buffer).setUint32(4, bytes.length + random(1_000), true);
    return { bytes };
  },
  'tif: cut off': (random) => {
    const bytes = tiff(random);
    return { bytes: bytes.slice(0, 1 + random(bytes.length - 1)) };
  },
  'tif: 100 million cells': (random) => tag(random, random(2) ? 256 : 257, 10_000_000 + random(1_000_000)),
  'tif: no cells': (random) => tag(random, random(2) ? 256 : 257, 0),
  'tif: a width that the blocks do not have': (random) => tag(random, 257, 65 + random(1_000)),
  'tif: bits of no number': (random) => tag(random, 258, [4, 12, 24, 33][random(4)] ?? 4),
  'tif: packed otherwise': (random) => tag(random, 259, [6, 7, 34_887, 50_000, 50_001, 9][random(6)] ?? 7),
  'tif: several bands': (random) => tag(random, 277, 2 + random(7)),
  'tif: a block beyond the end': (random) => tag(random, 273, 100_000 + random(1_000_000)),
  'tif: a block longer than the file': (random) => tag(random, 279, 100_000 + random(1_000_000)),
  'tif: a tag of a type that is none': (random) => tag(random, TAGS[random(15)] ?? 256, 40 + random(100), 2),
  'tif: a tag with four billion values': (random) => tag(random, TAGS[random(15)] ?? 256, 4_000_000_000 + random(200_000_000), 4),
  'tif: complex numbers': (random) => tag(random, 339, [4, 5, 6][random(3)] ?? 5),
  'tif: cells of no size': (random) => beyond(random, 33_550, random(2), [0, -30, Number.NaN][random(3)] ?? 0),
  'tif: cells that are not square': (random) => beyond(random, 33_550, random(2), 31 + random(30)),
  'tif: at no place': (random) => beyond(random, 33_922, 3 + random(2), [Number.NaN, Number.POSITIVE_INFINITY][random(2)] ?? Number.NaN),
  'tif: no system': (random) => ({ bytes: writeGeoTiff({ ...GRID, values: values(random) }, 'LOCAL') }),
  'tif: a system that is not known': (random) => ({
    bytes: writeGeoTiff({ ...GRID, values: values(random) }, `EPSG:${[2_154, 27_700, 32_661, 4_555, 3_035][random(5)]}`),
  }),
  'tif: over the highest mountain': (random) => height(random, 9_001 + random(1e6)),
  'tif: under the lowest shore': (random) => height(random, -501 - random(9_000)),
  'tif: no end': (random) => height(random, [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e39][random(3)] ?? 1e39),
  'tif: a damaged block': (random) => {
    const bytes = tiff(random);
    return { bytes: new Uint8Array(flipped(Buffer.from(bytes), bytes.length - 1 - random(60))) };
  },
  'hgt: of another size': (random) => ({ bytes: hgt([0, 1, 2_884_800, 2_884_803, 25_934_400, 1_000_000 + random(1_000)][random(6)] ?? 0) }),
  'hgt: no position in its name': (random) => ({
    name: ['tile.hgt', 'N39.hgt', 'NE.hgt', '39116.hgt'][random(4)] ?? '',
    bytes: hgt(2_884_802),
  }),
  'hgt: at no place of the earth': (random) => ({
    name: ['N95E116.hgt', 'S99W010.hgt', 'N10E190.hgt', 'N10W181.hgt'][random(4)] ?? '',
    bytes: hgt(2_884_802),
  }),
  'hgt: no heights at all': () => ({ bytes: hgt(2_884_802).map((_, at) => (at % 2 === 0 ? 0x80 : 0)) }),
  'zip: cut off': (random) => zip(random, (bytes) => bytes.subarray(0, bytes.length - 1 - random(bytes.length - 1))),
  'zip: damaged': (random) => zip(random, (bytes, data) => flipped(bytes, data - 1 - random(40))),
  'zip: nothing that is ground': (random) => zip(random, (bytes) => bytes, [['read.me', 'a.shp', 'a.las'][random(3)] ?? '']),
  'zip: two grounds': (random) => zip(random, (bytes) => bytes, ['utm50n.asc', 'b.asc']),
};

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
