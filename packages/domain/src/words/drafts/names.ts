import { chinesePlaces } from './chinese-places.ts';
import type { DraftName, Span } from './draft.ts';
import type { Lexicon } from './lexicon.ts';

/** The department and the place that a clause names. */
export interface FoundNames {
  readonly department: DraftName | null;
  readonly place: DraftName | null;
  /** Every place, from left to right. */
  readonly places: readonly DraftName[];
  /** Everything that is named, so that no number is read within a name. */
  readonly spans: readonly Span[];
}

/** Words that a name in English may hold in small letters. */
const JOINING = new Set(['of', 'and', '&', '-']);
/** The longest name of a department that only its ending tells, in Chinese characters. */
const LONGEST = 16;
/** How many names in capitals of a clause are looked at. */
const MOST_RUNS = 40;
/** Chinese characters that no name of a department begins after. */
const BEFORE_NAME = /[由经请让向对与和及、，,；;：:（(“"\s。]/;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.&-]*|&/gu;

/** The first department and the first place that the words between `start` and `end` name, longest names first. `folded` is `text` folded. */
export function namesIn(text: string, folded: string, { start, end }: Span, lexicon: Lexicon): FoundNames {
  const matches = lexicon.names.all(folded, start, end);
  const named = (kind: 'department' | 'place'): DraftName | null => {
    const match = matches.find(({ value }) => value.kind === kind);
    if (!match) return null;
    const rule = match.value.origin === 'name' ? (`${kind}.record` as const) : (`${kind}.term` as const);
    return { start: match.start, end: match.end, rule, value: text.slice(match.start, match.end), id: match.value.id };
  };
  const runs = capitalRuns(text, { start, end })
    .slice(0, MOST_RUNS)
    .flatMap((run) => partsOfRun(folded, run, lexicon));
  const isFree = (name: Span): boolean => matches.every((each) => each.end <= name.start || name.end <= each.start);
  const spans = (kind: 'department' | 'place'): readonly Span[] => endedIn(folded, { start, end }, lexicon, { kind, runs, isFree });
  const [unknown] = spans('department');
  const ended = (kind: 'department' | 'place', span: Span): DraftName => {
    return { start: span.start, end: span.end, rule: `${kind}.ending`, value: text.slice(span.start, span.end), id: null };
  };
  const department = named('department') ?? (unknown ? ended('department', unknown) : null);
  const record = named('place');
  const places = spans('place')
    .filter((span) => department === null || span.end <= department.start || department.end <= span.start)
    .map((span) => ended('place', span));
  const all = record ? [record, ...places] : places;
  return { department, place: all[0] ?? null, places: all, spans: [...matches, ...places, ...(department ? [department] : [])] };
}

/** Names that only their endings tell: `runs` of capitals in English; in Chinese a department behind "by" or a mark, and places. */
function endedIn(
  folded: string,
  span: Span,
  lexicon: Lexicon,
  {
    kind,
    runs,
    isFree,
  }: { readonly kind: 'department' | 'place'; readonly runs: readonly Span[]; readonly isFree: (name: Span) => boolean },
): readonly Span[] {
  const found = runs
    .map((run) => cutAtEnding(folded, run, lexicon, kind))
    .filter((name) => name !== null)
    .filter(isFree);
  if (kind === 'place') return [...found, ...chinesePlaces(folded, span, lexicon).filter(isFree)];
  const department = found.length === 0 ? chineseDepartment(folded, span, lexicon, isFree) : null;
  return department ? [department] : found;
}

const AND = ' and ';

/** `Chandler Street and Mill Road` are two names, `Historical and Cultural Block` is one; an order at its head is none of it. */
function partsOfRun(folded: string, run: Span, lexicon: Lexicon): readonly Span[] {
  const order = lexicon.verbs.en.at(folded, run.start, run.end);
  const start = order?.value.form === 'base' && folded.slice(0, run.start).trim() === '' ? order.end + 1 : run.start;
  const parts: Span[] = [];
  let from = start;
  for (const { start: at, end } of lexicon.endings.all(folded, start, run.end)) {
    if (at < from || !folded.startsWith(AND, end) || end >= run.end) continue;
    parts.push({ start: from, end });
    from = end + AND.length;
  }
  return from < run.end ? [...parts, { start: from, end: run.end }] : parts;
}

/** Runs of two or more words that begin with a capital, with small joining words between them. */
function capitalRuns(text: string, { start, end }: Span): readonly Span[] {
  const runs: Span[] = [];
  let run: { start: number; end: number; words: number } | null = null;
  let last = start;
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const at = start + match.index;
    const isApart = /[^\s]/.test(text.slice(last, at));
    if (run !== null && isApart) run = closed(runs, run);
    if (/^\p{Lu}/u.test(match[0]) && !/^(?:The|A|An)$/.test(match[0])) {
      const until = at + match[0].length;
      run = run === null ? { start: at, end: until, words: 1 } : { start: run.start, end: until, words: run.words + 1 };
    } else if (run !== null && !JOINING.has(match[0])) run = closed(runs, run);
    last = at + match[0].length;
  }
  closed(runs, run);
  return runs;
}

function closed(runs: Span[], run: { start: number; end: number; words: number } | null): null {
  if (run !== null && run.words > 1) runs.push({ start: run.start, end: run.end });
  return null;
}

/** `Bureau of Housing` begins with its kind, `Housing Bureau` ends with it. */
function cutAtEnding(folded: string, run: Span, lexicon: Lexicon, kind: 'department' | 'place'): Span | null {
  const endings = lexicon.endings.all(folded, run.start, run.end).filter(({ value }) => value === kind);
  const last = endings.at(-1);
  if (!last) return null;
  const [first] = endings;
  if (first?.start === run.start && endings.length === 1) return / of /.test(folded.slice(first.end, first.end + 4)) ? run : null;
  return { start: run.start, end: last.end };
}

function chineseDepartment(folded: string, { start, end }: Span, lexicon: Lexicon, isFree: (span: Span) => boolean): Span | null {
  for (let at = start; at < end; at += 1) {
    if (
      !/[区市县]/.test(folded.charAt(at)) ||
      /[内域位级中里]/.test(folded.charAt(at + 1)) ||
      (at > start && !BEFORE_NAME.test(folded.charAt(at - 1)))
    )
      continue;
    const ending = lexicon.endings.all(folded, at + 1, Math.min(end, at + LONGEST)).find(({ value }) => value === 'department');
    if (!ending || /[，,、；;：:（(]/.test(folded.slice(at, ending.end))) continue;
    const name = { start: at, end: ending.end };
    if (isFree(name)) return name;
  }
  return null;
}
