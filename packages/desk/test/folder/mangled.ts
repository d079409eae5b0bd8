import type { FolderFiles } from '@westgate/desk';
import fc from 'fast-check';

const piece = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('"', ',', '\n', '\r\n', ';', '{', ']', '\u0000', '\uFEFF', '\uD800', '=1', '1e999', '。', 'null'),
);
const blow = fc.tuple(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), piece);

/** The files with one to three stretches taken out of them, and something else put there. */
export function mangled(files: FolderFiles): fc.Arbitrary<FolderFiles> {
  return fc
    .array(blow, { minLength: 1, maxLength: 3 })
    .map((blows) => blows.reduce((before, [which, where, length, put]) => mangle(before, which, where, length, put), files));
}

/** Takes out a stretch of one file and puts something else there. */
function mangle(files: FolderFiles, which: number, where: number, length: number, put: string): FolderFiles {
  const paths = [...files.keys()];
  const path = paths[which % paths.length] ?? '';
  const text = files.get(path) ?? '';
  const at = Math.floor(where * text.length);
  return new Map(files).set(path, text.slice(0, at) + put + text.slice(at + length));
}
