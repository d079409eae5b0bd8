import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../../../src/', import.meta.url));

/** What a look at the code of each file of the screens finds, each with the name of the file before it. */
export function foundInSource(look: (code: string, name: string) => readonly string[]): readonly string[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  assert.ok(files.length > 300, `${files.length} files read`);
  return files.flatMap((name) => look(readFileSync(`${SOURCE}${name}`, 'utf8'), name).map((found) => `${name}: ${found}`));
}

/** The code from the bracket at `open` to the one that closes it, in one line. */
export function bracketed(code: string, open: number): string {
  let depth = 0;
  for (let at = open; at < code.length; at += 1) {
    if ('({'.includes(code.charAt(at))) depth += 1;
    if (')}'.includes(code.charAt(at)) && --depth === 0) return code.slice(open, at + 1).replace(/\s+/g, ' ');
  }
  return code.slice(open);
}
