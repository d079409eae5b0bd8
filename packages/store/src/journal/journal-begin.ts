import { createHash } from 'node:crypto';
import { canonicalJson, type InstantString } from '@westgate/base';
import type { Head } from './deed.ts';
import { jsonOf } from './json-of.ts';

/**
 * What the first line of a segment says where the one before it may still be written to by a former owner of the folder: how far that one
 * is read. It is no deed, and no deed's hash covers it, so that deeds written again as another journal keep their hashes.
 */
export interface Beginning extends Head {
  /** The segment before, as seen from the data folder. */
  readonly after: string;
  /** The first byte of the segment before that is not read any more: behind the line of the deed `seq`, whose hash is `hash`. */
  readonly bytes: number;
  /** The owner that began the segment: its fencing number, a hyphen, its id. */
  readonly owner: string;
  readonly at: InstantString;
}

/** No deed's line begins so: a Westgate that does not know of owners finds this line damaged, and writes nothing. */
const WORD = 'begins ';
const JSON_AT = WORD.length + 64 + 1;

/** The line `begins <hash> <json>\n`; its hash covers the hash of the last deed and the JSON. */
export function beginningLine(beginning: Beginning): Buffer {
  const json = canonicalJson(jsonOf(beginning));
  return Buffer.from(`${WORD}${hashOf(beginning.hash, json)} ${json}\n`);
}

/** Whether a segment begins with such a line, sound or not. */
export function isBeginning(bytes: Buffer): boolean {
  return bytes.subarray(0, WORD.length).equals(Buffer.from(WORD));
}

/** What a line (without its end) says; null where it is not as it was written. */
export function parseBeginning(line: Buffer): Beginning | null {
  try {
    const json = line.toString('utf8', JSON_AT);
    const found = JSON.parse(json) as Beginning;
    const isWhole = isBeginning(line) && line.toString('latin1', WORD.length, JSON_AT - 1) === hashOf(found.hash, json);
    return isWhole && Number.isSafeInteger(found.bytes) && found.bytes >= 0 ? found : null;
  } catch {
    return null;
  }
}

function hashOf(deedHash: string, json: string): string {
  return createHash('sha256').update(deedHash, 'latin1').update(json).digest('hex');
}
