import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { Span } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import type { RuleId } from './rules.ts';
import { skipSpace } from './skip-space.ts';

/** The verbs at the head of a part of a Chinese sentence, with what stands before them. */
export interface VerbGroup extends Span {
  /** Where the adverbs begin: the clause begins there. */
  readonly from: number;
  readonly verbClass: VerbClass | null;
  readonly rule: RuleId;
  /** An adverb stands before it, one that belongs to no noun. */
  readonly isAdverbial: boolean;
}

/** A verb of these classes says what is promised, whatever adverb stands before it: `加快启动`. */
const LEADING: ReadonlySet<VerbClass | null> = new Set(['start', 'expedite', 'integrate', 'plan-ahead']);

/** What joins two verbs with one object: `坚持和完善`, `修缮、保护`. */
const JOINTS = new Set('和与及、并');

/** How many adverbs, and how many verbs, a group holds at most. */
const LONGEST_GROUP = 6;

/** Adverbs and verbs that begin at `at`: `持续深入开展`, `健全完善`. Null where no verb begins there. */
export function verbGroupAt(text: string, at: number, end: number, lexicon: Lexicon): VerbGroup | null {
  let position = at;
  let isAdverbial = false;
  let modifier: { readonly verbClass: VerbClass; readonly span: Span } | null = null;
  for (let turns = 0; turns < LONGEST_GROUP; turns += 1) {
    const word = lexicon.modifiers.at(text, position, end);
    const verb = lexicon.verbs.zh.at(text, position, end);
    if (word === null || (verb !== null && verb.end > word.end)) break;
    if (word.value !== 'adverb' && word.value !== 'attribute') modifier ??= { verbClass: word.value, span: word };
    isAdverbial ||= word.value !== 'attribute';
    position = skipSpace(text, word.end, end);
  }
  const first = lexicon.verbs.zh.at(text, position, end);
  if (first === null) {
    return modifier && position < end
      ? { from: at, ...modifier.span, verbClass: modifier.verbClass, rule: 'class.modifier', isAdverbial }
      : null;
  }
  let last = first;
  let verbClass = first.value.verbClass;
  for (let turns = 0; turns < LONGEST_GROUP; turns += 1) {
    const joint = lexicon.verbs.zh.at(text, last.end, end) === null && JOINTS.has(text.charAt(last.end)) ? 1 : 0;
    const next = lexicon.verbs.zh.at(text, last.end + joint, end);
    if (next === null || next.end === end || (joint === 1 && !goesOn(text, next.end))) break;
    verbClass ??= next.value.verbClass;
    last = next;
  }
  if (modifier && !LEADING.has(verbClass)) {
    return { from: at, start: first.start, end: last.end, verbClass: modifier.verbClass, rule: 'class.modifier', isAdverbial };
  }
  return { from: at, start: first.start, end: last.end, verbClass, rule: verbClass === null ? 'class.unknown' : 'class.verb', isAdverbial };
}

/** An object follows, not another mark or the end of a noun: `坚持和完善机制`, not `统筹和协调、…`. */
function goesOn(text: string, at: number): boolean {
  return /[^、，,；;。.和与及的]/.test(text.charAt(at));
}

/** True where the words between are nothing but verbs and adverbs, or nothing: `优化升级`. */
export function isVerbsOnly(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  let position = skipSpace(text, start, end);
  while (position < end) {
    const next = lexicon.verbs.zh.at(text, position, end) ?? lexicon.modifiers.at(text, position, end);
    if (next === null) return false;
    position = skipSpace(text, next.end, end);
  }
  return true;
}
