import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';

const DIRECTORY_END = 0x06054b50;

/** The parts of a zip by name, as text; as the directory at its end lists them. */
export function partsOfZip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  let end = zip.length - 22;
  while (end > 0 && zip.readUInt32LE(end) !== DIRECTORY_END) end -= 1;
  assert.ok(end > 0, 'the directory of the zip');
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const held = zip.subarray(start, start + packed);
    parts.set(name, (method === 0 ? held : inflateRawSync(held)).toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** The paragraphs of a part of a Word document, as a reader sees them. */
export function paragraphsOf(xml: string | undefined): readonly string[] {
  assert.ok(xml, 'the part is there');
  return xml.split('</w:p>').map((paragraph) => {
    const texts = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1] ?? '');
    return texts
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&');
  });
}
