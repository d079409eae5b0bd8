import { type Language, languageHeld } from '@westgate/base';
import type { Draft, Edit, PlanDrafts, Sentence } from '@westgate/contract';
import type { RuleId } from '@westgate/domain';
import type { TextPart } from '../../../parts/word-strip.tsx';
import { type CutFields, type CutThing, cutEdits, mentionedIn, NO_CUT, titleFrom } from '../cut/cut-model.ts';

/** What the panel shows: what is to be decided, or a form: `take` takes words of the sentence with a type, `sure` and `context` decide many together. */
export type ReviewMode = 'decide' | 'edit' | 'take' | 'split' | 'sure' | 'context';

/** A draft as a person reviews it: read by the rules, or made of those by splitting and merging. */
export interface ReviewDraft extends Draft {
  readonly key: string;
  /** True where it was split or merged here. */
  readonly isMade: boolean;
}

export type VerbClass = NonNullable<ReviewDraft['verbClass']>;

/** One thing to be reviewed: a draft, a sentence that is proposed as narrative, or one of which nothing is proposed and nothing decided. */
export type ReviewItem =
  | { readonly kind: 'draft'; readonly key: string; readonly sentence: string; readonly draft: ReviewDraft }
  | { readonly kind: 'narrative'; readonly key: string; readonly sentence: string; readonly rule: RuleId }
  | { readonly kind: 'open'; readonly key: string; readonly sentence: string };

/** What was done here and is not in the answer of the server: drafts split and merged, and items settled while their deed is on its way. */
export interface ReviewState {
  /** Drafts in the place of one that the rules read, by its key. */
  readonly made: ReadonlyMap<string, readonly ReviewDraft[]>;
  readonly settled: ReadonlySet<string>;
  /** Sentences of which something was accepted, or that were marked narrative, here. */
  readonly closed: ReadonlySet<string>;
}

export const NOTHING_DONE: ReviewState = { made: new Map(), settled: new Set(), closed: new Set() };

/** What is left to be reviewed, in the order of the text. */
export function itemsOf({ drafts, narrative }: PlanDrafts, sentences: readonly Sentence[], state: ReviewState): readonly ReviewItem[] {
  const places = new Map(sentences.map(({ id }, at) => [id, at]));
  const read = drafts.map((draft): ReviewDraft => ({ ...draft, key: draftKey(draft), isMade: false }));
  const known = new Set(read.map(({ key }) => key));
  const shown = read.flatMap((draft) => state.made.get(draft.key) ?? [draft]);
  const orphans = [...state.made].flatMap(([key, made]) => (known.has(key) ? [] : made));
  const items: readonly ReviewItem[] = [
    ...[...shown, ...orphans].map((draft): ReviewItem => ({ kind: 'draft', key: draft.key, sentence: draft.sentence, draft })),
    ...narrative.map(({ sentence, rule }): ReviewItem => ({ kind: 'narrative', key: `narrative ${sentence}`, sentence, rule })),
  ];
  const startOf = (item: ReviewItem): number => (item.kind === 'draft' ? item.draft.start : 0);
  const left = items.filter(({ key, sentence }) => !state.settled.has(key) && places.has(sentence));
  const proposed = new Set([...left.map(({ sentence }) => sentence), ...state.closed]);
  const open = sentences.flatMap(({ id, kind, commitmentIds }): readonly ReviewItem[] =>
    kind === 'promise' && commitmentIds.length === 0 && !proposed.has(id) ? [{ kind: 'open', key: `open ${id}`, sentence: id }] : [],
  );
  return [...left, ...open]
    .filter(({ key }) => !state.settled.has(key))
    .sort((a, b) => (places.get(a.sentence) ?? 0) - (places.get(b.sentence) ?? 0) || startOf(a) - startOf(b));
}

function draftKey({ sentence, start, end }: Pick<Draft, 'sentence' | 'start' | 'end'>): string {
  return `${sentence} ${start}-${end}`;
}

/** The item `steps` after `key`, stopping at both ends; the first where `key` is not among them. */
export function itemAfter(items: readonly ReviewItem[], key: string | null, steps: number): ReviewItem | null {
  const at = items.findIndex((item) => item.key === key);
  if (at < 0) return items[0] ?? null;
  return items[Math.min(Math.max(at + steps, 0), items.length - 1)] ?? null;
}

/** Where to go on once items are settled: the next one behind them that is left, else the last before. */
export function nextLeft(items: readonly ReviewItem[], key: string, settled: ReadonlySet<string>): string | null {
  const at = items.findIndex((item) => item.key === key);
  const left = (item: ReviewItem): boolean => !settled.has(item.key);
  return (items.slice(at + 1).find(left) ?? items.slice(0, Math.max(at, 0)).reverse().find(left))?.key ?? null;
}

/** A draft cut in two at a place of its sentence; each part keeps what was read from its own words. Null where a part would be empty. */
export function splitDraft(draft: ReviewDraft, text: string, at: number): readonly [ReviewDraft, ReviewDraft] | null {
  if (isInNumber(text, at)) return null;
  const [first, second] = [trimmed(text, draft.start, at), trimmed(text, at, draft.end)];
  if (!first || !second) return null;
  const verb = draft.rules.find(({ rule }) => rule.startsWith('class.'));
  const isFirst = !verb || verb.start < at;
  return [
    madeOf(partOf(draft, first), first, isFirst ? draft.verbClass : null),
    madeOf(partOf(draft, second), second, isFirst ? null : draft.verbClass),
  ];
}

/** Whether a place lies within a number or between a number and its ten thousands: no part of it says what the whole does. */
function isInNumber(text: string, at: number): boolean {
  return /\d[.,，]?$/u.test(text.slice(0, at)) && /^(?:\d|[万亿千百%％‰])/u.test(text.slice(at));
}

/** Two drafts of one sentence as one, from the start of the first to the end of the second. */
export function mergeDrafts(a: ReviewDraft, b: ReviewDraft): ReviewDraft {
  const part = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
  const both = {
    ...a,
    department: a.department ?? b.department,
    place: a.place ?? b.place,
    date: a.date ?? b.date,
    number: a.number ?? b.number,
    unit: a.unit ?? b.unit,
    doubts: [...new Set([...a.doubts, ...b.doubts])],
    seams: [...a.seams, b.start, ...b.seams],
    rules: [...a.rules, ...b.rules],
  };
  return madeOf(both, part, a.verbClass ?? b.verbClass);
}

/** A draft of words that a person chose in a sentence: nothing but its type is known of it. */
export function ownDraft(sentence: string, part: TextPart, verbClass: Draft['verbClass']): ReviewDraft {
  const nothing = { department: null, place: null, date: null, number: null, unit: null, doubts: [], seams: [], rules: [] };
  return madeOf({ ...nothing, sentence, ...part, verbClass }, part, verbClass);
}

/** A draft of other words of its sentence: it loses what was read from words that it no longer has. */
export function recutDraft(draft: ReviewDraft, part: TextPart): ReviewDraft {
  if (part.start === draft.start && part.end === draft.end) return draft;
  return madeOf(partOf(draft, part), part, draft.verbClass);
}

/** Marks and the number of an entry before its words; `3.5公里` and `一、二期` are no entry. */
const LABEL =
  /^(?:\s|[•·*|#–—-]|\(?\d{1,3}(?:[).．](?!\d)|、(?![\d一二三四五六七八九十]))|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十\d]))*/u;

/** The words of a sentence without the number or mark before them and the full stop behind. */
export function wholeOf(text: string): TextPart {
  let end = text.length;
  while (end > 0 && /[。！!？?.|\s]/u.test(text.charAt(end - 1))) end -= 1;
  const lead = Math.min(LABEL.exec(text)?.[0].length ?? 0, end);
  return trimmed(text, lead, end) ?? { start: 0, end: text.length };
}

function madeOf(draft: Draft, part: TextPart, verbClass: Draft['verbClass']): ReviewDraft {
  const made = { ...draft, ...part, verbClass };
  return { ...made, key: `${draftKey(made)} made`, isMade: true };
}

/** What of a draft was read from these words, or from words around it that hold for all of it: a date or a department before its verb. */
function partOf(draft: ReviewDraft, part: TextPart): Draft {
  const isIn = (read: TextPart, whole: TextPart): boolean => read.start >= whole.start && read.end <= whole.end;
  const own = <Read extends TextPart>(read: Read | null): Read | null => (read && (isIn(read, part) || !isIn(read, draft)) ? read : null);
  const { department, place, date, number, unit, rules, seams } = draft;
  return {
    ...draft,
    seams: seams.filter((at) => at > part.start && at < part.end),
    department: own(department),
    place: own(place),
    date: own(date),
    number: own(number),
    unit: own(unit),
    rules: rules.filter((rule) => own(rule) !== null),
  };
}

function trimmed(text: string, start: number, end: number): TextPart | null {
  const words = text.slice(start, end);
  const lead = /^[\s,，、；;。.:：]*/u.exec(words)?.[0].length ?? 0;
  const tail = /[\s,，、；;:：]*$/u.exec(words)?.[0].length ?? 0;
  return lead + tail >= words.length ? null : { start: start + lead, end: end - tail };
}

/** The commitment that accepting a draft cuts. `makesOwner`: a department that no record names is made. */
export function cutOf(draft: ReviewDraft, text: string, language: Language, makesOwner: boolean): CutFields {
  const { department, place, date } = draft;
  const clause = text.slice(draft.start, draft.end);
  const things: CutThing[] = place?.id ? [{ kind: 'place', id: place.id, ...wordsOnce(text, place.value) }] : [];
  return {
    ...NO_CUT,
    title: { ...NO_CUT.title, [language]: titleFrom(clause) },
    clause: { ...NO_CUT.clause, [language]: clause },
    verbClass: draft.verbClass ?? '',
    owner: department?.id ?? '',
    newOwner: department && department.id === null && makesOwner ? department.value : '',
    ownerBasis: department && (department.id !== null || makesOwner) ? department.value : '',
    dueOn: date?.value ?? '',
    dueBasis: date?.value ? text.slice(date.start, date.end) : '',
    things,
  };
}

/** Words that name a thing, as far as they stand in the sentence once. */
function wordsOnce(text: string, words: string): { readonly words?: string } {
  const at = text.indexOf(words);
  return at >= 0 && !text.includes(words, at + 1) ? { words } : {};
}

/** True for a draft of which the rules leave nothing open: a known verb, no name or day that they could not resolve, and nothing that speaks against taking it unread. */
export function isSure({ verbClass, department, place, date, doubts, isMade }: ReviewDraft): boolean {
  const isOpen = (read: { readonly id: string | null } | null): boolean => read !== null && read.id === null;
  return (
    verbClass !== null && !isMade && doubts.length === 0 && !isOpen(department) && !isOpen(place) && (date === null || date.value !== null)
  );
}

/** What a stretch of the shown sentence is. */
export interface ReviewPiece {
  readonly at: number;
  readonly text: string;
  readonly isClause: boolean;
  readonly field: FieldName | null;
  /** True for the last stretch of its field: the word for the field stands behind it. */
  readonly isFieldEnd: boolean;
}

/** What the rules read from words of a draft. */
export type FieldName = 'verb' | 'department' | 'place' | 'date' | 'number' | 'unit';

/** The sentence cut where the clause and the fields of a draft begin and end. */
export function piecesOf(text: string, draft: ReviewDraft): readonly ReviewPiece[] {
  const fields = fieldSpans(draft);
  const cuts = new Set([0, text.length, draft.start, draft.end, ...fields.flatMap(({ start, end }) => [start, end])]);
  const places = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((at, index) => {
    const end = places[index + 1] ?? text.length;
    const field = fields.find((each) => each.start <= at && each.end >= end) ?? null;
    return {
      at,
      text: text.slice(at, end),
      isClause: at >= draft.start && end <= draft.end,
      field: field?.name ?? null,
      isFieldEnd: field?.end === end,
    };
  });
}

function fieldSpans(draft: ReviewDraft): readonly (TextPart & { readonly name: FieldName })[] {
  const verb = draft.rules.find(({ rule }) => rule.startsWith('class.') && rule !== 'class.unknown');
  const named = [
    ['department', draft.department],
    ['place', draft.place],
    ['date', draft.date],
    ['number', draft.number],
    ['unit', draft.unit],
    ['verb', verb ?? null],
  ] as const;
  return named.flatMap(([name, read]) => (read ? [{ name, start: read.start, end: read.end }] : []));
}

/** What was made by deeds of this review and may not stand in the answers yet. */
export interface MadeHere {
  /** Ids of departments by the words that named them. */
  readonly owners: Map<string, string>;
  /** Mentions, as `sentence kind:id`. */
  readonly mentions: Set<string>;
}

interface Accepting {
  readonly sentences: ReadonlyMap<string, Sentence>;
  readonly language: Language;
  readonly made: MadeHere;
  /** Keys of drafts whose department, which no record names, is made. */
  readonly makesOwner: ReadonlySet<string>;
}

/** The edits that accept drafts as one deed: a department is made once, a thing is mentioned once in a sentence. */
export function acceptEdits(drafts: readonly ReviewDraft[], { sentences, language, made, makesOwner }: Accepting): readonly Edit[] {
  const edits: Edit[] = [];
  const owners = new Map(made.owners);
  const mentions = new Set(made.mentions);
  for (const draft of drafts) {
    const sentence = sentences.get(draft.sentence);
    if (!sentence) continue;
    const own = languageHeld(sentence.text, language);
    const cut = cutOf(draft, sentence.text[own] ?? '', own, makesOwner.has(draft.key));
    const owner = owners.get(cut.newOwner);
    const fields = owner === undefined ? cut : { ...cut, owner, newOwner: '' };
    const held = new Set([
      ...mentionedIn(sentence),
      ...[...mentions].flatMap((key) => (key.startsWith(`${sentence.id} `) ? [key.slice(sentence.id.length + 1)] : [])),
    ]);
    if (fields.newOwner !== '') owners.set(fields.newOwner, `$${edits.length}`);
    edits.push(...cutEdits(fields, { sentence, language: own, before: edits.length, mentioned: held }));
    for (const thing of fields.things) mentions.add(`${sentence.id} ${thing.kind}:${thing.id}`);
  }
  return edits;
}

/** The edit that remembers that words were refused, so that they are not drafted again. */
export function refusalOf(sentence: string, words: string, language: Language): Edit {
  return { action: 'create', table: 'draft_refusal', fields: { sentence, [`words_${language}`]: words } };
}

/** The edit that marks a sentence narrative, for a reason in the languages the district keeps. */
export function narrativeEdit(
  { id, rev }: Pick<Sentence, 'id' | 'rev'>,
  reason: Readonly<Record<Language, string>>,
  languages: readonly Language[],
): Edit {
  const reasons = Object.fromEntries(languages.map((language) => [`reason_${language}`, reason[language]]));
  return { action: 'revise', table: 'sentence', key: id, rev, fields: { kind: 'narrative', ...reasons } };
}
