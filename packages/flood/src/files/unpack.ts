import { gunzipSync, inflateRawSync } from 'node:zlib';
import { caseFault } from '../cases/fault.ts';

/** Bytes of a file after unpacking, at most: a grid of 40 million cells of twelve signs. */
const MOST_UNPACKED = 480_000_000;
/** Deflate makes nothing smaller than by so much. */
const MOST_PACKED = 1_032;

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** What a .gz file holds: one member, whole. The size that it says is taken before any memory is, no more than that is unpacked, and its check sum has to fit. */
export function ungzip(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
    throw caseFault({ file, byte: 0 }, { zh: 'gzip 文件头 1f 8b', en: 'the head of gzip, 1f 8b' }, firstBytes(bytes));
  if (bytes.length < 18)
    throw caseFault({ file, byte: bytes.length }, { zh: '完整的 gzip 文件', en: 'a whole gzip file' }, sized(bytes.length));
  const view = viewOf(bytes);
  const size = view.getUint32(bytes.length - 4, true);
  if (size > bytes.length * MOST_PACKED)
    throw caseFault(
      { file, byte: bytes.length - 4 },
      { zh: '完整的 gzip 文件，末尾是解压后的大小', en: 'a whole gzip file, which ends with its size when unpacked' },
      { zh: `${size} 字节，不可能：文件可能不完整`, en: `${size} bytes, which cannot be: it may have been cut off` },
    );
  refuseLarge(size, file);
  return inflated(file, 0, size, view.getUint32(bytes.length - 8, true), () => gunzipSync(bytes, upTo(size)));
}

export interface ZipMember {
  readonly name: string;
  readonly read: () => Uint8Array;
}

/** The files in a .zip file, by its directory; none is unpacked before it is asked for. */
export function zipMembers(bytes: Uint8Array, file: string): readonly ZipMember[] {
  const view = viewOf(bytes);
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - 65_557) && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50)
    throw caseFault(
      { file, byte: bytes.length },
      { zh: 'zip 文件末尾的目录', en: 'the directory at the end of a zip file' },
      { zh: '没有', en: 'none' },
    );
  const members: ZipMember[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw caseFault(
        { file, byte: at },
        { zh: 'zip 目录的一项', en: 'an entry of the zip directory' },
        { zh: '其他内容', en: 'something else' },
      );
    const [method, crc, packed, size] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 16, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ];
    const [nameLength, extra, remark, head] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
      view.getUint32(at + 42, true),
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    members.push({ name, read: () => memberOf(bytes, { file: `${file}/${name}`, method, crc, packed, size, head }) });
    at += 46 + nameLength + extra + remark;
  }
  return members;
}

interface Packed {
  readonly file: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly head: number;
}

function memberOf(bytes: Uint8Array, { file, method, crc, packed, size, head }: Packed): Uint8Array {
  refuseLarge(size, file);
  const view = viewOf(bytes);
  if (head + 30 > bytes.length || view.getUint32(head, true) !== 0x04034b50)
    throw caseFault(
      { file, byte: head },
      { zh: 'zip 成员的文件头', en: 'the head of a zip member' },
      { zh: '其他内容', en: 'something else' },
    );
  const from = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
  if (from + packed > bytes.length) throw caseFault({ file, byte: from }, sized(packed), sized(Math.max(0, bytes.length - from)));
  const data = bytes.subarray(from, from + packed);
  if (method !== 0 && method !== 8)
    throw caseFault({ file, byte: head }, { zh: '压缩方式 0 或 8', en: 'method of packing 0 or 8' }, method);
  return inflated(file, from, size, crc, () => (method === 0 ? data : inflateRawSync(data, upTo(size))));
}

/** Unpacking ends where there is more than was said. */
function upTo(size: number) {
  return { maxOutputLength: Math.max(1, size) };
}

function inflated(file: string, byte: number, size: number, crc: number, unpack: () => Uint8Array): Uint8Array {
  let data: Uint8Array;
  try {
    data = unpack();
  } catch (error) {
    throw caseFault(
      { file, byte },
      { zh: '完整的压缩数据', en: 'packed data that is whole' },
      error instanceof Error ? error.message : error,
    );
  }
  if (data.length !== size) throw caseFault({ file, byte }, sized(size), sized(data.length));
  const sum = crcOf(data);
  if (sum !== crc)
    throw caseFault(
      { file, byte },
      { zh: `校验和 ${hex(crc)}`, en: `the check sum ${hex(crc)}` },
      { zh: `${hex(sum)}：文件已损坏`, en: `${hex(sum)}: the file is damaged` },
    );
  return data;
}

function refuseLarge(size: number, file: string): void {
  if (size > MOST_UNPACKED)
    throw caseFault(
      { file },
      { zh: `解压后不超过 ${MOST_UNPACKED} 字节`, en: `at most ${MOST_UNPACKED} bytes when unpacked` },
      sized(size),
    );
}

function crcOf(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The first bytes of a file, for who has to find out what it is. */
export function firstBytes(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(' ') || '0';
}

/** A count of bytes, in words. */
export function sized(bytes: number): { readonly zh: string; readonly en: string } {
  return { zh: `${bytes} 字节`, en: bytes === 1 ? '1 byte' : `${bytes} bytes` };
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
