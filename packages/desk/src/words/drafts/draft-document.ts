import { isPeriod, type Language, noSuch, periodSpan, WestgateError } from '@westgate/base';
import { type PlanDrafts, type PlanSentence, type PlanText, type Register, type Row, splitPlanText } from '@westgate/domain';
import { inTextOrder } from '../../folder/plan-text.ts';
import { draftInWorker } from './draft-in-worker.ts';
import type { DraftedPlan, DraftPlanOptions } from './draft-plan.ts';

/** Where a clause lies in its sentence. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Drafts for the held text of a document, read in a worker: clauses that are not cut into commitments yet, and sentences that may be marked narrative. Offsets
 * are UTF-16 units of the sentences joined by blanks. Without a plan year, that of a plan for one year holds. Throws `WG_NOT_FOUND`.
 */
export async function draftDocument(register: Register, id: string, options: DraftPlanOptions = {}): Promise<DraftedPlan> {
  const document = register.document.get(id);
  if (!document) throw new WestgateError('WG_NOT_FOUND', noSuch('document', id), { id });
  const rows = inTextOrder([...register.sentence.values()].filter((row) => row.document === document.id && row.in_text));
  const language = options.language ?? languageOf(register, rows);
  const plan = planOf(rows, language);
  const drafted = await draftInWorker(register, plan, { planYear: options.planYear ?? yearOf(document), language });
  return { plan, ...withoutCut(register, plan, drafted, language) };
}

function withoutCut(register: Register, plan: PlanText, drafted: PlanDrafts, language: Language): PlanDrafts {
  const texts = new Map(plan.sentences.map((sentence) => [sentence.id, sentence]));
  const cut = new Map<string, Span[]>();
  for (const commitment of register.commitment.values()) {
    const sentence = texts.get(commitment.sentence);
    const clause = language === 'zh' ? commitment.clause_zh : commitment.clause_en;
    if (!sentence) continue;
    const at = clause === null ? -1 : sentence.text.indexOf(clause);
    const start = sentence.start + Math.max(0, at);
    cut.set(sentence.id, [...(cut.get(sentence.id) ?? []), { start, end: at < 0 ? sentence.end : start + (clause?.length ?? 0) }]);
  }
  const refused = refusedIn(register, texts, language);
  const isOpen = (sentence: string): boolean => register.sentence.get(sentence)?.kind === 'promise';
  const settled = (sentence: string): readonly Span[] => [...(cut.get(sentence) ?? []), ...(refused.get(sentence) ?? [])];
  return {
    drafts: drafted.drafts.filter((draft) => isOpen(draft.sentence) && !settled(draft.sentence).some((span) => isSame(span, draft))),
    narrative: drafted.narrative.filter(({ sentence }) => isOpen(sentence) && settled(sentence).length === 0),
  };
}

/** Where the words that a person refused stand, as long as they stand in their sentence. */
function refusedIn(register: Register, texts: ReadonlyMap<string, PlanSentence>, language: Language): ReadonlyMap<string, readonly Span[]> {
  const refused = new Map<string, readonly Span[]>();
  for (const refusal of register.draft_refusal.values()) {
    const sentence = texts.get(refusal.sentence);
    const words = language === 'zh' ? refusal.words_zh : refusal.words_en;
    const at = sentence && words !== null ? sentence.text.indexOf(words) : -1;
    if (!sentence || words === null || at < 0) continue;
    const start = sentence.start + at;
    refused.set(sentence.id, [...(refused.get(sentence.id) ?? []), { start, end: start + words.length }]);
  }
  return refused;
}

/** Two clauses that cover half of the shorter one together are one. */
function isSame(a: Span, b: Span): boolean {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return both * 2 >= Math.min(a.end - a.start, b.end - b.start);
}

function planOf(rows: readonly Row<'sentence'>[], language: Language): PlanText {
  const sentences: PlanSentence[] = [];
  const paragraphs: number[] = [];
  let start = 0;
  for (const row of rows) {
    const text = (language === 'zh' ? row.text_zh : row.text_en) ?? '';
    if (text === '') continue;
    const kind = row.kind === 'source' ? 'source' : (splitPlanText(text).sentences[0]?.kind ?? 'sentence');
    sentences.push({ id: row.id, start, end: start + text.length, text, paragraph: row.paragraph, position: row.position, kind });
    paragraphs[row.paragraph - 1] = (paragraphs[row.paragraph - 1] ?? 0) + 1;
    start += text.length + 1;
  }
  return { language, paragraphs, sentences };
}

function languageOf(register: Register, rows: readonly Row<'sentence'>[]): Language {
  const [district] = register.district.values();
  const kept = (['zh', 'en'] as const).filter((each) => district?.languages.includes(each) ?? true);
  const inOrder = district?.languages[0] === 'en' ? [...kept].reverse() : kept;
  return inOrder.find((each) => rows.some((row) => (each === 'zh' ? row.text_zh : row.text_en) !== null)) ?? inOrder[0] ?? 'en';
}

function yearOf({ covers }: Row<'document'>): number | undefined {
  if (covers === null || !isPeriod(covers)) return undefined;
  const [first, last] = periodSpan(covers).map((day) => Number(day.slice(0, 4)));
  return first === last ? first : undefined;
}
