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
  km2: [1_000_000, 'm', 2],
  m3: [1, 'm', 3],
  person: [1, 'people', 1],
  people: [1, 'people', 1],
};

/** Parts of one: numbers without a unit. */
const SHARES: Readonly<Record<string, number>> = { percent: 0.01, permille: 0.001 };

/**
 * What a unit code of a district measures. A code may begin with a multiple (`1e4-m2`) and name what it is counted for (`m2-per-person`). A word that is no known
 * unit of length, area, volume, people or share is a unit of its own, which nothing else can be added to.
 */
export function measureOf(code: string): Measure {
  const [first = '', ...divisors] = code.split('-per-');
  return divisors.map(single).reduce(quotient, single(first));
}

function single(code: string): Measure {
  const [, multiple, word = code] = /^(\d+(?:e\d+)?)-(.+)$/.exec(code) ?? [];
  const times = multiple === undefined ? 1 : Number(multiple);
  const share = SHARES[word];
  if (share !== undefined) return { factor: times * share, powers: {} };
  const [factor, base, power] = KNOWN[word] ?? [1, word, 1];
  return { factor: times * factor, powers: { [base]: power } };
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
