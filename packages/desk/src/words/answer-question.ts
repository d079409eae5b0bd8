import { noSuch, type Said, WestgateError } from '@westgate/base';
import { type Change, hangingOn, nounOf, type Register, type Row } from '@westgate/domain';
import type { Ask } from '../deeds/ask.ts';
import { ChangeSet } from '../deeds/change-set.ts';
import { refuseFaults } from '../deeds/revise.ts';
import { newFaults } from '../folder/check-register.ts';
import { carrySentence } from './carry-sentence.ts';
import { dropQuestionsOf, type NextId, refindWords, standingOf } from './refind.ts';

/**
 * What a person decides of a question. `follow`: the sentence goes on in the candidates, or in the one that is named. `withdraw`: it stays
 * out of the text with what hangs on it; a phrase is taken out. `words`: these are the words looked for; where none are given, those proposed.
 */
export type Answer = Pick<Ask<'answer-question'>, 'decision'> & Partial<Pick<Ask<'answer-question'>, 'sentence' | 'zh' | 'en'>>;

/**
 * The changes that carry out an answer and end the question. `seq` is the number of the coming deed. Throws `WG_NOT_FOUND` where there is no
 * such question and `WG_INPUT_INVALID` where the answer does not fit it.
 */
export function answerQuestion(register: Register, id: string, answer: Answer, seq: number): readonly Change[] {
  const question = register.text_question.get(id);
  if (!question) throw new WestgateError('WG_NOT_FOUND', noSuch('open question', id), { id });
  const set = new ChangeSet(register);
  set.drop('text_question', id);
  let asked = 0;
  const nextId = (): string => {
    do asked += 1;
    while (register.text_question.has(`q${seq}-${asked}`));
    return `q${seq}-${asked}`;
  };
  const isOfWords = question.kind === 'clause' || question.kind === 'phrase';
  switch (answer.decision) {
    case 'follow':
      if (isOfWords)
        throw invalid({
          zh: `decision：这类问题（${question.kind}）应为 words 或 withdraw`,
          en: `decision: expected words or withdraw for a question of kind ${question.kind}, found follow`,
        });
      if (isOfEarlierPlan(register, question)) carryAnswered(set, question, answer.sentence, { seq, nextId });
      else follow(set, register, question, answer.sentence, nextId);
      break;
    case 'withdraw':
      if (question.kind === 'clause')
        throw invalid({
          zh: 'decision：承诺要有它的条款，应为 words',
          en: 'decision: expected words, as a commitment needs its clause, found withdraw',
        });
      if (question.kind === 'phrase') set.drop('mention', `${question.sentence}|${question.mention_kind}|${question.mention_id}`);
      break;
    case 'words':
      if (!isOfWords)
        throw invalid({
          zh: `decision：这类问题（${question.kind}）应为 follow 或 withdraw`,
          en: `decision: expected follow or withdraw for a question of kind ${question.kind}, found words`,
        });
      setWords(set, register, question, answer);
      break;
  }
  refuseFaults(newFaults(register, set.register));
  return set.changes;
}

/** True where the sentence stands in an earlier plan: what hangs on it is carried over, and stays there as well. */
function isOfEarlierPlan(register: Register, { sentence, document }: Row<'text_question'>): boolean {
  return rowOf(register, sentence).document !== document;
}

/** The sentences of the present text of `document` in which one goes on: the one that is named, else those proposed. Throws `WG_INPUT_INVALID` where there is none. */
function targetsOf(
  register: Register,
  question: Row<'text_question'>,
  document: string,
  named: string | null | undefined,
): readonly [Row<'sentence'>, ...Row<'sentence'>[]] {
  const ids = named === null || named === undefined ? question.candidates : [named];
  const [first, ...others] = ids.map((id) => rowOf(register, id));
  if (!first)
    throw invalid({
      zh: 'sentence：没有建议，请选定接到哪一句',
      en: 'sentence: expected the sentence that it goes on in, as none is proposed',
    });
  for (const target of [first, ...others]) {
    if (target.document === document && target.in_text) continue;
    throw invalid({
      zh: `sentence：应为 ${document} 现文本里的句子，现为 ${target.id}`,
      en: `sentence: expected one of the present text of ${document}, found ${target.id}`,
    });
  }
  return [first, ...others];
}

function carryAnswered(
  set: ChangeSet,
  question: Row<'text_question'>,
  named: string | null | undefined,
  how: { readonly seq: number; readonly nextId: NextId },
): void {
  const targets = targetsOf(set.register, question, question.document, named);
  carrySentence(set, { from: rowOf(set.register, question.sentence), targets, ...how });
}

function follow(
  set: ChangeSet,
  register: Register,
  question: Row<'text_question'>,
  named: string | null | undefined,
  nextId: NextId,
): void {
  const sentence = rowOf(register, question.sentence);
  const targets = targetsOf(register, question, sentence.document, named);
  const [only] = targets;
  const isOther = question.kind === 'split' || question.kind === 'merged';
  if (!isOther && targets.length > 1)
    throw invalid({
      zh: `sentence：应为以下之一：${question.candidates.join('、')}`,
      en: `sentence: expected one of ${question.candidates.join(', ')}`,
    });
  if (!isOther && hangingOn(register, only.id) === 0 && !isAskedOf(register, only.id))
    becomeOne(set, register, { sentence, fresh: only, nextId });
  else moveAll(set, register, { sentence, targets, nextId });
}

interface Becoming {
  readonly sentence: Row<'sentence'>;
  /** Its successor, on which nothing hangs yet: it gives its place and words and goes. */
  readonly fresh: Row<'sentence'>;
  readonly nextId: NextId;
}

/** The sentence goes on under its id with the words and the place of the new one. */
function becomeOne(set: ChangeSet, register: Register, { sentence, fresh, nextId }: Becoming): void {
  const next: Row<'sentence'> = {
    ...sentence,
    paragraph: fresh.paragraph,
    position: fresh.position,
    text_zh: fresh.text_zh ?? sentence.text_zh,
    text_en: fresh.text_en ?? sentence.text_en,
    kind: fresh.kind === 'source' || sentence.kind === 'source' ? fresh.kind : sentence.kind,
    checked_zh: false,
    checked_en: false,
    revision: sentence.revision + 1,
    in_text: true,
  };
  set.put('sentence', next);
  for (const refusal of register.draft_refusal.values()) {
    if (refusal.sentence === fresh.id) set.put('draft_refusal', { ...refusal, sentence: sentence.id });
  }
  set.drop('sentence', fresh.id);
  for (const other of register.text_question.values()) {
    if (!other.candidates.includes(fresh.id) || set.register.text_question.get(other.id) === undefined) continue;
    set.put('text_question', { ...other, candidates: other.candidates.map((id) => (id === fresh.id ? sentence.id : id)) });
  }
  refindWords(set, set.register, next, nextId);
}

interface Moving {
  readonly sentence: Row<'sentence'>;
  readonly targets: readonly Row<'sentence'>[];
  readonly nextId: NextId;
}

/** Each commitment and mention goes to the target in which its words stand best; the sentence stays held, outside the text. */
function moveAll(set: ChangeSet, register: Register, { sentence, targets, nextId }: Moving): void {
  const bestFor = (words: { readonly zh: string | null; readonly en: string | null }): Row<'sentence'> =>
    targets.reduce((best, target) => (standingOf(target, words) > standingOf(best, words) ? target : best));
  for (const commitment of register.commitment.values()) {
    if (commitment.sentence !== sentence.id) continue;
    const target = bestFor({ zh: commitment.clause_zh, en: commitment.clause_en });
    set.put('commitment', { ...commitment, sentence: target.id });
  }
  for (const [key, mention] of register.mention) {
    if (mention.sentence !== sentence.id) continue;
    const target = bestFor({ zh: mention.phrase_zh, en: mention.phrase_en });
    dropQuestionsOf(set, register, mention);
    set.drop('mention', key);
    const isThere = register.mention.has(`${target.id}|${mention.thing_kind}|${mention.thing_id}`);
    if (!isThere) set.put('mention', { ...mention, sentence: target.id });
  }
  for (const target of targets) refindWords(set, set.register, target, nextId);
}

/** Whether a question is put about this sentence itself. */
function isAskedOf(register: Register, sentence: string): boolean {
  return [...register.text_question.values()].some((question) => question.sentence === sentence);
}

function setWords(set: ChangeSet, register: Register, question: Row<'text_question'>, answer: Answer): void {
  const [zh, en] = [answer.zh ?? question.words_zh, answer.en ?? question.words_en];
  if (zh === null && en === null)
    throw invalid({ zh: 'words：没有建议的文字，请写中文或英文', en: 'words: expected the words in zh or en, as none are proposed' });
  if (question.kind === 'clause') {
    const commitment = register.commitment.get(question.commitment ?? '');
    if (!commitment) throw missing('commitment', question.commitment);
    set.put('commitment', { ...commitment, clause_zh: zh ?? commitment.clause_zh, clause_en: en ?? commitment.clause_en });
    return;
  }
  const mention = register.mention.get(`${question.sentence}|${question.mention_kind}|${question.mention_id}`);
  if (!mention) throw missing('mention', question.mention_id);
  set.put('mention', { ...mention, phrase_zh: zh ?? mention.phrase_zh, phrase_en: en ?? mention.phrase_en });
}

function rowOf(register: Register, id: string): Row<'sentence'> {
  const row = register.sentence.get(id);
  if (!row) throw missing('sentence', id);
  return row;
}

function missing(table: 'commitment' | 'mention' | 'sentence', id: string | null): WestgateError {
  return new WestgateError('WG_NOT_FOUND', noSuch(nounOf(table).en, id ?? ''), { table, id });
}

function invalid(message: Said): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', message);
}
