import type { Right } from '@westgate/contract';
import type { Coding } from '../answers/compressed.ts';

/** Bytes of all answers that are held ready, and of the largest. */
const [MOST_BYTES, LARGEST] = [16 * 1024 * 1024, 512 * 1024];
/** Forms of addresses that are remembered. */
const MOST_SHAPES = 5_000;
/** Every address of the API begins so; a longer one is nobody's of ours, and would be remembered for nothing. */
const BEGINS = '/api/v1/';
const LONGEST_ADDRESS = 2_000;
/** Bytes that an answer takes beside its body and its address, about. */
const BESIDE = 3_000;

/** How an answer goes out: that the caller holds it already, as it is, or packed. */
export type Form = 'held' | 'plain' | Coding;

/** An answer in one form: its head, names and values in turns, without what is of one request, and its body. */
export interface ReadyForm {
  readonly head: readonly string[];
  readonly body: Buffer | null;
}

/** An answer that was given, in the forms it was given in. */
export interface ReadyAnswer {
  readonly tag: string;
  /** What its address asks for. */
  readonly right: Right;
  readonly forms: Map<Form, ReadyForm>;
}

/** Whom an answer was given, and to what. */
export interface ReadyFor {
  readonly url: string;
  /** Whose answer it is: one's, or that of all that are answered alike. */
  readonly who: string;
}

/** Answers as they went out, to be given again at the same moment; those asked for longest ago go first. */
export class ReadyAnswers {
  readonly #answers = new Map<string, ReadyAnswer>();
  /** How many answers are held of each address. */
  readonly #urls = new Map<string, number>();
  /** Addresses, their numbers left out, of which an answer was held ready before. */
  readonly #shapes = new Set<string>();
  #bytes = 0;
  #moment = '';

  /** Whether an answer of this address is held, or may be soon: one of an address like it was before. */
  mayHold(url: string, moment: string): boolean {
    if (!isHeldAddress(url)) return false;
    return (moment === this.#moment && this.#urls.has(url)) || this.#shapes.has(shapeOf(url));
  }

  /** The answer of `moment`; null where none is held. */
  of({ url, who }: ReadyFor, moment: string): ReadyAnswer | null {
    if (moment !== this.#moment) return null;
    const key = keyOf(url, who);
    const answer = this.#answers.get(key);
    if (answer === undefined) return null;
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  /** Holds ready how an answer of `moment` went out. What was made at another moment goes: it may tell what nobody may know any more. */
  keep(
    { url, who }: ReadyFor,
    moment: string,
    { tag, right, form, ready }: Pick<ReadyAnswer, 'tag' | 'right'> & { readonly form: Form; readonly ready: ReadyForm },
  ): void {
    if (moment !== this.#moment) this.#clear(moment);
    if ((ready.body?.length ?? 0) > LARGEST || !isHeldAddress(url)) return;
    const key = keyOf(url, who);
    let answer = this.#answers.get(key);
    if (answer !== undefined && answer.tag !== tag) {
      this.#drop(key, answer);
      answer = undefined;
    }
    if (answer === undefined) {
      answer = { tag, right, forms: new Map() };
      this.#answers.set(key, answer);
      this.#urls.set(url, (this.#urls.get(url) ?? 0) + 1);
      this.#bytes += bytesBeside(key);
      if (this.#shapes.size >= MOST_SHAPES) this.#shapes.clear();
      this.#shapes.add(shapeOf(url));
    }
    if (answer.forms.has(form)) return;
    answer.forms.set(form, ready);
    this.#bytes += ready.body?.length ?? 0;
    for (const [oldest, each] of this.#answers) {
      if (this.#bytes <= MOST_BYTES) break;
      this.#drop(oldest, each);
    }
  }

  #drop(key: string, { forms }: ReadyAnswer): void {
    const url = key.slice(0, key.indexOf(' '));
    const left = (this.#urls.get(url) ?? 0) - 1;
    if (left > 0) this.#urls.set(url, left);
    else this.#urls.delete(url);
    this.#answers.delete(key);
    this.#bytes -= bytesBeside(key);
    for (const { body } of forms.values()) this.#bytes -= body?.length ?? 0;
  }

  #clear(moment: string): void {
    this.#answers.clear();
    this.#urls.clear();
    this.#bytes = 0;
    this.#moment = moment;
  }
}

/** No address holds a blank. */
function keyOf(url: string, who: string): string {
  return `${url} ${who}`;
}

function isHeldAddress(url: string): boolean {
  return url.length <= LONGEST_ADDRESS && url.startsWith(BEGINS);
}

/** What an address is like: `deeds/#`. */
function shapeOf(url: string): string {
  return url.slice(BEGINS.length).replaceAll(/\d+/g, '#');
}

function bytesBeside(key: string): number {
  return key.length * 2 + BESIDE;
}
