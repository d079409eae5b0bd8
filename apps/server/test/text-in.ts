import assert from 'node:assert/strict';
import { gunzipSync, inflateRawSync } from 'node:zlib';

/** Every byte of an answer as text: packed tiles and the parts of .xlsx and .docx unpacked. */
export async function textIn(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const plain = bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b])) ? gunzipSync(bytes) : bytes;
  return plain.subarray(0, 2).toString() === 'PK' ? unzipped(plain) : plain.toString('utf8');
}
function unzipped(zip: Buffer): string {
  const texts: string[] = [];
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const [size, header] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const part = zip.subarray(start, start + size);
    texts.push((zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(part) : part).toString('utf8'));
  }
  assert.ok(texts.length > 0, 'the parts of a zip are read');
  return texts.join('\n');
}
