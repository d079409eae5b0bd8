import { caseFault } from '../cases/fault.ts';
import { firstBytes, sized, viewOf } from './unpack.ts';

/** A tag of the first picture: numbers of it, or its text. */
export interface TiffTag {
  readonly numbers: readonly number[];
  readonly text: string;
}

const SIZES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};
const ASCII = 2;

/**
 * The tags of the first picture of a TIFF or BigTIFF file, each looked up only after it is known to lie within the file: a file that says it has four billion values takes no memory.
 * Throws WG_INPUT_INVALID with the byte.
 */
export function readTiffTags(bytes: Uint8Array, file: string): ReadonlyMap<number, TiffTag> {
  const view = viewOf(bytes);
  const order = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);
  const little = order === 'II';
  const magic = bytes.length < 16 || (!little && order !== 'MM') ? 0 : view.getUint16(2, little);
  if (magic !== 42 && magic !== 43)
    throw caseFault(
      { file, byte: 0 },
      { zh: 'TIFF 文件头（II 或 MM，42 或 43）', en: 'the head of TIFF: II or MM, then 42 or 43' },
      firstBytes(bytes),
    );
  const isBig = magic === 43;
  const within = (at: number, length: number, what: { readonly zh: string; readonly en: string }) => {
    if (at + length > bytes.length)
      throw caseFault({ file, byte: Math.min(at, bytes.length), at: what }, sized(length), {
        zh: '文件已到末尾',
        en: 'the end of the file',
      });
  };
  const wide = (at: number) => Number(view.getBigUint64(at, little));
  const start = isBig ? wide(8) : view.getUint32(4, little);
  const directory = { zh: '标签目录', en: 'the directory of tags' };
  within(start, isBig ? 8 : 2, directory);
  const count = isBig ? wide(start) : view.getUint16(start, little);
  const [first, entry, inline] = isBig ? [start + 8, 20, 8] : [start + 2, 12, 4];
  if (count > 4_096) throw caseFault({ file, byte: start }, { zh: '不超过 4096 个标签', en: 'at most 4096 tags' }, count);
  within(first, count * entry, directory);
  const tags = new Map<number, TiffTag>();
  for (let index = 0; index < count; index++) {
    const at = first + index * entry;
    const [tag, type] = [view.getUint16(at, little), view.getUint16(at + 2, little)];
    const many = isBig ? wide(at + 4) : view.getUint32(at + 4, little);
    const size = SIZES[type];
    if (size === undefined) throw caseFault({ file, byte: at, at: named(tag) }, { zh: 'TIFF 的数据类型', en: 'a type of TIFF' }, type);
    const held = isBig ? at + 12 : at + 8;
    const from = many * size <= inline ? held : isBig ? wide(held) : view.getUint32(held, little);
    within(from, many * size, named(tag));
    const data = bytes.subarray(from, from + many * size);
    const numbers = type === ASCII ? [] : Array.from({ length: many }, (_, each) => numberAt(view, from + each * size, type, little));
    tags.set(tag, { numbers, text: type === ASCII ? new TextDecoder().decode(data).replace(/\0+$/, '') : '' });
  }
  return tags;
}

function named(tag: number): { readonly zh: string; readonly en: string } {
  return { zh: `标签 ${tag}`, en: `tag ${tag}` };
}

function numberAt(view: DataView, at: number, type: number, little: boolean): number {
  switch (type) {
    case 3:
      return view.getUint16(at, little);
    case 4:
    case 13:
      return view.getUint32(at, little);
    case 5:
      return view.getUint32(at, little) / view.getUint32(at + 4, little);
    case 6:
      return view.getInt8(at);
    case 8:
      return view.getInt16(at, little);
    case 9:
      return view.getInt32(at, little);
    case 10:
      return view.getInt32(at, little) / view.getInt32(at + 4, little);
    case 11:
      return view.getFloat32(at, little);
    case 12:
      return view.getFloat64(at, little);
    case 16:
    case 18:
      return Number(view.getBigUint64(at, little));
    case 17:
      return Number(view.getBigInt64(at, little));
    default:
      return view.getUint8(at);
  }
}
