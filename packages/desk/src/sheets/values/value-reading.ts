import { bareText } from '../common/flat-text.ts';
import { faultAt } from '../common/sheet-fault.ts';
import type { SheetFault } from '../common/sheet-field.ts';
import type { SheetGrid } from '../common/sheet-grid.ts';
import type { UnknownName } from './value-sheet.ts';
import type { TermBook, TermName, ValueTerms } from './value-terms.ts';

/** Sums and means of others: they are worked out again and not kept. */
const SUM = /^(?:小计|合计|总计|共计|累计|平均|均值|全部平均|subtotal|grandtotal|total|sum|average|mean)s?$/u;
/** Characters of such a name. */
const MOST_SUM = 20;
/** Names that proposals are made for, and proposals of each. */
const MOST_NAMES = 200;
const MOST_PROPOSED = 5;
/** Cells that are told of an unknown name. */
const MOST_CELLS = 100;
/** The least share of pairs of letters that two names have alike. */
const LEAST_ALIKE = 0.4;

const EXPECTED: Readonly<Record<TermName, string>> = {
  indicator: 'an indicator of the district, by id or name',
  place: 'a place of the district, by id or name',
  source: 'a source of the district, by id or title',
};
const UNKNOWN = { indicator: 'unknown-indicator', place: 'unknown-place', source: 'unknown-source' } as const;

/** What is known while a sheet of values is read. */
export interface ValueReading {
  readonly grid: SheetGrid;
  /** What the sheet is of as a whole, where a row or column names none: what stands above the head, or a person said. */
  readonly period: string | null;
  readonly year: string | null;
  readonly indicator: string | null;
  readonly source: string | null;
  readonly unit: string | null;
  /** The record that a name means; null for no name and none of the whole. */
  find(kind: TermName, text: string, cell: string): Found;
  /** The same without a word about what is not known. */
  meant: TermBook;
  isSum(text: string): boolean;
  /** The unit of an indicator, by its code and names. */
  unitsOf(indicator: string): readonly string[];
}

export type Found = { readonly id: string } | { readonly whole: true } | { readonly fault: SheetFault } | null;

/** Notes names that are not known, and finds those that are. */
export class Names {
  readonly #terms: ValueTerms;
  readonly #book: TermBook;
  readonly #unknown = new Map<string, { readonly kind: TermName; readonly name: string; readonly cells: string[] }>();

  constructor(terms: ValueTerms, book: TermBook) {
    this.#terms = terms;
    this.#book = book;
  }

  find(kind: TermName, text: string, cell: string): Found {
    const meant = this.#book(kind, text);
    if (meant === null) return { fault: this.#note(kind, text, cell, faultAt('faulty', UNKNOWN[kind], cell, EXPECTED[kind], text)) };
    if ('several' in meant)
      return { fault: this.#note(kind, text, cell, faultAt('faulty', 'several-meant', cell, `one of ${meant.several.join(', ')}`, text)) };
    return meant;
  }

  /** The names that were not known, each with what it may mean. */
  get unknown(): readonly UnknownName[] {
    return [...this.#unknown.values()].map(({ kind, name, cells }, index) => ({
      kind,
      name,
      cells,
      proposed: index < MOST_NAMES ? this.#proposed(kind, name) : [],
    }));
  }

  #note(kind: TermName, name: string, cell: string, fault: SheetFault): SheetFault {
    const key = `${kind} ${bareText(name)}`;
    const held = this.#unknown.get(key) ?? { kind, name, cells: [] };
    if (held.cells.length < MOST_CELLS && held.cells.at(-1) !== cell) held.cells.push(cell);
    this.#unknown.set(key, held);
    return fault;
  }

  #proposed(kind: TermName, name: string): readonly string[] {
    const meant = this.#book(kind, name);
    if (meant !== null && 'several' in meant) return meant.several;
    const asked = pairsOf(name);
    return this.#terms[kind]
      .map(({ id, names }) => ({
        id,
        alike: Math.max(0, ...names.map((each) => (isSlipOf(name, each) ? SLIP : alike(asked, pairsOf(each))))),
      }))
      .filter(({ alike: share }) => share >= LEAST_ALIKE)
      .sort((a, b) => b.alike - a.alike)
      .slice(0, MOST_PROPOSED)
      .map(({ id }) => id);
  }
}

export function isSum(text: string): boolean {
  return text.length <= MOST_SUM && SUM.test(bareText(text));
}

function pairsOf(text: string): ReadonlySet<string> {
  const bare = bareText(text);
  return new Set(bare.length < 2 ? [bare] : Array.from({ length: bare.length - 1 }, (_, at) => bare.slice(at, at + 2)));
}

/** What a name counts for that differs by one letter. */
const SLIP = 0.9;

/** Whether two names of as many letters, three at least, differ by one of them: 白全街道 for 白泉街道, of which few pairs are alike. */
function isSlipOf(one: string, other: string): boolean {
  const [letters, others] = [[...bareText(one)], [...bareText(other)]];
  return letters.length >= 3 && letters.length === others.length && letters.filter((letter, at) => letter !== others[at]).length === 1;
}

/** The share of pairs of letters that two names have alike, 0 to 1, of the shorter one. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const same = [...one].filter((pair) => other.has(pair)).length;
  return same / Math.max(1, Math.min(one.size, other.size)) - 0.1 * (1 - same / Math.max(one.size, other.size));
}
