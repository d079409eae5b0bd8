import { setImmediate as turn } from 'node:timers/promises';
import type { SearchResult, ThingKindName } from '@westgate/contract';
import { aimOf, type Register, rowIn, unnoted } from '@westgate/domain';
import { thingOf } from '../present/thing.ts';
import { following } from '../view/standing.ts';
import type { View } from '../view/view.ts';
import { Catalogue, type SearchEntry } from './catalogue.ts';
import { detailOf } from './details.ts';
import { fieldsOf, SEARCHED, type SearchField, type SearchKind } from './fields.ts';
import { findIn, findSince, type Question } from './find.ts';
import { fold, originalSpan } from './fold.ts';
import { bestOf, type Hit } from './hits.ts';
import { Segmenter } from './segmenter.ts';

/** What is looked for. */
export interface SearchAsk {
  readonly q: string;
  readonly kind?: ThingKindName | undefined;
  readonly limit: number;
}

/** Questions whose hits are kept, the last asked for. */
const QUESTIONS_KEPT = 8;
/** Chinese of so many characters may be several words. */
const CUT_FROM = 4;
const HAN_RUN = /^\p{Script=Han}+$/u;

/** What was found in a register. */
interface Held {
  readonly register: WeakRef<Register>;
  readonly question: Question & { readonly isRun: boolean };
  readonly hits: readonly Hit[];
  /** What was looked in: the slots before the end, as they were given. */
  readonly generation: number;
  readonly end: number;
}

const NONE: readonly Hit[] = [];

function phraseOf(q: string): string {
  return fold(q).text.trim();
}

/** Finds records by their texts. What it searches is made ready away from any request, and follows the deeds. */
export class Search {
  readonly #catalogue = new Catalogue();
  readonly #segmenter: Segmenter;
  readonly #answers = new Map<string, Held>();
  #making: Promise<void> | null = null;

  /** `segmenter` may serve several: its dictionary is large. Of what is searched it learns names as words, and tells nobody of them. */
  constructor(segmenter: Segmenter = new Segmenter((error) => process.emitWarning(error))) {
    this.#segmenter = segmenter;
  }

  /** Makes everything ready for `register`, giving way to requests again and again. */
  async prepare(register: Register): Promise<void> {
    this.#making ??= this.#make(register);
    await this.#making;
  }

  /**
   * Records that answer `q`, best first: those where it stands as it is before those where its words stand apart, then what it spells or
   * sounds like, then what is but for a slip; within these names before texts before remarks. Counts are of all hits, whatever `kind` and
   * `limit` say.
   */
  async search(view: View, ask: SearchAsk): Promise<SearchResult> {
    this.#segmenter.wake();
    await this.prepare(view.register);
    const found = await this.#hitsOf(ask.q, view.register);
    const hits = following(
      () => {
        for (const kind of SEARCHED) view.register[kind];
        return found;
      },
      this.#hitsLater(phraseOf(ask.q)),
    );
    const counts = Object.fromEntries(SEARCHED.map((kind) => [kind, 0]));
    for (const { entry } of hits) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
    const wanted = ask.kind === undefined ? hits : hits.filter(({ entry }) => entry.kind === ask.kind);
    return { q: ask.q, counts, items: bestOf(wanted, ask.limit).flatMap((hit) => shownHit(view, hit) ?? []) };
  }

  /** What a question comes to later; made here, where nothing else is held. */
  #hitsLater(phrase: string): (later: View) => readonly Hit[] {
    return (later) => this.#heldHits(phrase, later.register) ?? NONE;
  }

  async #make(register: Register): Promise<void> {
    const steps = this.#catalogue.bring(register);
    while (!unnoted(() => steps.next()).done) await turn();
  }

  #bring(register: Register): void {
    unnoted(() => {
      for (const _step of this.#catalogue.bring(register));
    });
  }

  /** The hits of a question that was asked before, as they are now: those of before, where they come to the same. Null where they are to be looked for anew. */
  #heldHits(phrase: string, register: Register): readonly Hit[] | null {
    const catalogue = this.#catalogue;
    this.#bring(register);
    const held = this.#answers.get(phrase);
    if (held === undefined || held.generation !== catalogue.generation) return null;
    const end = catalogue.entries.length;
    if (held.register.deref() === register && held.end === end) return held.hits;
    // What Chinese is cut into hangs on all names.
    if (held.question.isRun) return null;
    const isHeld = (entry: SearchEntry): boolean => catalogue.isHeld(entry);
    const hits = findSince(held.hits, held.question, { isHeld, put: catalogue.putSince(held.end) });
    if (hits !== null) this.#answers.set(phrase, { ...held, register: new WeakRef(register), hits, end });
    return hits;
  }

  async #hitsOf(q: string, register: Register): Promise<readonly Hit[]> {
    const phrase = phraseOf(q);
    if (phrase === '') return NONE;
    const held = this.#heldHits(phrase, register);
    if (held) return held;
    const words = phrase.split(' ');
    const [only = ''] = words;
    const isRun = words.length === 1 && only.length >= CUT_FROM && HAN_RUN.test(only);
    const cut = isRun ? await this.#segmenter.cut(only, this.#catalogue.takeNames()) : [];
    // Another deed may have been done meanwhile.
    this.#bring(register);
    const question = { phrase, words, cut: cut.some((word) => word.length > 1) ? cut : [], isRun };
    const hits = findIn(this.#catalogue, question);
    const { generation, entries } = this.#catalogue;
    this.#answers.delete(phrase);
    this.#answers.set(phrase, { register: new WeakRef(register), question, hits, generation, end: entries.length });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > QUESTIONS_KEPT && oldest !== undefined) this.#answers.delete(oldest);
    return hits;
  }
}

/** A hit as it is shown; null where the record is not in the view. */
function shownHit(view: View, hit: Hit): SearchResult['items'][number] | null {
  const { kind, id } = hit.entry;
  const match = matchOf(fieldsIn(view.register, kind, id), hit);
  return (
    match && {
      thing: thingOf(view.register, kind, id),
      match: { kind: hit.kind, ...match },
      ...detailOf(view, kind, id),
      aim: aimOf(view.register, kind, id),
    }
  );
}

function fieldsIn<K extends SearchKind>(register: Register, kind: K, id: string): readonly SearchField[] {
  const row = rowIn(register, kind, id);
  return row === undefined ? [] : fieldsOf(kind, row);
}

/** The field that was hit and the stretch of it, in its own letters. */
function matchOf(fields: readonly SearchField[], hit: Hit): Omit<SearchResult['items'][number]['match'], 'kind'> | null {
  const before = hit.entry.text.slice(0, hit.start);
  const field = fields[before.split('\n').length - 1];
  const lineStart = before.lastIndexOf('\n') + 1;
  if (!field) return null;
  const span = originalSpan(fold(field.original), hit.start - lineStart, hit.end - lineStart);
  return { text: field.original, language: field.language, ...span };
}
