import { parentPort } from 'node:worker_threads';
import { invariant } from '@westgate/base';
import { add_word, cut } from 'jieba-wasm';

/** A text to cut, and names that are words from now on. */
export interface CutQuestion {
  readonly id: number;
  readonly text: string;
  readonly names: readonly string[];
}

/** The words of the text with the same number. */
export interface CutAnswer {
  readonly id: number;
  readonly words: readonly string[];
}

const port = parentPort;
invariant(port, 'this file runs as a worker');
port.on('message', ({ id, text, names }: CutQuestion) => {
  for (const name of names) add_word(name);
  const answer: CutAnswer = { id, words: cut(text, true) };
  port.postMessage(answer);
});
