import type { Right } from '@westgate/contract';
import type { Coding } from '../answers/compressed.ts';
import type { KeptAnswer } from '../office/kept-answers.ts';

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
  readonly answer: KeptAnswer;
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

/** Answers as they went out, to be given again as long as they hold; those asked for longest ago go first. */
export class ReadyAnswers {
  readonly #answers = new Map<string, ReadyAnswer>();
  /** How many answers are held of each address. */
  readonly #urls = new Map<string, number>();
  /** Addresses, their numbers left out, of which an answer was held ready before. */
  readonly #shapes = new Set<string>();
  readonly #stands: (answer: KeptAnswer) => boolean;
  #bytes = 0;
  #day = '';

  /** `stands`: whether an answer would be made the same now. */
  constructor(stands: (answer: KeptAnswer) => boolean) {
    this.#stands = stands;
  }

  /** Whether an answer of this address is held, or may be soon: one of an address like it was before. */
  mayHold(url: string): boolean {
    return isHeldAddress(url) && (this.#urls.has(url) || this.#shapes.has(shapeOf(url)));
  }

  /** The answer of a day, where it holds still; null where none is held. */
  of({ url, who }: ReadyFor, day: string): ReadyAnswer | null {
    if (day !== this.#day) return null;
    const key = keyOf(url, who);
    const answer = this.#answers.get(key);
    if (answer === undefined) return null;
    if (!this.#stands(answer.answer)) {
      this.#drop(key, answer);
      return null;
    }
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  /** Holds ready how an answer of a day went out. What was made on another goes. */
  keep(
    { url, who }: ReadyFor,
    day: string,
    { answer: kept, right, form, ready }: Pick<ReadyAnswer, 'answer' | 'right'> & { readonly form: Form; readonly ready: ReadyForm },
  ): void {
    if (day !== this.#day) this.#clear(day);
    if ((ready.body?.length ?? 0) > LARGEST || !isHeldAddress(url)) return;
    const key = keyOf(url, who);
    let answer = this.#answers.get(key);
    if (answer !== undefined && answer.answer !== kept) {
      this.#drop(key, answer);
      answer = undefined;
    }
    if (answer === undefined) {
      answer = { answer: kept, right, forms: new Map() };
      this.#answers.set(key, answer);
      this.#urls.set(url, (this.#urls.get(url) ?? 0) + 1);
      this.#bytes += bytesBeside(key) + kept.bytes.length;
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

  #drop(key: string, { answer, forms }: ReadyAnswer): void {
    const url = key.slice(0, key.indexOf(' '));
    const left = (this.#urls.get(url) ?? 0) - 1;
    if (left > 0) this.#urls.set(url, left);
    else this.#urls.delete(url);
    this.#answers.delete(key);
    this.#bytes -= bytesBeside(key) + answer.bytes.length;
    for (const { body } of forms.values()) this.#bytes -= body?.length ?? 0;
  }

  #clear(day: string): void {
    this.#answers.clear();
    this.#urls.clear();
    this.#bytes = 0;
    this.#day = day;
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
