import { type Register, type Row, rowChanges } from '@westgate/domain';
import { fieldsOf, SEARCHED, type SearchField, type SearchKind } from './fields.ts';
import { foldText } from './fold.ts';
import { initialsOf, lettersOf } from './readings.ts';

/** A record that can be found. */
export interface SearchEntry {
  readonly kind: SearchKind;
  readonly id: string;
  /** All its texts, folded, one a line, in the order of {@link fieldsOf}. */
  readonly text: string;
  /** Where in `text` its own words begin, behind the names, and where the remarks do. */
  readonly wordsFrom: number;
  readonly remarksFrom: number;
  /** The Chinese name, folded; empty where it has none. It is the beginning of `text`. */
  readonly chinese: string;
}

/** Words of the names kept for cutting Chinese. */
const MOST_WORDS = 20_000;
/** Changed records of a kind beyond which all are gone through. */
const FEW = 500;
/** Records put in before others get their turn. */
const STEP = 400;
const RUNS_OF_HAN = /\p{Script=Han}{2,12}/gu;
const LATIN_WORDS = /[a-z]{3,}/g;

/** Everything that can be found, by slot. A record that changes gets a new slot; the lists keep the old one until they are made anew. */
export class Catalogue {
  /** Null in a slot that is no longer held. */
  readonly entries: (SearchEntry | null)[] = [];
  /** Bits of the first letters, and of all letters, that spell the Chinese name. */
  readonly initials: number[] = [];
  readonly letters: number[] = [];
  /** Slots by Latin word of the names and texts, and by character of the Chinese name. */
  readonly words = new Map<string, number[]>();
  readonly characters = new Map<string, number[]>();
  /** Another one where all slots were given anew. */
  generation = 0;
  readonly #slots = new Map<string, number>();
  readonly #tables = new Map<SearchKind, ReadonlyMap<string, unknown>>();
  #newNames = new Set<string>();
  readonly #names = new Set<string>();

  /** Brings it to `register`, a few hundred records a step: whoever runs the steps may let others have their turn between them. */
  *bring(register: Register): Generator<void> {
    if (this.entries.length > 20_000 && this.#slots.size < this.entries.length * 0.7) this.#clear();
    for (const kind of SEARCHED) yield* this.#bringKind(register, kind);
  }

  /** Whether an entry is still what is found of its record. */
  isHeld(entry: SearchEntry): boolean {
    return this.entries[this.#slots.get(`${entry.kind}:${entry.id}`) ?? -1] === entry;
  }

  /** What was put in from a slot on, without its words and characters, by which slips are found. */
  putSince(slot: number): Pick<Catalogue, 'entries' | 'initials' | 'letters' | 'words' | 'characters'> {
    const [entries, initials, letters] = [this.entries.slice(slot), this.initials.slice(slot), this.letters.slice(slot)];
    return { entries, initials, letters, words: new Map(), characters: new Map() };
  }

  /** Runs of Chinese characters in names that came in since this was last asked. */
  takeNames(): readonly string[] {
    const names = [...this.#newNames];
    this.#newNames = new Set();
    return names;
  }

  *#bringKind<K extends SearchKind>(register: Register, kind: K): Generator<void> {
    const rows: ReadonlyMap<string, Row<K>> = register[kind];
    const before = this.#tables.get(kind);
    if (before === rows) return;
    const few = before && rowChanges(before, rows, 'rows', FEW);
    if (few) {
      for (const { key } of few) this.#set(kind, key, rows.get(key) ?? null);
    } else {
      let put = 0;
      for (const [id, row] of rows) {
        if (before?.get(id) === row) continue;
        this.#set(kind, id, row);
        put += 1;
        if (put % STEP === 0) yield;
      }
      for (const id of before?.keys() ?? []) if (!rows.has(id)) this.#drop(kind, id);
    }
    this.#tables.set(kind, rows);
  }

  /** A record of which the same is found as before keeps its slot. */
  #set<K extends SearchKind>(kind: K, id: string, row: Row<K> | null): void {
    const entry = row && entryOf(kind, id, fieldsOf(kind, row));
    const held = this.entries[this.#slots.get(`${kind}:${id}`) ?? -1];
    if (entry && held && areAlike(entry, held)) return;
    this.#drop(kind, id);
    if (entry) this.#put(entry);
  }

  #put(entry: SearchEntry): void {
    const { kind, id, chinese } = entry;
    const slot = this.entries.push(entry) - 1;
    this.#slots.set(`${kind}:${id}`, slot);
    const isNamed = kind !== 'sentence';
    this.initials.push(isNamed ? initialsOf(chinese) : 0);
    this.letters.push(isNamed ? lettersOf(chinese) : 0);
    for (const character of new Set(chinese)) add(this.characters, character, slot);
    for (const word of new Set(entry.text.slice(0, entry.remarksFrom).match(LATIN_WORDS))) add(this.words, word, slot);
    if (isNamed) for (const [run] of chinese.matchAll(RUNS_OF_HAN)) this.#learn(run);
  }

  #learn(run: string): void {
    if (this.#names.size >= MOST_WORDS || this.#names.has(run)) return;
    this.#names.add(run);
    this.#newNames.add(run);
  }

  #drop(kind: SearchKind, id: string): void {
    const key = `${kind}:${id}`;
    const slot = this.#slots.get(key);
    if (slot === undefined) return;
    this.entries[slot] = null;
    this.#slots.delete(key);
  }

  #clear(): void {
    this.generation += 1;
    for (const list of [this.entries, this.initials, this.letters]) list.length = 0;
    for (const map of [this.words, this.characters, this.#slots, this.#tables]) map.clear();
  }
}

function entryOf(kind: SearchKind, id: string, fields: readonly SearchField[]): SearchEntry {
  const lines = fields.map(({ original }) => foldText(original));
  const lengthOf = (count: number): number => lines.slice(0, count).reduce((sum, line) => sum + line.length + 1, 0);
  const names = fields.filter(({ weight }) => weight === 'name').length;
  const remarks = fields.filter(({ weight }) => weight === 'remark').length;
  return {
    kind,
    id,
    text: lines.join('\n'),
    wordsFrom: lengthOf(names),
    remarksFrom: lengthOf(lines.length - remarks),
    chinese: fields[0]?.language === 'zh' ? (lines[0] ?? '') : '',
  };
}

function areAlike(a: SearchEntry, b: SearchEntry): boolean {
  return a.text === b.text && a.wordsFrom === b.wordsFrom && a.remarksFrom === b.remarksFrom && a.chinese === b.chinese;
}

function add(lists: Map<string, number[]>, key: string, slot: number): void {
  const list = lists.get(key);
  if (list) list.push(slot);
  else lists.set(key, [slot]);
}
