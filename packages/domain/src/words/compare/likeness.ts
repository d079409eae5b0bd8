/** Grams of a sentence: their numbers, how often each stands, and the weight of all. */
interface Profile {
  readonly grams: readonly number[];
  readonly counts: readonly number[];
  weight: number;
}

/** How alike a sentence is to one of the other side. */
export interface Like {
  /** Position of the other. */
  readonly index: number;
  /** 0 to 1. */
  readonly similarity: number;
  /** The weight of what both have. */
  readonly shared: number;
  /** The weight of this one, and of the other. */
  readonly own: number;
  readonly other: number;
}

/** Two sides of sentences, and how alike any old one is to any new one. */
export interface Likeness {
  /** The sentences of the other side that are at all like this one, in order. */
  ofOld(index: number): readonly Like[];
  ofNew(index: number): readonly Like[];
}

/** Sentences less alike than this are passed over, unless half of one stands in the other. */
const FAINT = 0.1;
const UNITS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/**
 * Compares sentences by what they are made of: Chinese characters and words of other scripts, alone and in pairs of neighbours. What few
 * sentences have weighs more than what many have. The similarity of two is the weight of what both have over the mean weight of both.
 */
export function likenessOf(old: readonly string[], fresh: readonly string[]): Likeness {
  const numbers = new Map<string, number>();
  const oldProfiles = old.map((text) => profileOf(text, numbers));
  const newProfiles = fresh.map((text) => profileOf(text, numbers));
  const weights = weightsOf([...oldProfiles, ...newProfiles], numbers.size);
  const oldIndex = new SideIndex(oldProfiles, weights);
  const newIndex = new SideIndex(newProfiles, weights);
  return {
    ofOld: (index) => likesOf(oldProfiles[index], newIndex),
    ofNew: (index) => likesOf(newProfiles[index], oldIndex),
  };
}

function likesOf(profile: Profile | undefined, other: SideIndex): readonly Like[] {
  return profile === undefined ? [] : other.likesOf(profile);
}

/** The sentences of one side, found by their grams. */
class SideIndex {
  readonly #profiles: readonly Profile[];
  readonly #weights: Float64Array;
  readonly #places: ReadonlyMap<number, { readonly at: number; readonly count: number }[]>;
  readonly #shared: Float64Array;

  constructor(profiles: readonly Profile[], weights: Float64Array) {
    const places = new Map<number, { at: number; count: number }[]>();
    for (const [at, { grams, counts }] of profiles.entries()) {
      for (const [index, gram] of grams.entries()) {
        const known = places.get(gram);
        const place = { at, count: counts[index] ?? 0 };
        if (known) known.push(place);
        else places.set(gram, [place]);
      }
    }
    this.#profiles = profiles;
    this.#weights = weights;
    this.#places = places;
    this.#shared = new Float64Array(profiles.length);
  }

  likesOf({ grams, counts, weight }: Profile): readonly Like[] {
    const shared = this.#shared.fill(0);
    const touched: number[] = [];
    for (const [index, gram] of grams.entries()) {
      const own = counts[index] ?? 0;
      const gramWeight = this.#weights[gram] ?? 0;
      for (const { at, count } of this.#places.get(gram) ?? []) {
        if (shared[at] === 0) touched.push(at);
        shared[at] = (shared[at] ?? 0) + Math.min(own, count) * gramWeight;
      }
    }
    const likes: Like[] = [];
    for (const index of touched.sort((a, b) => a - b)) {
      const both = shared[index] ?? 0;
      const other = this.#profiles[index]?.weight ?? 0;
      const similarity = (2 * both) / (weight + other);
      if (similarity >= FAINT || 2 * both >= Math.min(weight, other)) likes.push({ index, similarity, shared: both, own: weight, other });
    }
    return likes;
  }
}

function profileOf(text: string, numbers: Map<string, number>): Profile {
  const units = text.toLowerCase().match(UNITS) ?? [];
  const counted = new Map<number, number>();
  const add = (gram: string): void => {
    const known = numbers.get(gram);
    const number = known ?? numbers.size;
    if (known === undefined) numbers.set(gram, number);
    counted.set(number, (counted.get(number) ?? 0) + 1);
  };
  for (const [index, unit] of units.entries()) {
    add(unit);
    const next = units[index + 1];
    if (next !== undefined) add(`${unit} ${next}`);
  }
  return { grams: [...counted.keys()], counts: [...counted.values()], weight: 0 };
}

/** The weight of each gram by how few of all sentences have it; sets the weight of each profile too. */
function weightsOf(profiles: readonly Profile[], gramCount: number): Float64Array {
  const holders = new Float64Array(gramCount);
  for (const { grams } of profiles) for (const gram of grams) holders[gram] = (holders[gram] ?? 0) + 1;
  const weights = holders.map((count) => Math.log(1 + profiles.length / count));
  for (const profile of profiles) {
    profile.weight = profile.grams.reduce((sum, gram, index) => sum + (weights[gram] ?? 0) * (profile.counts[index] ?? 0), 0);
  }
  return weights;
}
