import { districtOf, type Register } from '@westgate/domain';
import { bareText } from '../common/flat-text.ts';
import { bareHead } from '../common/head-words.ts';
import { numberMark } from '../common/number-mark.ts';

/** What a value is of, and where it was read: what names in a sheet stand for. */

export type TermName = 'indicator' | 'place' | 'source';

/** A record by its names. */
interface Term {
  readonly id: string;
  readonly names: readonly string[];
}

/** What of a district a sheet of values is understood by. */
export interface ValueTerms {
  /** `units`: the code of its unit, and what that is called. */
  readonly indicator: readonly (Term & { readonly units: readonly string[] })[];
  readonly place: readonly Term[];
  readonly source: readonly Term[];
  /** Names of the whole district. */
  readonly whole: readonly string[];
}

/** What a person says a name in a sheet stands for. */
export interface NameSaid {
  readonly kind: TermName;
  readonly name: string;
  readonly id: string;
}

/** What a name stands for: the id of a record, `whole` for the whole district, several ids that share it, or nothing that is known. */
type Meant = { readonly id: string } | { readonly whole: true } | { readonly several: readonly string[] } | null;

/** Finds records by what a sheet calls them. */
export type TermBook = (kind: TermName, text: string) => Meant;

/** What the whole is called beside the name of the district. */
const WHOLE = ['全区', '全县', '全市', '全域', '区级', '本区', '全区域', 'whole district', 'district', 'the district', 'whole'];
/** What offices leave out at the end of a place's name. */
const PLACE_END = /(?:街道办事处|街道办|街道|地区|社区|镇|乡|小区|院)$|\s*(?:subdistrict|street|community|town|township)$/iu;

/** The terms of a district. */
export function valueTerms(register: Register): ValueTerms {
  const district = districtOf(register);
  const namesOf = (...names: readonly (string | null)[]): readonly string[] => names.flatMap((name) => name ?? []);
  return {
    indicator: [...register.indicator.values()].map(({ id, name_zh, name_en, unit }) => {
      const named = district?.units[unit];
      return { id, names: namesOf(name_zh, name_en), units: namesOf(unit, named?.zh ?? null, named?.en ?? null) };
    }),
    place: [...register.place.values()].map(({ id, name_zh, name_en }) => ({ id, names: namesOf(name_zh, name_en) })),
    source: [...register.source.values()].map(({ id, title }) => ({ id, names: [title] })),
    whole: [...WHOLE, ...namesOf(district?.name_zh ?? null, district?.name_en ?? null)],
  };
}

/**
 * Finds by id, by name in either language, by what a person said, and where none of these fits without a number before it and brackets behind it, and a place without what its kind is
 * called. A name that several records have is told as such.
 */
export function termBook(terms: ValueTerms, said: readonly NameSaid[]): TermBook {
  const books = {
    indicator: bookOf(terms.indicator, said, 'indicator'),
    place: bookOf(terms.place, said, 'place'),
    source: bookOf(terms.source, said, 'source'),
  };
  const whole = new Set(terms.whole.map(bareText));
  const known = { indicator: new Map<string, Meant>(), place: new Map<string, Meant>(), source: new Map<string, Meant>() };
  const look = (kind: TermName, text: string): Meant => {
    const found = books[kind].find(text);
    if (found !== null || kind !== 'place') return found;
    return whole.has(bareText(text)) || whole.has(bareHead(text)) ? { whole: true } : null;
  };
  return (kind, text) => {
    const held = known[kind].get(text);
    if (held !== undefined) return held;
    const meant = look(kind, text);
    known[kind].set(text, meant);
    return meant;
  };
}

function bookOf(terms: readonly Term[], said: readonly NameSaid[], kind: TermName): { readonly find: (text: string) => Meant } {
  const ids = new Map(terms.map(({ id }) => [id, id]));
  const chosen = new Map(said.flatMap((each) => (each.kind === kind ? [[bareText(each.name), each.id] as const] : [])));
  const [whole, plain, short] = [new Map<string, Set<string>>(), new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const { id, names } of terms) {
    note(whole, bareText(id), id);
    for (const name of names) {
      note(whole, bareText(name), id);
      note(plain, bareHead(name), id);
      if (kind === 'place') note(short, bareText(name.replace(PLACE_END, '')), id);
    }
  }
  return {
    find(text) {
      const own = ids.get(text.trim());
      if (own !== undefined) return { id: own };
      const bare = bareText(text);
      const by = chosen.get(bare);
      if (by !== undefined) return { id: by };
      const unmarked = numberMark(text)?.rest ?? text;
      const found =
        whole.get(bare) ??
        whole.get(bareText(unmarked)) ??
        plain.get(bareHead(unmarked)) ??
        (kind === 'place' ? short.get(bareText(text.replace(PLACE_END, ''))) : undefined);
      if (found === undefined || bare === '') return null;
      const [first, ...others] = found;
      return first !== undefined && others.length === 0 ? { id: first } : { several: [...found] };
    },
  };
}

function note(book: Map<string, Set<string>>, name: string, id: string): void {
  if (name === '') return;
  const held = book.get(name);
  if (held) held.add(id);
  else book.set(name, new Set([id]));
}
