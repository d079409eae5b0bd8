import { rowNamed } from '../register/leads.ts';
import type { Register } from '../register/register.ts';
import { type Trace, traceOf } from './trace.ts';

/** The plan axis that gives the colour. */
export const AIM_AXIS = 'aim';
const AIM = `${AIM_AXIS}:`;

/**
 * The aim a record is drawn in: its own tag `aim:x`, else the aim of a mention of it, else that of the first sentence (in the order of the
 * text) that reaches it and has one. A sentence: its own tag, else its first mention with an aim. A commitment: its own tag, else its sentence's.
 */
export function aimOf(register: Register, kind: string, id: string): string | null {
  const own = aimOfTags(tagsOf(register, kind, id));
  if (own) return own;
  const trace = traceOf(register);
  if (kind === 'sentence') return trace.mentionsOfSentence(id).find((mention) => mention.aim)?.aim ?? null;
  const mentioned = trace.mentionsOf(kind, id).find((mention) => mention.aim)?.aim;
  if (mentioned) return mentioned;
  for (const sentence of sentencesOf(register, trace, kind, id)) {
    const aim = aimOf(register, 'sentence', sentence);
    if (aim) return aim;
  }
  return null;
}

/** The aim among the tags of a record; null when there is none. */
export function aimOfTags(tags: readonly string[]): string | null {
  return tags.find((tag) => tag.startsWith(AIM))?.slice(AIM.length) ?? null;
}

function sentencesOf(register: Register, trace: Trace, kind: string, id: string): readonly string[] {
  const promised = kind === 'commitment' ? register.commitment.get(id)?.sentence : undefined;
  return promised === undefined ? trace.sentencesReaching(kind, id).map((reached) => reached.id) : [promised];
}

const TAGS = ['tags'] as const;

/** The tags a record carries itself, as `axis:value`. */
export function tagsOf(register: Register, kind: string, id: string): readonly string[] {
  const tags = rowNamed(register, kind, id, TAGS)?.tags;
  return Array.isArray(tags) ? tags : [];
}
