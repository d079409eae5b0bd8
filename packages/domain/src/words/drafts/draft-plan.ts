import type { Language } from '@westgate/base';
import { languageOf } from '../language-of.ts';
import type { PlanSentence, PlanText } from '../split.ts';
import { amountsIn, leadingAmount } from './amounts.ts';
import { chineseClauses } from './chinese-clauses.ts';
import type { Clause, Clauses } from './clause.ts';
import { datesIn, type FoundDate } from './dates.ts';
import type { CommitmentDraft, DraftDate, DraftNumber, DraftUnit, FiredRule, NarrativeDraft, PlanDrafts, Span } from './draft.ts';
import { englishClauses } from './english-clauses.ts';
import { foldText } from './fold-text.ts';
import { insidePairs } from './inside-pairs.ts';
import type { Lexicon } from './lexicon.ts';
import { namesIn } from './names.ts';
import { narrativeBySection } from './sections.ts';

export interface DraftOptions {
  /** The year that words such as "this year" and "by the end of June" mean; without it their day is not known. */
  readonly planYear?: number | undefined;
  /** The language of the sentences; each one's own where it is not said. */
  readonly language?: Language | undefined;
}

/**
 * Drafts of commitments from a plan text cut into sentences, by the rules of {@link DRAFT_RULES} and a vocabulary alone. Never fails; takes time
 * in proportion to the text; the same text and vocabulary give the same drafts. Offsets are UTF-16 units of the plan text.
 */
export function draftCommitments(plan: PlanText, lexicon: Lexicon, options: DraftOptions = {}): PlanDrafts {
  const apart = narrativeBySection(plan, lexicon);
  const drafts: CommitmentDraft[] = [];
  const narrative: NarrativeDraft[] = [];
  for (const sentence of plan.sentences) {
    if (sentence.kind === 'rule') continue;
    const known = apart.get(sentence.id);
    const read = known ? { narrative: known } : readSentence(sentence, lexicon, options);
    if ('narrative' in read) narrative.push({ sentence: sentence.id, rule: read.narrative });
    else drafts.push(...read.drafts);
  }
  return { drafts, narrative };
}

function readSentence(
  sentence: PlanSentence,
  lexicon: Lexicon,
  options: DraftOptions,
): { readonly drafts: readonly CommitmentDraft[] } | Extract<Clauses, { readonly narrative: unknown }> {
  const { text } = sentence;
  const folded = foldText(text);
  const whole = { start: 0, end: text.length };
  const isInside = insidePairs(text);
  const dates = datesIn(folded, whole, lexicon, options.planYear ?? null);
  const isDated = marked(text.length, dates);
  const hasAmount = (span: Span): boolean => amountsIn(folded, span, lexicon, (at) => isDated(at) || isInside(at)).length > 0;
  const read = (options.language ?? languageOf(text)) === 'zh' ? chineseClauses : englishClauses;
  const found = read(folded, lexicon, isInside, hasAmount);
  if ('narrative' in found) return found;
  const clauses = found.clauses.filter((clause) => clause.end > clause.start).sort((a, b) => a.start - b.start);
  const drafts = clauses.map((clause, index) => {
    const front = dates.find((date) => date.end <= (clauses[0]?.start ?? 0));
    const before = clauses[index - 1]?.end ?? 0;
    const own = dates.find((date) => date.start >= Math.max(before, 0) && date.end <= clause.end && isNear(date, clause, index));
    return draftOf(sentence, folded, lexicon, { clause, date: own ?? front ?? null, isTaken: (at) => isDated(at) || isInside(at) });
  });
  return { drafts };
}

/** A date belongs to the clause it stands in, or to the one that it stands right before. */
function isNear(date: FoundDate, clause: Clause, index: number): boolean {
  return date.start >= clause.start || index > 0;
}

interface Ingredients {
  readonly clause: Clause;
  readonly date: FoundDate | null;
  readonly isTaken: (at: number) => boolean;
}

function draftOf(sentence: PlanSentence, folded: string, lexicon: Lexicon, { clause, date, isTaken }: Ingredients): CommitmentDraft {
  const at = <S extends Span>(span: S): S => ({ ...span, start: span.start + sentence.start, end: span.end + sentence.start });
  const names = namesIn(sentence.text, folded, clause, lexicon);
  const isNamed = (offset: number): boolean => names.spans.some((span) => span.start <= offset && offset < span.end);
  const amount = leadingAmount(amountsIn(folded, clause, lexicon, (offset) => isTaken(offset) || isNamed(offset)));
  const number: DraftNumber | null = amount && {
    start: amount.number.start,
    end: amount.number.end,
    rule: amount.number.inWords ? 'number.words' : 'number.figures',
    value: amount.number.value,
    qualifier: amount.qualifier,
  };
  const unit: DraftUnit | null = amount?.unit
    ? { start: amount.unit.start, end: amount.unit.end, rule: amount.unit.isBefore ? 'unit.before' : 'unit.after', value: amount.unit.code }
    : null;
  const fields = {
    ...(names.department && { department: at(names.department) }),
    ...(names.place && { place: at(names.place) }),
    ...(date && { date: at(dateField(date)) }),
    ...(number && { number: at(number) }),
    ...(unit && { unit: at(unit) }),
  };
  const fired: readonly FiredRule[] = Object.values(fields).map(({ rule, start, end }) => ({ rule, start, end }));
  return {
    sentence: sentence.id,
    start: clause.start + sentence.start,
    end: clause.end + sentence.start,
    verbClass: clause.verbClass,
    ...fields,
    rules: [...clause.rules.map(at), ...fired],
  };
}

function dateField({ start, end, period, day, isAbsolute }: FoundDate): DraftDate {
  const rule = isAbsolute ? 'date.absolute' : day === null ? 'date.unresolved' : 'date.relative';
  return { start, end, rule, value: day, period };
}

function marked(length: number, spans: readonly Span[]): (at: number) => boolean {
  const marks = new Uint8Array(length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  return (at) => marks[at] === 1;
}
