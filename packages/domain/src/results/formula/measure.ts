/**
 * What a unit measures: how many of its base unit one is, and the powers of the base units. `km2` is 1,000,000 of `m` to the second power,
 * `percent` a hundredth of nothing, `firms-per-1e4-people` a ten-thousandth of a firm for each person.
 */
export interface Measure {
  readonly factor: number;
  readonly powers: Readonly<Record<string, number>>;
}

/** A number without a unit. */
export const PLAIN: Measure = { factor: 1, powers: {} };

/** Units of which others are multiples: how many base units one is, of which base unit, to which power. */
const KNOWN: Readonly<Record<string, readonly [number, string, number]>> = {
  m: [1, 'm', 1],
  km: [1000, 'm', 1],
  m2: [1, 'm', 2],
  ha: [10_000, 'm', 2],
  mu: [10_000 / 15, 'm', 2],
  km2: [1_000_000, 'm', 2],
  m3: [1, 'm', 3],
  person: [1, 'people', 1],
  people: [1, 'people', 1],
};

/** Parts of one: numbers without a unit. */
const SHARES: Readonly<Record<string, number>> = { percent: 0.01, permille: 0.001 };

/** The same units as their names are written. */
const NAMED: Readonly<Record<string, string>> = {
  米: 'm',
  公里: 'km',
  千米: 'km',
  平方米: 'm2',
  'm²': 'm2',
  公顷: 'ha',
  亩: 'mu',
  平方公里: 'km2',
  'km²': 'km2',
  立方米: 'm3',
  'm³': 'm3',
  人: 'people',
  '%': 'percent',
  百分比: 'percent',
  '‰': 'permille',
};
/** Multiples as names are written with them. */
const MULTIPLES: readonly (readonly [written: RegExp, times: number])[] = [
  [/^万亿/, 1e12],
  [/^亿/, 1e8],
  [/^万/, 1e4],
  [/^千(?!米)/, 1e3],
  [/^100 million /, 1e8],
  [/^10,000 /, 1e4],
  [/^1,000 /, 1e3],
  [/^million /, 1e6],
];

/**
 * What a unit of a district measures, by its code, else by its name in either language. A code may begin with a multiple (`1e4-m2`) and name what it is
 * counted for (`m2-per-person`); a name may do the same (`万平方米`, `人/家`). A word that is no known unit of length, area, volume, people or share is a unit of
 * its own, which nothing else can be added to.
 */
export function measureOf(code: string, name?: { readonly zh: string | null; readonly en: string | null }): Measure {
  const [first = '', ...divisors] = code.split('-per-');
  const own = known(first);
  if (own) return divisors.map(single).reduce(quotient, own);
  return byName(name?.zh ?? null) ?? byName(name?.en ?? null) ?? divisors.map(single).reduce(quotient, single(first));
}

/** A measure by the name of its unit; null where no unit of it is known. */
function byName(name: string | null): Measure | null {
  const [first = '', ...divisors] = (name ?? '').trim().split('/');
  const over = namedUnit(first);
  if (!over) return null;
  return divisors.map((each) => namedUnit(each) ?? single(each.trim())).reduce(quotient, over);
}

function namedUnit(name: string): Measure | null {
  const text = name.trim();
  const [written, times] = MULTIPLES.find(([each]) => each.test(text)) ?? [null, 1];
  const word = written ? text.replace(written, '').trim() : text;
  const found = known(NAMED[word] ?? word);
  return found && { factor: times * found.factor, powers: found.powers };
}

/** A unit that is known by its code, with a multiple before it; null where it is not. */
function known(code: string): Measure | null {
  const [, multiple, word = code] = /^(\d+(?:e\d+)?)-(.+)$/.exec(code) ?? [];
  const times = multiple === undefined ? 1 : Number(multiple);
  const share = SHARES[word];
  if (share !== undefined) return { factor: times * share, powers: {} };
  const unit = KNOWN[word];
  return unit ? { factor: times * unit[0], powers: { [unit[1]]: unit[2] } } : null;
}

function single(code: string): Measure {
  const [, multiple, word = code] = /^(\d+(?:e\d+)?)-(.+)$/.exec(code) ?? [];
  return known(code) ?? { factor: multiple === undefined ? 1 : Number(multiple), powers: { [word]: 1 } };
}

/** What the product of two measures is. */
export function product(a: Measure, b: Measure): Measure {
  return { factor: a.factor * b.factor, powers: added(a.powers, b.powers, 1) };
}

/** What one measure for each of another is. */
export function quotient(a: Measure, b: Measure): Measure {
  return { factor: a.factor / b.factor, powers: added(a.powers, b.powers, -1) };
}

/** True when the two may be added and compared. */
export function isAlike(a: Measure, b: Measure): boolean {
  return Object.keys(added(a.powers, b.powers, -1)).length === 0;
}

function added(a: Measure['powers'], b: Measure['powers'], times: 1 | -1): Measure['powers'] {
  const sum = new Map(Object.entries(a));
  for (const [base, power] of Object.entries(b)) sum.set(base, (sum.get(base) ?? 0) + times * power);
  return Object.fromEntries([...sum].filter(([, power]) => power !== 0));
}
