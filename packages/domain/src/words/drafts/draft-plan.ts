import type { Language } from '@westgate/base';
import { languageOf } from '../language-of.ts';
import { pairsOf } from '../pairs.ts';
import type { PlanSentence, PlanText } from '../split.ts';
import { type Amount, amountsIn, leadingAmount } from './amounts.ts';
import { chineseClauses } from './chinese-clauses.ts';
import type { Clause, ClauseContext, Clauses } from './clause.ts';
import { datesIn } from './dates.ts';
import { doubtsOf, seamsOf } from './doubts.ts';
import type { CommitmentDraft, DraftDate, DraftNumber, DraftUnit, FiredRule, NarrativeDraft, PlanDrafts, Span } from './draft.ts';
import { englishClauses } from './english-clauses.ts';
import { foldText } from './fold-text.ts';
import { type Given, givenAround, NOTHING } from './given.ts';
import { withLearnedType } from './learned-type.ts';
import type { Lexicon } from './lexicon.ts';
import { namesIn } from './names.ts';
import { type Piece, piecesOf } from './pieces.ts';
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
    if ('narrative' in read)
      narrative.push({ sentence: sentence.id, rule: sentence.kind === 'heading' ? 'narrative.heading' : read.narrative });
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
  const isInside = insidePairs(text);
  const dates = datesIn(folded, { start: 0, end: text.length }, lexicon, options.planYear ?? null);
  const isDated = marked(text.length, dates);
  const isTaken = (at: number): boolean => isDated(at) || isInside(at);
  const ends = new Map(dates.map(({ start, end }) => [start, end]));
  const context: Omit<ClauseContext, 'isEntry'> = {
    lexicon,
    isInside,
    hasAmount: (span) => amountsIn(folded, span, lexicon, isTaken).length > 0,
    amountOf: (span) => {
      const amount = leadingAmount(amountsIn(folded, span, lexicon, isTaken));
      return (
        amount && {
          value: amount.number.value,
          unit: amount.unit?.code ?? null,
          span: { start: amount.number.start, end: amount.number.end },
        }
      );
    },
    dateEnd: (at) => ends.get(at) ?? at,
  };
  const isChinese = (options.language ?? languageOf(text)) === 'zh';
  const read = isChinese ? chineseClauses : englishClauses;
  const pieces = piecesOf(sentence);
  const found = pieces.map((piece) => readPiece(folded, piece, context, read));
  const named = new Uint8Array(text.length);
  const drafts = pieces.flatMap((piece, index) => {
    const each = found[index];
    const clauses = each && 'clauses' in each ? each.clauses.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start) : [];
    const own = dates.filter(({ start, end }) => start >= piece.start && end <= piece.end);
    const given = givenAround(sentence, folded, lexicon, clauses, own, piece);
    return clauses.map((clause, at) => {
      const draft = draftOf(sentence, folded, lexicon, { clause, named, isTaken, isChinese, dates, ...(given[at] ?? NOTHING) });
      return withLearnedType(draft, sentence, lexicon, isChinese ? 'zh' : 'en');
    });
  });
  if (drafts.length > 0) return { drafts };
  const without = found.find((each) => 'narrative' in each);
  return without ?? { narrative: 'narrative.none' };
}

/** The clauses of a piece of a sentence, which the rules read as if it stood alone; offsets within the sentence. */
function readPiece(
  folded: string,
  { start, end, isEntry }: Piece,
  context: Omit<ClauseContext, 'isEntry'>,
  read: (text: string, context: ClauseContext) => Clauses,
): Clauses {
  const shifted = <S extends Span>(span: S): S => ({ ...span, start: span.start + start, end: span.end + start });
  const found = read(folded.slice(start, end), {
    lexicon: context.lexicon,
    isEntry,
    isInside: (at) => context.isInside(at + start),
    hasAmount: (span) => context.hasAmount(shifted(span)),
    amountOf: (span) => {
      const amount = context.amountOf(shifted(span));
      return amount && { ...amount, span: { start: amount.span.start - start, end: amount.span.end - start } };
    },
    dateEnd: (at) => context.dateEnd(at + start) - start,
  });
  if ('narrative' in found) return found;
  return {
    clauses: found.clauses.map((clause) => {
      const [opening, verb] = clause.rules;
      return { ...shifted(clause), rules: [shifted(opening), shifted(verb)] };
    }),
  };
}

/** Where the amount of a clause is looked for: behind the verb of a target. */
function targetOf({ rules: [opening, verb] }: Clause): number {
  return opening.rule === 'clause.target' && verb.rule === 'class.target' && verb.start > opening.start - 1 ? verb.start : 0;
}

const DATE_RULES = { said: 'date.absolute', carried: 'date.carried', plan: 'date.relative', 'not-known': 'date.unresolved' } as const;

interface Ingredients extends Given {
  readonly clause: Clause;
  readonly isTaken: (at: number) => boolean;
  /** Offsets of the sentence at which something is named; those of the clause are added. */
  readonly named: Uint8Array;
  readonly isChinese: boolean;
  /** All dates of the sentence. */
  readonly dates: readonly Span[];
}

function draftOf(
  sentence: PlanSentence,
  folded: string,
  lexicon: Lexicon,
  { clause, date, department, isTaken, named, isChinese, dates }: Ingredients,
): CommitmentDraft {
  const at = <S extends Span>(span: S): S => ({ ...span, start: span.start + sentence.start, end: span.end + sentence.start });
  const names = namesIn(sentence.text, folded, clause, lexicon);
  const owner = names.department ?? department;
  for (const span of names.spans) named.fill(1, span.start, span.end);
  const amounts = amountsIn(folded, clause, lexicon, (offset) => isTaken(offset) || named[offset] === 1);
  const amount = leadingAmount(amounts, targetOf(clause));
  const number: DraftNumber | null = amount && {
    start: amount.number.start,
    end: amount.number.end,
    rule: amount.number.inWords ? 'number.words' : 'number.figures',
    value: amount.number.value,
    qualifier: amount.qualifier,
  };
  const unit = amount && unitOf(amount);
  const looked = {
    lexicon,
    isChinese,
    isTaken,
    date,
    dates: dates.filter((each) => each.start >= clause.start && each.end <= clause.end).length,
    amounts: amounts.length,
  };
  const seams = seamsOf(folded, clause, looked);
  const doubts = doubtsOf(sentence.text, clause, seams, looked);
  const fields = {
    ...(owner && { department: at(owner) }),
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
    doubts,
    seams: seams.map((offset) => offset + sentence.start),
    ...(names.places.length > 1 && { places: names.places.map(at) }),
    rules: [...clause.rules.map(at), ...fired],
  };
}

function dateField({ start, end, period, day, year }: NonNullable<Given['date']>): DraftDate {
  return { start, end, rule: DATE_RULES[year], value: day, period };
}

function marked(length: number, spans: readonly Span[]): (at: number) => boolean {
  const marks = new Uint8Array(length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  return (at) => marks[at] === 1;
}

/** Says of each offset of a sentence whether it lies inside brackets or quotation marks, the marks included. */
function insidePairs(sentence: string): (at: number) => boolean {
  const inside = new Uint8Array(sentence.length);
  for (const { open, close } of pairsOf(sentence)) inside.fill(1, open, close + 1);
  return (at) => inside[at] === 1;
}

function unitOf({ unit, counted }: Amount): DraftUnit | null {
  if (counted) return { start: counted.start, end: counted.end, rule: 'unit.counted', value: counted.code };
  return unit && { start: unit.start, end: unit.end, rule: unit.isBefore ? 'unit.before' : 'unit.after', value: unit.code };
}
