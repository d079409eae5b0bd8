import type { GeoTIFFImage } from 'geotiff';
import { caseFault } from '../cases/fault.ts';
import { type RawGround, refuseCells } from './heights.ts';
import { unpackDeflate, unpackLzw } from './tiff-blocks.ts';
import { readTiffTags, type TiffTag } from './tiff-tags.ts';
import { heightSystemUnit, unitOfWords } from './units.ts';
import { sized } from './unpack.ts';

type Tags = ReadonlyMap<number, TiffTag>;
const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  packing: 259,
  stripOffsets: 273,
  bands: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  predictor: 317,
} as const;
const TILE = { width: 322, height: 323, offsets: 324, bytes: 325, format: 339 } as const;
const GEO = { scale: 33_550, tie: 33_922, transform: 34_264, keys: 34_735, metadata: 42_112, none: 42_113 } as const;
const KEY = { model: 1_024, raster: 1_025, degrees: 2_048, projected: 3_072, heights: 4_096, heightUnit: 4_099 } as const;
const USER_DEFINED = 32_767;
const PACKINGS = [1, 5, 8, 32_946];
/** Bits and format of a number: 1 without sign, 2 with, 3 floating. */
const NUMBERS = ['8/1', '8/2', '16/1', '16/2', '32/1', '32/2', '32/3', '64/3'];
let isReady = false;

/** Reads heights of a GeoTIFF with one band, its overviews aside. Throws WG_INPUT_INVALID with the byte or the tag. */
export async function readGeoTiff(bytes: Uint8Array, file: string): Promise<RawGround> {
  const tags = readTiffTags(bytes, file);
  const one = (tag: number, other?: number) => {
    const value = tags.get(tag)?.numbers[0] ?? other;
    if (value === undefined) throw caseFault({ file, at: tagged(tag) }, { zh: '一个数', en: 'a number' }, { zh: '没有', en: 'none' });
    return value;
  };
  const [columns, rows] = [one(TAG.width), one(TAG.height)];
  if (!(columns >= 1 && rows >= 1))
    throw caseFault({ file, at: tagged(TAG.width) }, { zh: '至少一个单元', en: 'one cell at least' }, `${columns} × ${rows}`);
  refuseCells(file, columns, rows);
  const bands = one(TAG.bands, 1);
  if (bands !== 1) throw caseFault({ file, at: tagged(TAG.bands) }, { zh: '一个波段（高程）', en: 'one band, of heights' }, bands);
  const numbers = `${one(TAG.bits, 1)}/${one(TILE.format, 1)}`;
  if (!NUMBERS.includes(numbers))
    throw caseFault(
      { file, at: tagged(TAG.bits) },
      { zh: '8、16 或 32 位整数，或 32、64 位浮点数', en: 'whole numbers of 8, 16 or 32 bits, or floating ones of 32 or 64' },
      numbers,
    );
  const packing = one(TAG.packing, 1);
  if (!PACKINGS.includes(packing))
    throw caseFault(
      { file, at: tagged(TAG.packing) },
      { zh: '不压缩、LZW 或 Deflate（1、5、8、32946）', en: 'no packing, LZW or deflate (1, 5, 8, 32946)' },
      packing,
    );
  const predictor = one(TAG.predictor, 1);
  if (![1, 2, 3].includes(predictor))
    throw caseFault({ file, at: tagged(TAG.predictor) }, { zh: '预测方式 1、2 或 3', en: 'a predictor 1, 2 or 3' }, predictor);
  checkBlocks(bytes, tags, file, columns, rows);
  const place = placed(tags, file, rows);
  const keys = keysOf(tags);
  const said = (key: number) => {
    const code = keys.get(key);
    return code === undefined || code === USER_DEFINED || code === 0 ? null : code;
  };
  const code = said(keys.get(KEY.model) === 1 ? KEY.projected : KEY.degrees);
  const half = keys.get(KEY.raster) === 2 ? 0.5 : 0;
  const unit = /role="unittype"[^>]*>([^<]+)</i.exec(tags.get(GEO.metadata)?.text ?? '')?.[1];
  const values = await valuesOf(bytes, tags, file, columns, rows);
  return {
    ...{ columns, rows, cell: place.cell, west: place.west - half * place.cell[0], south: place.south + half * place.cell[1], values },
    ...{ crs: code === null ? null : `EPSG:${code}`, crsFrom: 'file' },
    verticalUnit: heightSystemUnit(keys.get(KEY.heightUnit), said(KEY.heights)) ?? (unit === undefined ? null : unitOfWords(unit)),
    placeOf: (column, row) => ({ at: { zh: `第 ${rows - row} 排第 ${column + 1} 列`, en: `row ${rows - row}, column ${column + 1}` } }),
  };
}

/** Each block of the picture lies within the file, and there are as many as it needs. */
function checkBlocks(bytes: Uint8Array, tags: Tags, file: string, columns: number, rows: number): void {
  const isTiled = tags.has(TILE.offsets);
  const [width, height] = isTiled
    ? [tags.get(TILE.width)?.numbers[0] ?? 0, tags.get(TILE.height)?.numbers[0] ?? 0]
    : [columns, Math.min(rows, tags.get(TAG.rowsPerStrip)?.numbers[0] ?? rows)];
  const at = tagged(isTiled ? TILE.width : TAG.rowsPerStrip);
  if (!(width >= 1 && height >= 1))
    throw caseFault({ file, at }, { zh: '大于 0 的块大小', en: 'blocks of a size over 0' }, `${width} × ${height}`);
  refuseCells(file, width, height);
  const [offsets, lengths] = [
    tags.get(isTiled ? TILE.offsets : TAG.stripOffsets)?.numbers ?? [],
    tags.get(isTiled ? TILE.bytes : TAG.stripBytes)?.numbers ?? [],
  ];
  const many = Math.ceil(columns / width) * Math.ceil(rows / height);
  if (offsets.length !== many || lengths.length !== many)
    throw caseFault(
      { file, at: tagged(isTiled ? TILE.offsets : TAG.stripOffsets) },
      { zh: `${many} 个数据块`, en: `${many} blocks` },
      `${offsets.length}, ${lengths.length}`,
    );
  for (const [block, offset] of offsets.entries()) {
    const length = lengths[block] ?? 0;
    if (offset + length > bytes.length)
      throw caseFault(
        { file, byte: Math.min(offset, bytes.length), at: { zh: `第 ${block + 1} 个数据块`, en: `block ${block + 1}` } },
        sized(length),
        {
          zh: `文件在 ${bytes.length} 字节处结束`,
          en: `the end of the file at ${bytes.length}`,
        },
      );
  }
}

/** Where the picture lies. */
function placed(
  tags: Tags,
  file: string,
  rows: number,
): { readonly cell: readonly [number, number]; readonly west: number; readonly south: number } {
  const [matrix, scale, tie] = [tags.get(GEO.transform)?.numbers, tags.get(GEO.scale)?.numbers ?? [], tags.get(GEO.tie)?.numbers ?? []];
  if (matrix && [1, 4].some((index) => matrix[index] !== 0))
    throw caseFault(
      { file, at: tagged(GEO.transform) },
      { zh: '不旋转的格网', en: 'a grid that is not turned' },
      matrix.slice(0, 8).join(' '),
    );
  const [east = 0, north = 0] = matrix ? [matrix[0], -(matrix[5] ?? 0)] : scale;
  const [i = 0, j = 0, , x = Number.NaN, y = Number.NaN] = matrix ? [0, 0, 0, matrix[3], matrix[7]] : tie;
  if (!(east > 0 && north > 0 && Number.isFinite(x + y + east + north)))
    throw caseFault(
      { file, at: tagged(matrix ? GEO.transform : GEO.scale) },
      { zh: '位置和大于 0 的单元大小', en: 'a position, and cells of a size over 0' },
      [x, y, east, north].join(' '),
    );
  return { cell: [east, north], west: x - i * east, south: y + (j - rows) * north };
}

function keysOf(tags: Tags): ReadonlyMap<number, number> {
  const words = tags.get(GEO.keys)?.numbers ?? [];
  const keys = new Map<number, number>();
  // A key whose value lies in another tag is a name or a measure: none of those is asked for here.
  for (let at = 4; at + 3 < words.length; at += 4) if (words[at + 1] === 0) keys.set(words[at] ?? 0, words[at + 3] ?? 0);
  return keys;
}

async function valuesOf(bytes: Uint8Array, tags: Tags, file: string, columns: number, rows: number): Promise<Float64Array | Float32Array> {
  const isWide =
    (tags.get(TAG.bits)?.numbers[0] ?? 0) > 16 && !(tags.get(TAG.bits)?.numbers[0] === 32 && tags.get(TILE.format)?.numbers[0] === 3);
  const text = tags.get(GEO.none)?.text.trim();
  const none = text === undefined || text === '' ? null : Number(text);
  const isFloat = tags.get(TILE.format)?.numbers[0] === 3;
  const values = isWide ? new Float64Array(columns * rows) : new Float32Array(columns * rows);
  const missing = none === null ? null : isWide || !isFloat ? none : Math.fround(none);
  const image = await imageOf(bytes, file);
  const height = Math.max(1, Math.min(rows, image.getTileHeight()));
  for (let top = 0; top < rows; top += height) {
    const bottom = Math.min(rows, top + height);
    const [block] = await blockOf(image, file, [0, top, columns, bottom]);
    for (let line = top; line < bottom; line++) {
      const first = (rows - 1 - line) * columns;
      for (let column = 0; column < columns; column++) {
        const value = block?.[(line - top) * columns + column] ?? Number.NaN;
        if (missing !== null && (value === missing || (Number.isNaN(missing) && Number.isNaN(value)))) values[first + column] = Number.NaN;
        else if (Number.isFinite(value)) values[first + column] = value;
        else
          throw caseFault(
            { file, at: { zh: `第 ${line + 1} 排第 ${column + 1} 列`, en: `row ${line + 1}, column ${column + 1}` } },
            { zh: '一个数，或文件注明的无数据值', en: 'a number, or the value that the file names for no data' },
            value,
          );
      }
    }
  }
  return values;
}

async function imageOf(bytes: Uint8Array, file: string): Promise<GeoTIFFImage> {
  const { addDecoder, BaseDecoder, fromArrayBuffer } = await import('geotiff');
  if (!isReady) {
    const bounded = (unpack: (packed: Uint8Array, size: number) => Uint8Array) =>
      class extends BaseDecoder {
        override decodeBlock(packed: ArrayBufferLike): ArrayBufferLike {
          const { tileWidth, tileHeight, bitsPerSample } = this.parameters;
          const [bits = 0] = typeof bitsPerSample === 'number' ? [bitsPerSample] : bitsPerSample;
          return unpack(new Uint8Array(packed), (tileWidth * tileHeight * bits) / 8).buffer;
        }
      };
    addDecoder([8, 32_946], async () => bounded(unpackDeflate));
    addDecoder(5, async () => bounded(unpackLzw));
    isReady = true;
  }
  try {
    const whole = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
    return await (await fromArrayBuffer(whole as ArrayBuffer)).getImage(0);
  } catch (error) {
    throw caseFault({ file }, { zh: '可读取的 GeoTIFF', en: 'a GeoTIFF that can be read' }, error instanceof Error ? error.message : error);
  }
}

async function blockOf(image: GeoTIFFImage, file: string, window: [number, number, number, number]): Promise<readonly ArrayLike<number>[]> {
  try {
    return (await image.readRasters({ window, samples: [0], interleave: false })) as unknown as readonly ArrayLike<number>[];
  } catch (error) {
    throw caseFault(
      { file, at: { zh: `第 ${window[1] + 1} 至 ${window[3]} 排`, en: `rows ${window[1] + 1} to ${window[3]}` } },
      { zh: '完整的数据块', en: 'blocks that are whole' },
      error instanceof Error ? error.message : error,
    );
  }
}

function tagged(tag: number): { readonly zh: string; readonly en: string } {
  return { zh: `标签 ${tag}`, en: `tag ${tag}` };
}
