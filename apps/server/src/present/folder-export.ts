import { folderPieces } from '@westgate/desk';
import type { Register } from '@westgate/domain';

/** The district as the files of its folder after the deed `seq`, as the text of the answer piece by piece. */
export function* exportPieces(register: Register, seq: number): Generator<string> {
  yield `{"seq":${seq},"files":{`;
  let last: string | null = null;
  for (const { path, text } of folderPieces(register)) {
    if (path !== last) yield `${last === null ? '' : '",'}${JSON.stringify(path)}:"`;
    last = path;
    yield JSON.stringify(text).slice(1, -1);
  }
  yield last === null ? '}}' : '"}}';
}
