/** A bracket or quotation mark and its partner, by position. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  readonly kind: 'bracket' | 'quote';
}

const PARTNERS: ReadonlyMap<string, { readonly opener: string; readonly kind: Pair['kind'] }> = new Map([
  [')', { opener: '(', kind: 'bracket' }],
  ['）', { opener: '（', kind: 'bracket' }],
  [']', { opener: '[', kind: 'bracket' }],
  ['】', { opener: '【', kind: 'bracket' }],
  ['〕', { opener: '〔', kind: 'bracket' }],
  ['》', { opener: '《', kind: 'bracket' }],
  ['”', { opener: '“', kind: 'quote' }],
  ['」', { opener: '「', kind: 'quote' }],
  ['』', { opener: '『', kind: 'quote' }],
]);
const OPENERS = new Set([...PARTNERS.values()].map((partner) => partner.opener));

/** A pair longer than this, in UTF-16 units, is taken for a slip of the pen, or for a text long enough to be cut inside. */
const LONGEST = { bracket: 800, quote: 240 } as const;
/** How many open brackets are looked through for a partner, so that any text is paired in linear time. */
const DEEPEST = 8;

/**
 * The outermost pairs of brackets and quotation marks of one paragraph, ascending, none inside another. Marks without a partner are
 * left out; straight quotation marks are paired in turn when their number is even.
 */
export function pairsOf(paragraph: string): readonly Pair[] {
  return outermost(
    [...bracketPairs(paragraph), ...straightPairs(paragraph)].filter((pair) => pair.close - pair.open <= LONGEST[pair.kind]),
  );
}

function bracketPairs(paragraph: string): Pair[] {
  const pairs: Pair[] = [];
  const open: number[] = [];
  for (let at = 0; at < paragraph.length; at += 1) {
    const character = paragraph.charAt(at);
    if (OPENERS.has(character)) open.push(at);
    const partner = PARTNERS.get(character);
    if (partner === undefined) continue;
    const depth = open.slice(-DEEPEST).findLastIndex((position) => paragraph.charAt(position) === partner.opener);
    if (depth < 0) continue;
    const index = Math.max(0, open.length - DEEPEST) + depth;
    pairs.push({ open: open[index] ?? at, close: at, kind: partner.kind });
    open.length = index;
  }
  return pairs;
}

function straightPairs(paragraph: string): Pair[] {
  const marks = [...paragraph.matchAll(/"/g)].map((match) => match.index);
  if (marks.length % 2 === 1) return [];
  return marks.flatMap((open, index) => (index % 2 === 0 ? [{ open, close: marks[index + 1] ?? open, kind: 'quote' as const }] : []));
}

function outermost(pairs: Pair[]): Pair[] {
  const kept: Pair[] = [];
  for (const pair of pairs.sort((a, b) => a.open - b.open)) {
    const last = kept.at(-1);
    if (last === undefined || pair.open > last.close) kept.push(pair);
  }
  return kept;
}
