import { isBlank } from '../characters.ts';
import { foldText } from './fold-text.ts';

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value: Value | null;
}

/** Words found in a text, with what they mean. `end` is exclusive. */
export interface TreeMatch<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

const LATIN = /[\p{Script=Latin}\p{N}]/u;

/**
 * Words and phrases, looked up where they stand in a folded text; the longest that fits is taken. A blank of a phrase stands for any run of
 * white space. Words of Latin letters are found as whole words only. Of equal words the first added holds.
 */
export class WordTree<Value> {
  readonly #root: Node<Value> = { next: new Map(), value: null };

  add(words: string, value: Value): void {
    let node = this.#root;
    for (const character of foldText(words.trim()).replaceAll(/\s+/g, ' ').split('')) {
      const next: Node<Value> = node.next.get(character) ?? { next: new Map(), value: null };
      node.next.set(character, next);
      node = next;
    }
    if (node !== this.#root) node.value ??= value;
  }

  /** The longest words that begin at `start` of a folded text and end by `end`; null where there are none. */
  at(text: string, start: number, end = text.length): TreeMatch<Value> | null {
    if (isInsideWord(text, start)) return null;
    let found: TreeMatch<Value> | null = null;
    let node: Node<Value> | undefined = this.#root;
    let position = start;
    while (position < end) {
      const character = text.charAt(position);
      node = node.next.get(isBlank(character) ? ' ' : character);
      if (node === undefined) break;
      position += 1;
      if (isBlank(character)) while (position < end && isBlank(text.charAt(position))) position += 1;
      if (node.value !== null && !isInsideWord(text, position)) found = { start, end: position, value: node.value };
    }
    return found;
  }

  /** The first words from `start` on that end by `end`, the longest there. */
  first(text: string, start: number, end: number): TreeMatch<Value> | null {
    for (let position = start; position < end; position += 1) {
      const match = this.at(text, position, end);
      if (match !== null) return match;
    }
    return null;
  }

  /** All words between `start` and `end`, from left to right, none over another. */
  all(text: string, start: number, end: number): readonly TreeMatch<Value>[] {
    const matches: TreeMatch<Value>[] = [];
    let match = this.first(text, start, end);
    while (match !== null) {
      matches.push(match);
      match = this.first(text, match.end, end);
    }
    return matches;
  }
}

/** True between two Latin letters or figures: a word neither begins nor ends there. */
function isInsideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && LATIN.test(text.charAt(at)) && LATIN.test(text.charAt(at - 1));
}
