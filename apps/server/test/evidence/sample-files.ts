import { crc32, deflateRawSync } from 'node:zlib';

/** A PNG of one pixel. */
export function png(): Buffer {
  return Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
}

/** A JPEG of one pixel's frame, with its end. */
export function jpeg(): Buffer {
  const app = Buffer.from([0xff, 0xe0, 0, 4, 1, 2]);
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, frame, Buffer.from([0xff, 0xda, 0, 2, 0x12, 0xff, 0xd9])]);
}

/** A WebP of one pixel's head. */
export function webp(): Buffer {
  const body = Buffer.alloc(30);
  body.write('RIFF', 0);
  body.writeUInt32LE(22, 4);
  body.write('WEBPVP8X', 8);
  return body;
}

/** The smallest PDF that says where its parts are. */
export function pdf(words = 'sheet'): Buffer {
  return Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${words}\nxref\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`);
}

/** A part of an archive; `says`: the length it claims to unpack to. */
export interface Part {
  readonly name: string;
  readonly content: Buffer;
  readonly says?: number;
  readonly flags?: number;
}

/** A zip archive of these parts. */
export function zip(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, content, says = content.length, flags = 0 } of parts) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(flags, 8);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(crc32(content), 16);
    head.writeUInt32LE(packed.length, 20);
    head.writeUInt32LE(says, 24);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    head.writeUInt32LE(at, 42);
    entries.push(head, Buffer.from(name));
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), head.subarray(6, 32), Buffer.from(name), packed]);
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const TYPES = { name: '[Content_Types].xml', content: Buffer.from('<Types/>') };

/** A Word file with these parts beside those it needs. */
export function docx(...more: readonly Part[]): Buffer {
  return zip([TYPES, { name: 'word/document.xml', content: Buffer.from('<w:document/>') }, ...more]);
}

/** An Excel file. */
export function xlsx(...more: readonly Part[]): Buffer {
  return zip([TYPES, { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }, ...more]);
}
