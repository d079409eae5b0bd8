import type { Language } from '@westgate/base';
import { isWritten, skipBlanks } from './characters.ts';
import { languageOf } from './language-of.ts';
import { isSourceInBrackets } from './lines.ts';
import { pairsOf } from './pairs.ts';
import { type Block, blocksOf, isComplete } from './paragraphs.ts';
import { sentenceEnd } from './sentence-end.ts';

/**
 * What a piece of a plan text is. `heading` and `item` (of a list) may do without a full stop; `source` only names where the text comes
 * from; `rule` is a line without letters or digits, such as `---`.
 */
export type PieceKind = 'sentence' | 'heading' | 'item' | 'source' | 'rule';

/** A sentence of a plan text. */
export interface PlanSentence {
  /** `p2s4` = paragraph 2, sentence 4; `source`, `source-2`; `rule`, `rule-2`. */
  readonly id: string;
  /** UTF-16 offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The text from `start` to `end`, to the letter. */
  readonly text: string;
  /** From 1. Sources and rules are not counted: they bear the number the next paragraph has, or would have. */
  readonly paragraph: number;
  /** Sentence within the paragraph, from 1. */
  readonly position: number;
  readonly kind: PieceKind;
}

/** A plan text cut into sentences. */
export interface PlanText {
  readonly language: Language;
  /** How many sentences each paragraph has: `[1, 5, 5, 5]`. */
  readonly paragraphs: readonly number[];
  /** In the order of the text, apart from each other; every character that is not white space is in one of them. */
  readonly sentences: readonly PlanSentence[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const STOPS = /[.．。｡!?！？…]+/g;

/**
 * Cuts a plan text, Chinese or English, plain or Markdown, into sentences. Never fails; takes time in proportion to the text.
 * A list item or heading is a paragraph of its own, with its mark inside its first sentence. `；` and `;` end no sentence.
 */
export function splitPlanText(text: string): PlanText {
  const sentences: PlanSentence[] = [];
  const paragraphs: number[] = [];
  const apart = { source: 0, rule: 0 };
  for (const block of blocksOf(text)) {
    const paragraph = paragraphs.length + 1;
    let counted = 0;
    for (const span of cutBlock(text, block)) {
      const piece = { ...span, text: text.slice(span.start, span.end), paragraph };
      const kind = kindOf(block, piece.text);
      if (kind === 'source' || kind === 'rule') {
        apart[kind] += 1;
        sentences.push({ id: apart[kind] === 1 ? kind : `${kind}-${apart[kind]}`, ...piece, position: counted + 1, kind });
      } else {
        counted += 1;
        sentences.push({ id: `p${paragraph}s${counted}`, ...piece, position: counted, kind });
      }
    }
    if (counted > 0) paragraphs.push(counted);
  }
  return { language: languageOf(text), paragraphs, sentences };
}

function kindOf(block: Block, text: string): PieceKind {
  const first = block.lines[0];
  if (first === undefined) return 'sentence';
  if (first.kind === 'source' || first.kind === 'rule' || first.kind === 'heading' || first.kind === 'item') {
    return first.kind === 'item' && isSourceInBrackets(text) ? 'source' : first.kind;
  }
  if (isSourceInBrackets(text)) return 'source';
  return block.lines.length === 1 && first.columns <= 130 && !isComplete(first.body) ? 'heading' : 'sentence';
}

function cutBlock(text: string, block: Block): readonly Span[] {
  const kind = block.lines[0]?.kind;
  if (kind === 'source' || kind === 'rule' || kind === 'table') return [{ start: block.start, end: block.end }];
  return cutParagraph(text.slice(block.start, block.end)).map(({ start, end }) => ({ start: block.start + start, end: block.start + end }));
}

function cutParagraph(paragraph: string): Span[] {
  const pairs = pairsOf(paragraph);
  const spans: Span[] = [];
  let from = 0;
  let nextPair = 0;
  for (const { index: at, 0: marks } of paragraph.matchAll(STOPS)) {
    while ((pairs[nextPair]?.close ?? at) < at) nextPair += 1;
    const pair = pairs[nextPair];
    const end = sentenceEnd(paragraph, { from, at, marks, around: pair !== undefined && pair.open < at ? pair : null });
    if (end === null) continue;
    spans.push({ start: from, end });
    from = skipBlanks(paragraph, end, paragraph.length);
  }
  if (from < paragraph.length) spans.push({ start: from, end: paragraph.length });
  return joinUnwritten(paragraph, spans);
}

/** Pieces without a letter or digit go to the sentence before them, or the first of them to the one after. The paragraph has some letter. */
function joinUnwritten(paragraph: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  let lead: number | null = null;
  for (const span of spans) {
    const before = joined.at(-1);
    if (isWritten(paragraph.slice(span.start, span.end))) {
      joined.push({ start: lead ?? span.start, end: span.end });
      lead = null;
    } else if (before !== undefined) joined[joined.length - 1] = { start: before.start, end: span.end };
    else lead ??= span.start;
  }
  return joined;
}
