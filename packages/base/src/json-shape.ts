import type { Said } from './language.ts';

/** What a JSON text may hold. */
export interface JsonLimits {
  /** Lists and objects within each other. */
  readonly depth: number;
  /** Values in all: commas, colons and what opens are counted. */
  readonly count: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Looks through a JSON text, whole or part by part, before it is parsed: how deep it goes and how much it holds. A parser cannot be stopped
 * and takes some hundred times the bytes of a text that is nothing but brackets.
 */
export class JsonShape {
  readonly #limits: JsonLimits;
  #depth = 0;
  #count = 0;
  #isText = false;
  #isEscaped = false;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /** Looks through the next part. What was expected, where the limits are passed; null where they are not. */
  faultIn(part: string): Said | null {
    const { depth, count } = this.#limits;
    for (let at = 0; at < part.length; at += 1) {
      const code = part.charCodeAt(at);
      if (this.#isText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === BACKSLASH) this.#isEscaped = true;
        else if (code === QUOTE) this.#isText = false;
        continue;
      }
      if (code === QUOTE) this.#isText = true;
      else if (code === 0x5b || code === 0x7b) this.#depth += 1;
      else if (code === 0x5d || code === 0x7d) this.#depth -= 1;
      else if (code !== 0x2c && code !== 0x3a) continue;
      this.#count += 1;
      if (this.#depth > depth) return { zh: `嵌套至多 ${depth} 层的 JSON`, en: `JSON at most ${depth} deep` };
      if (this.#count > count) return { zh: `至多 ${count} 个值的 JSON`, en: `JSON of at most ${count} values` };
    }
    return null;
  }
}
