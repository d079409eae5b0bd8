import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';

/** The files of a zip archive by name, read from its directory at the end (APPNOTE 4.3.12), with their sums checked. */
export function zipFiles(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.length - 22;
  assert.equal(zip.readUInt32LE(end), 0x06054b50, 'the end of the directory stands last');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [packed, bytes, name] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const begins = zip.readUInt32LE(at + 42) + 30 + name;
    const content = inflateRawSync(zip.subarray(begins, begins + packed));
    assert.equal(content.length, bytes);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), content);
    at += 46 + name;
  }
  return files;
}
