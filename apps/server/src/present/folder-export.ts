import { folderPieces } from '@westgate/desk';
import type { View } from '../view.ts';

/** The district as the files of its folder, as the text of the answer piece by piece. */
export function* exportPieces({ register, seq }: View): Generator<string> {
  yield `{"seq":${seq},"files":{`;
  let last: string | null = null;
  for (const { path, text } of folderPieces(register)) {
    if (path !== last) yield `${last === null ? '' : '",'}${JSON.stringify(path)}:"`;
    last = path;
    yield JSON.stringify(text).slice(1, -1);
  }
  yield last === null ? '}}' : '"}}';
}
