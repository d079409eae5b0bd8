import { idOf, type Language } from '@westgate/base';
import { findWords, keyOf, type Register, type Row } from '@westgate/domain';
import type { ChangeSet } from '../deeds/change-set.ts';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
/** How much of the words must stand in a place for it to be proposed. */
const LEAST = 0.4;

/** Gives a question an id of its own. */
export type NextId = () => string;

type Words = { readonly zh: string | null; readonly en: string | null };

/**
 * Looks for the clauses of a sentence's commitments and for the phrases of its mentions in its present words. Those that are set in another
 * way are set so; for those that are not there, a question is put that proposes the likeliest words, and they stay as they were. Gives how
 * many were asked for.
 */
export function refindWords(set: ChangeSet, register: Register, sentence: Row<'sentence'>, nextId: NextId): number {
  let asked = 0;
  for (const commitment of register.commitment.values()) {
    if (commitment.sentence !== sentence.id) continue;
    dropQuestions(set, register, (question) => question.commitment === commitment.id);
    const found = refind(sentence, { zh: commitment.clause_zh, en: commitment.clause_en });
    if (found.changed) set.put('commitment', { ...commitment, clause_zh: found.words.zh, clause_en: found.words.en });
    if (found.proposed === null) continue;
    asked += 1;
    set.put('text_question', { ...questionOn(sentence, nextId, found.proposed), kind: 'clause', commitment: commitment.id });
  }
  for (const mention of register.mention.values()) {
    if (mention.sentence !== sentence.id) continue;
    dropQuestionsOf(set, register, mention);
    const found = refind(sentence, { zh: mention.phrase_zh, en: mention.phrase_en });
    if (found.changed) set.put('mention', { ...mention, phrase_zh: found.words.zh, phrase_en: found.words.en });
    if (found.proposed === null) continue;
    asked += 1;
    const asking = { kind: 'phrase' as const, mention_kind: mention.thing_kind, mention_id: mention.thing_id };
    set.put('text_question', { ...questionOn(sentence, nextId, found.proposed), ...asking });
  }
  return asked;
}

/** Ends what is asked of the phrase of a mention. */
export function dropQuestionsOf(set: ChangeSet, register: Register, mention: Row<'mention'>): void {
  dropQuestions(set, register, (question) => isOf(question, mention));
}

/** How well the words of a commitment or mention stand in a sentence: 1 where they stand there to the letter, 0 where nothing like them does. */
export function standingOf(sentence: Row<'sentence'>, words: Words): number {
  return Math.max(
    0,
    ...LANGUAGES.map((language) => {
      const [text, part] = [sentence[`text_${language}`], words[language]];
      if (text === null || part === null) return 0;
      return text.includes(part) ? 1 : (findWords(text, part, LEAST)?.similarity ?? 0);
    }),
  );
}

/** An empty question about a sentence. */
export function questionOn(sentence: Row<'sentence'>, nextId: NextId, words: Words = { zh: null, en: null }): Row<'text_question'> {
  return {
    id: idOf<'text_question'>(nextId()),
    document: sentence.document,
    kind: 'removed',
    sentence: sentence.id,
    candidates: [],
    commitment: null,
    mention_kind: null,
    mention_id: null,
    words_zh: words.zh,
    words_en: words.en,
    rev: 1,
  };
}

function refind(
  sentence: Row<'sentence'>,
  before: Words,
): { readonly words: Words; readonly changed: boolean; readonly proposed: Words | null } {
  const words: { zh: string | null; en: string | null } = { ...before };
  const proposed: { zh: string | null; en: string | null } = { zh: null, en: null };
  let isOpen = false;
  for (const language of LANGUAGES) {
    const [text, part] = [sentence[`text_${language}`], before[language]];
    if (part === null || (text !== null && standsOnce(text, part))) continue;
    const found = text === null ? null : findWords(text, part, LEAST);
    const there = text === null || found === null ? null : text.slice(found.start, found.end);
    if (text !== null && there !== null && found?.isSame && standsOnce(text, there)) words[language] = there;
    else {
      isOpen = true;
      proposed[language] = text !== null && there !== null && standsOnce(text, there) ? there : null;
    }
  }
  return { words, changed: words.zh !== before.zh || words.en !== before.en, proposed: isOpen ? proposed : null };
}

/** True where `part` stands in `text` once, and only once. */
function standsOnce(text: string, part: string): boolean {
  const at = text.indexOf(part);
  return at >= 0 && !text.includes(part, at + 1);
}

function dropQuestions(set: ChangeSet, register: Register, isMeant: (question: Row<'text_question'>) => boolean): void {
  for (const question of register.text_question.values()) if (isMeant(question)) set.drop('text_question', question.id);
}

function isOf(question: Row<'text_question'>, mention: Row<'mention'>): boolean {
  const { sentence, mention_kind, mention_id } = question;
  return (
    mention_id !== null && keyOf('mention', { sentence, thing_kind: mention_kind, thing_id: mention_id }) === keyOf('mention', mention)
  );
}
