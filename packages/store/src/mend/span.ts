/** Deeds that follow each other, by number: the first and the last of them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The spans that hold exactly these numbers, which are given in order. */
export function spansOf(seqs: Iterable<number>): readonly Span[] {
  const spans: Span[] = [];
  for (const seq of seqs) {
    const last = spans.at(-1);
    if (last?.to === seq - 1) spans[spans.length - 1] = { from: last.from, to: seq };
    else spans.push({ from: seq, to: seq });
  }
  return spans;
}

/** How many deeds the spans hold. */
function deedsIn(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** The spans as words: `deed 4`, `deeds 4 and 6 to 9`. */
export function spansInWords(spans: readonly Span[]): string {
  const parts = spans.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`));
  const last = parts.pop() ?? 'none';
  const list = parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
  return `${deedsIn(spans) === 1 ? 'deed' : 'deeds'} ${list}`;
}

/** The spans as they stand in the key of a deed: `4,6-9`. */
export function spansText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}

/** What {@link spansText} wrote. */
export function parseSpans(text: string): readonly Span[] {
  if (text === '') return [];
  return text.split(',').map((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return { from, to };
  });
}
