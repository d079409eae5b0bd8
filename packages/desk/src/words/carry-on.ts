import { type Language, noSuch, type Said, WestgateError } from '@westgate/base';
import { type Change, hangingOn, type Register, type Row, type TextComparison } from '@westgate/domain';
import { ChangeSet } from '../deeds/change-set.ts';
import { inTextOrder } from '../folder/plan-text.ts';
import { carrySentence } from './carry-sentence.ts';
import { comparedTexts } from './compared-texts.ts';
import { decideMatches, type MatchDecision } from './decide-matches.ts';
import { type PlacedSentence, placedOf } from './placed-sentence.ts';
import { questionOn } from './refind.ts';

/** Last year's plan and this year's, both held. */
export interface YearChange {
  readonly earlier: string;
  readonly document: string;
  readonly matches?: readonly MatchDecision[] | undefined;
}

/** What was carried from the earlier plan. `comparison` names its sentences by id, those of the later one by their position in `sentences`. */
export interface CarriedOn {
  readonly changes: readonly Change[];
  readonly comparison: TextComparison;
  readonly before: readonly PlacedSentence[];
  readonly sentences: readonly PlacedSentence[];
  /**
   * Commitments, mentions and links of the earlier plan: carried over, asked for, set apart by a decision, or `left` to the earlier years
   * because they name an event of these.
   */
  readonly links: {
    readonly before: number;
    readonly kept: number;
    readonly queued: number;
    readonly apart: number;
    readonly left: number;
  };
  readonly questions: readonly Row<'text_question'>[];
}

/**
 * Carries the links of an earlier plan over to a later one: where a sentence is kept or reworded beyond doubt, what hangs on it is made anew
 * for the later sentence; of every other one on which something hangs a question is put. Nothing of the earlier plan changes. Throws
 * `WG_NOT_FOUND` and `WG_INPUT_INVALID`.
 */
export function carryOn(register: Register, { earlier, document, matches = [] }: YearChange, seq: number): CarriedOn {
  const [old, fresh] = [textOf(register, earlier), textOf(register, document)];
  if (earlier === document) throw invalid({ zh: 'follows：应为另一份计划', en: 'follows: expected another plan' });
  const languages = (['zh', 'en'] as const).filter((language) => [old, fresh].every((rows) => rows.some((row) => row[`text_${language}`])));
  if (languages.length === 0)
    throw invalid({
      zh: `follows：应为有同一种语言文本的计划，现为 ${earlier}`,
      en: `follows: expected a plan with a text in the same language, found ${earlier}`,
    });
  const comparison = decideMatches(
    comparedTexts(
      old.map((row) => ({ id: row.id, revision: row.revision, text: textIn(row, languages) })),
      fresh.map((row) => textIn(row, languages)),
    ),
    matches,
    () => 1,
  );

  const set = new ChangeSet(register);
  let number = 0;
  const nextId = (): string => {
    do number += 1;
    while (register.text_question.has(`q${seq}-${number}`));
    return `q${seq}-${number}`;
  };
  const decided = new Map(matches.map((match) => [match.id, match.decision]));
  const links = { before: 0, kept: 0, queued: 0, apart: 0, left: 0 };
  for (const sentence of old) {
    const hanging = hangingOn(register, sentence.id);
    links.before += hanging;
    const { targets, kind, isSure } = fateOf(comparison, sentence.id);
    const rows = targets.flatMap((index) => fresh[index] ?? []);
    if (isSure || (decided.get(sentence.id) === 'follow' && rows.length > 0)) {
      if (kind === 'kept' && rows[0]) keepKind(set, sentence, rows[0]);
      const { asked, left } = carrySentence(set, { from: sentence, targets: rows, seq, nextId });
      links.queued += asked;
      links.left += left;
    } else if (decided.get(sentence.id) === 'apart') links.apart += hanging;
    else if (hanging > 0 && kind !== 'kept') {
      links.queued += hanging;
      const candidates = rows.map(({ id }) => String(id));
      set.put('text_question', { ...questionOn(sentence, nextId), document: fresh[0]?.document ?? sentence.document, kind, candidates });
    }
  }
  links.kept = links.before - links.queued - links.apart - links.left;
  return {
    changes: set.changes,
    comparison,
    before: old.map(placedOf),
    sentences: fresh.map(placedOf),
    links,
    questions: [...set.register.text_question.values()].filter(({ id }) => !register.text_question.has(id)),
  };
}

interface Fate {
  readonly kind: 'kept' | Row<'text_question'>['kind'];
  readonly targets: readonly number[];
  readonly isSure: boolean;
}

/** Where a sentence went, as far as the comparison tells. */
function fateOf({ kept, reworded, split, merged, removed }: TextComparison, id: string): Fate {
  const same = kept.find((each) => each.id === id);
  if (same) return { kind: 'kept', targets: [same.index], isSure: true };
  const other = reworded.find((each) => each.id === id);
  if (other) return { kind: 'reworded', targets: [other.index], isSure: true };
  const cut = split.find((each) => each.id === id);
  if (cut) return { kind: 'split', targets: cut.into, isSure: false };
  const drawn = merged.find(({ ids }) => ids.includes(id));
  if (drawn) return { kind: 'merged', targets: [drawn.index], isSure: false };
  const candidates = removed.find((each) => each.id === id)?.candidates ?? [];
  return { kind: candidates.length > 0 ? 'reworded' : 'removed', targets: candidates.map(({ index }) => index), isSure: false };
}

/** The same words are narrative for the same reason. */
function keepKind(set: ChangeSet, from: Row<'sentence'>, target: Row<'sentence'>): void {
  if (from.kind !== 'narrative' || target.kind !== 'promise') return;
  const { kind, reason_zh, reason_en } = from;
  set.put('sentence', { ...target, kind, reason_zh, reason_en });
}

function textOf(register: Register, document: string): readonly Row<'sentence'>[] {
  if (!register.document.has(document)) throw new WestgateError('WG_NOT_FOUND', noSuch('document', document), { id: document });
  const rows = [...register.sentence.values()].filter((sentence) => sentence.document === document && sentence.in_text);
  if (rows.length === 0)
    throw invalid({ zh: `follows：计划 ${document} 没有文本`, en: `follows: expected a plan with a text, found none of ${document}` });
  return inTextOrder(rows);
}

function textIn(row: Row<'sentence'>, languages: readonly Language[]): string {
  return languages.map((language) => row[`text_${language}`] ?? '').join('\n');
}

function invalid(message: Said): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', message, { field: 'follows' });
}
