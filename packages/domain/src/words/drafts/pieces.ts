import type { PlanSentence } from '../split.ts';
import type { Span } from './draft.ts';

/** A part of a sentence that is read by itself; offsets within the sentence. */
export interface Piece extends Span {
  /** A cell of a table, an item of a list or a line without a full stop: headlines are promises there. */
  readonly isEntry: boolean;
}

const STOP = /[.!?](?=\s+["'(]?\p{Lu})|[。！？]/gu;

/** A row of a table, with marks at its ends or only between its cells. */
const ROW = /^\||\S \| \S|\S\t+\S/;
const CELL_END = /[|\t]/;

/** A row of a table gives the sentences of each cell, any other sentence itself. */
export function piecesOf({ text, kind }: PlanSentence): readonly Piece[] {
  if (!ROW.test(text)) return [{ start: 0, end: text.length, isEntry: kind === 'item' || kind === 'heading' }];
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && (!CELL_END.test(text.charAt(at)) || text.charAt(at - 1) === '\\')) continue;
    for (const piece of sentencesIn(text, start, at)) pieces.push({ ...piece, isEntry: true });
    start = at + 1;
  }
  return pieces;
}

function sentencesIn(text: string, start: number, end: number): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const { index, 0: mark } of text.slice(start, end).matchAll(STOP)) {
    spans.push({ start: from, end: start + index + mark.length });
    from = start + index + mark.length;
  }
  return [...spans, { start: from, end }].filter((span) => text.slice(span.start, span.end).trim() !== '');
}
