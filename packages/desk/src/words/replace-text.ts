import { idOf, type Language, noSuch, type Said, WestgateError } from '@westgate/base';
import {
  alignTexts,
  type Change,
  hangingOn,
  isReadable,
  type PlanSentence,
  type Register,
  type Row,
  splitPlanText,
  type TextComparison,
} from '@westgate/domain';
import { ChangeSet } from '../deeds/change-set.ts';
import { numbered } from '../deeds/new-id.ts';
import { refuseFaults } from '../deeds/revise.ts';
import { newFaults } from '../folder/check-register.ts';
import { inTextOrder, onOneLine, writePlanText } from '../folder/plan-text.ts';
import { type Answer, answerQuestion } from './answer-question.ts';
import { comparedTexts } from './compared-texts.ts';
import { decideMatches, type MatchDecision } from './decide-matches.ts';
import { type PlacedSentence, placedOf } from './placed-sentence.ts';
import { questionOn, refindWords } from './refind.ts';

/** The new words of a plan, in one language or in both. */
export interface TextDraft {
  readonly document: string;
  readonly zh?: string | undefined;
  readonly en?: string | undefined;
  /** Whose words they are, where that changes. */
  readonly wording?: 'official' | 'rendering' | undefined;
  /** What a person decided of proposed matches. */
  readonly matches?: readonly MatchDecision[] | undefined;
}

/** What replacing a text does. `comparison` names sentences of the new text by their position in `sentences`. */
export interface TextReplacement {
  readonly changes: readonly Change[];
  readonly comparison: TextComparison;
  /** The old text and the new one. */
  readonly before: readonly PlacedSentence[];
  readonly sentences: readonly PlacedSentence[];
  /** Commitments, mentions and links of the old text; all of them are either kept or asked for. */
  readonly links: { readonly before: number; readonly kept: number; readonly queued: number };
  readonly questions: readonly Row<'text_question'>[];
}

interface Piece {
  readonly sentence: PlanSentence;
  readonly texts: Readonly<Partial<Record<Language, string>>>;
}

/**
 * Replaces the text of a plan. Sentences that are kept or reworded keep their id and all that hangs on it; of every other old sentence a
 * question is put, and it is held outside the text until that is decided. `seq` is the number of the coming deed: new ids carry it, so that
 * none is ever given twice. Throws `WG_NOT_FOUND` and `WG_INPUT_INVALID`.
 */
export function replaceText(register: Register, draft: TextDraft, seq: number): TextReplacement {
  const document = register.document.get(draft.document);
  if (!document) throw new WestgateError('WG_NOT_FOUND', noSuch('document', draft.document), { id: draft.document });
  const languages = languagesOf(register, draft);
  const pieces = piecesOf(draft, languages);
  const held = [...register.sentence.values()].filter((sentence) => sentence.document === document.id && sentence.in_text);
  const before = inTextOrder(held);
  const texts = (pair: { readonly zh: string | null; readonly en: string | null }) =>
    languages.map((language) => pair[language] ?? '').join('\n');
  const comparison = decideMatches(
    comparedTexts(
      before.map((row) => ({ id: row.id, revision: row.revision, text: texts({ zh: row.text_zh, en: row.text_en }) })),
      pieces.map((piece) => texts({ zh: piece.texts.zh ?? null, en: piece.texts.en ?? null })),
    ),
    draft.matches ?? [],
    (id) => register.sentence.get(id)?.revision ?? 1,
  );

  const set = new ChangeSet(register);
  const rows = placeSentences(set, register, { document, pieces, comparison, seq });
  let asked = 0;
  const nextId = () => {
    asked += 1;
    return numbered(`q${seq}-${asked}`, (id) => register.text_question.has(idOf<'text_question'>(id)));
  };
  const asking = askAll(set, { register, comparison, rows, nextId });
  const answered = answersOf(asking, draft.matches ?? []);
  const questions = asking.filter(({ id }) => !answered.has(id));
  let queued = questions.reduce((sum, { sentence }) => sum + hangingOn(register, sentence), 0);
  for (const { id } of [...comparison.kept, ...comparison.reworded]) {
    const row = set.register.sentence.get(id);
    if (row) queued += refindWords(set, register, row, nextId);
  }
  if (document.wording !== (draft.wording ?? document.wording)) set.put('document', { ...document, wording: draft.wording });
  else if (document.wording === 'none')
    throw invalid(
      {
        zh: `wording：${document.id} 还没有文本，应为 official 或 rendering`,
        en: `wording: expected official or rendering, as no text of ${document.id} was held`,
      },
      'wording',
    );
  for (const [id, answer] of answered) {
    for (const { table, key, after } of answerQuestion(set.register, id, answer, seq)) {
      if (after) set.put(table, after);
      else set.drop(table, key);
    }
  }
  checkResult(register, set.register, document, rows);
  const total = before.reduce((sum, { id }) => sum + hangingOn(register, id), 0);
  return {
    changes: set.changes,
    comparison,
    before: before.map(placedOf),
    sentences: rows.map(placedOf),
    links: { before: total, kept: total - queued, queued },
    questions: [...set.register.text_question.values()].filter(({ id }) => !register.text_question.has(id)),
  };
}

function languagesOf(register: Register, draft: TextDraft): readonly Language[] {
  const [district] = register.district.values();
  const given = (['zh', 'en'] as const).filter((language) => draft[language] !== undefined);
  if (given.length === 0)
    throw invalid({ zh: 'texts：应有中文文本、英文文本或两者', en: 'texts: expected the text in zh, in en or in both' }, 'texts');
  for (const language of given) {
    if (!district?.languages.includes(language)) {
      throw invalid(
        {
          zh: `${language}：本区只用 ${district?.languages.join('、')}`,
          en: `${language}: expected a text in ${district?.languages.join(' or ')}, the languages the district keeps`,
        },
        language,
      );
    }
    const text = draft[language] ?? '';
    if (!isReadable(text.replaceAll('\r', '')))
      throw invalid({ zh: `${language}：应为读得出的字符`, en: `${language}: expected readable characters` }, language);
  }
  return given;
}

function piecesOf(draft: TextDraft, languages: readonly Language[]): readonly Piece[] {
  const splits = languages.map((language) => ({ language, split: splitPlanText(cleanText(draft[language] ?? '')) }));
  const [first, second] = splits;
  if (first && second) {
    const alignment = alignTexts(first.split, second.split);
    if (alignment.status === 'differs') {
      const [fault] = alignment.faults;
      throw new WestgateError(
        'WG_INPUT_INVALID',
        { zh: `texts：两种语言的句数须相同；${fault?.message}`, en: `texts: expected as many sentences in both; ${fault?.message}` },
        {
          faults: alignment.faults,
        },
      );
    }
  }
  const pieces = (first?.split.sentences ?? [])
    .filter(({ kind }) => kind !== 'rule')
    .map((sentence): Piece => {
      const texts = splits.map(({ language, split }) => [
        language,
        onOneLine(split.sentences.find(({ id }) => id === sentence.id)?.text ?? ''),
      ]);
      return { sentence, texts: Object.fromEntries(texts) };
    });
  if (pieces.length === 0) throw invalid({ zh: 'texts：至少要有一句', en: 'texts: expected at least one sentence, found none' }, 'texts');
  return pieces;
}

interface Placing {
  readonly document: Row<'document'>;
  readonly pieces: readonly Piece[];
  readonly comparison: TextComparison;
  readonly seq: number;
}

/** Puts each sentence of the new text into its row and takes the others out of the text. Gives the rows in the order of the text. */
function placeSentences(set: ChangeSet, register: Register, { document, pieces, comparison, seq }: Placing): readonly Row<'sentence'>[] {
  const carried = new Map([...comparison.kept, ...comparison.reworded].map(({ id, index }) => [index, id]));
  const revisions = new Map(comparison.reworded.map(({ index, revision }) => [index, revision]));
  const rows = pieces.map(({ sentence, texts }, index): Row<'sentence'> => {
    const old = register.sentence.get(carried.get(index) ?? '') ?? newRow(register, document, sentence, seq);
    const revision = revisions.get(index);
    const isSource = sentence.kind === 'source';
    return {
      ...old,
      paragraph: sentence.paragraph,
      position: sentence.position,
      text_zh: texts.zh ?? old.text_zh,
      text_en: texts.en ?? old.text_en,
      kind: isSource ? 'source' : old.kind === 'source' ? 'promise' : old.kind,
      revision: revision ?? old.revision,
      checked_zh: revision === undefined && old.checked_zh,
      checked_en: revision === undefined && old.checked_en,
    };
  });
  for (const row of rows) set.put('sentence', row);
  for (const id of leftOut(comparison)) {
    const row = register.sentence.get(id);
    if (row) set.put('sentence', { ...row, in_text: false });
  }
  return rows;
}

function newRow(register: Register, document: Row<'document'>, sentence: PlanSentence, seq: number): Row<'sentence'> {
  return {
    id: idOf<'sentence'>(numbered(`${sentence.id}-d${seq}`, (id) => register.sentence.has(idOf<'sentence'>(id)))),
    document: document.id,
    paragraph: sentence.paragraph,
    position: sentence.position,
    text_zh: null,
    text_en: null,
    kind: 'promise',
    reason_zh: null,
    reason_en: null,
    checked_zh: false,
    checked_en: false,
    tags: [],
    revision: 1,
    in_text: true,
    rev: 1,
  };
}

interface Asking {
  readonly register: Register;
  readonly comparison: TextComparison;
  readonly rows: readonly Row<'sentence'>[];
  readonly nextId: () => string;
}

/** A question for every old sentence that no id was carried on from. */
function askAll(
  set: ChangeSet,
  { register, comparison: { split, merged, removed }, rows, nextId }: Asking,
): readonly Row<'text_question'>[] {
  const idAt = (index: number): string => rows[index]?.id ?? '';
  const asked = [
    ...split.map(({ id, into }) => ({ id, kind: 'split' as const, candidates: into.map(idAt) })),
    ...merged.flatMap(({ ids, index }) => ids.map((id) => ({ id, kind: 'merged' as const, candidates: [idAt(index)] }))),
    ...removed.map(({ id, candidates }) => ({
      id,
      kind: candidates.length > 0 ? ('reworded' as const) : ('removed' as const),
      candidates: candidates.map(({ index }) => idAt(index)),
    })),
  ];
  return asked.flatMap(({ id, kind, candidates }) => {
    const sentence = register.sentence.get(id);
    if (!sentence) return [];
    const question = { ...questionOn(sentence, nextId), kind, candidates };
    set.put('text_question', question);
    return [question];
  });
}

/** What was decided of the questions already: they are answered in the same deed. */
function answersOf(questions: readonly Row<'text_question'>[], matches: readonly MatchDecision[]): ReadonlyMap<string, Answer> {
  const decided = new Map(matches.map((match) => [match.id, match]));
  const answers = new Map<string, Answer>();
  for (const { id, sentence } of questions) {
    const match = decided.get(sentence);
    if (match?.decision === 'apart') answers.set(id, { decision: 'withdraw' });
    else if (match) answers.set(id, { decision: 'follow' });
  }
  return answers;
}

function leftOut({ split, merged, removed }: TextComparison): readonly string[] {
  return [...split.map(({ id }) => id), ...merged.flatMap(({ ids }) => ids), ...removed.map(({ id }) => id)];
}

/** The folder must give back the same sentences, and the records must hold together. */
export function checkResult(before: Register, register: Register, document: Row<'document'>, rows: readonly Row<'sentence'>[]): void {
  const own = [...register.sentence.values()].filter((sentence) => sentence.document === document.id);
  for (const language of ['zh', 'en'] as const) {
    const written = writePlanText(own, language);
    if (written === null) continue;
    const read = splitPlanText(written).sentences.filter(({ kind }) => kind !== 'rule');
    const index = inTextOrder(rows).findIndex((row, at) => row[`text_${language}`] !== onOneLine(read[at]?.text ?? null));
    if (index < 0 && read.length === rows.length) continue;
    const text = inTextOrder(rows)[index]?.[`text_${language}`] ?? '';
    throw invalid(
      {
        zh: `${language}：句子须能再分得开；这一句分不开：${text}`,
        en: `${language}: expected sentences that can be told apart again; this one cannot: ${text}`,
      },
      language,
    );
  }
  refuseFaults(newFaults(before, register));
}

function cleanText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

function invalid(message: Said, field: string): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', message, { field });
}
