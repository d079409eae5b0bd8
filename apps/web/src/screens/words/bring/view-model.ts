import { isPeriod, type Language } from '@westgate/base';
import type { PlanRequest } from '@westgate/contract';
import { alignTexts, type PlanSentence, splitPlanText } from '@westgate/domain';
import type { WordId } from '../../../messages/words.ts';

/** What a person fills in to bring a plan. */
export interface PlanFields {
  /** The text in the first language, and in the other one where it is given. */
  readonly text: string;
  readonly other: string;
  readonly title: string;
  readonly otherTitle: string;
  readonly kind: 'plan' | 'linked-plan';
  readonly wording: 'official' | 'rendering';
  readonly covers: string;
  readonly publisher: string;
  /** The plan of earlier years it goes on from; empty where it follows none. */
  readonly follows: string;
  readonly who: string;
}

export const NO_PLAN: PlanFields = {
  text: '',
  other: '',
  title: '',
  otherTitle: '',
  kind: 'plan',
  wording: 'official',
  covers: '',
  publisher: '',
  follows: '',
  who: '',
};

/** A field that keeps the plan from being stored, and what to do about it. */
export interface PlanFault {
  readonly field: keyof PlanFields;
  readonly word: WordId;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A sentence as it will be held. */
interface PreviewSentence {
  readonly id: string;
  readonly number: string;
  readonly kind: Exclude<PlanSentence['kind'], 'rule'>;
  readonly text: string;
  /** The same in the other language; null where that is not given, or not as many sentences long. */
  readonly other: string | null;
}

/** What a text is cut into before it is stored. */
export interface TextPreview {
  readonly language: Language;
  readonly sentences: readonly PreviewSentence[];
  /** Paragraphs that have more sentences in one language than in the other: how many in Chinese and in English. */
  readonly faults: readonly { readonly paragraph: number | null; readonly zh: number; readonly en: number }[];
}

/**
 * The text cut into sentences. The language of the first text is found by its words, among those that the district keeps; a text without
 * words is taken to be in the first of them.
 */
export function previewOf(text: string, other: string, languages: readonly Language[]): TextPreview {
  const first = splitPlanText(text);
  const isTold = text.trim() !== '' && languages.includes(first.language);
  const language = isTold ? first.language : (languages[0] ?? first.language);
  const second = other.trim() === '' ? null : splitPlanText(other);
  const alignment = second && (language === 'zh' ? alignTexts(first, second) : alignTexts(second, first));
  const partners = new Map(second?.sentences.map((sentence) => [sentence.id, sentence.text]));
  const isAligned = alignment?.status === 'aligned';
  return {
    language,
    sentences: first.sentences.flatMap(({ id, paragraph, position, kind, text: words }) => {
      if (kind === 'rule') return [];
      const number = kind === 'source' ? '' : `${paragraph}.${position}`;
      return [{ id, number, kind, text: words, other: isAligned ? (partners.get(id) ?? null) : null }];
    }),
    faults: alignment?.status === 'differs' ? alignment.faults.map(({ paragraph, zh, en }) => ({ paragraph, zh, en })) : [],
  };
}

/** Everything that keeps the plan from being stored. The server checks again. */
export function faultsOf(fields: PlanFields, preview: TextPreview): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  if (preview.sentences.length === 0) faults.push({ field: 'text', word: 'bring.fault.text' });
  const [fault] = preview.faults;
  if (fault) {
    const { paragraph, zh, en } = fault;
    faults.push(
      paragraph === null
        ? { field: 'other', word: 'bring.fault.sources', values: { zh, en } }
        : { field: 'other', word: 'bring.fault.aligned', values: { paragraph, zh, en } },
    );
  }
  if (fields.title.trim() === '') faults.push({ field: 'title', word: 'bring.fault.title' });
  if (fields.covers.trim() !== '' && !isPeriod(fields.covers.trim())) faults.push({ field: 'covers', word: 'bring.fault.covers' });
  if (fields.who.trim() === '') faults.push({ field: 'who', word: 'record.fault.who' });
  return faults;
}

/** What is sent. */
export function requestOf(fields: PlanFields, { language }: TextPreview): PlanRequest {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  const isBoth = fields.other.trim() !== '';
  return {
    [`title_${language}`]: given(fields.title),
    [`title_${other}`]: isBoth ? given(fields.otherTitle) : undefined,
    kind: fields.kind,
    wording: fields.wording,
    covers: given(fields.covers),
    [`publisher_${language}`]: given(fields.publisher),
    [language]: fields.text,
    [other]: isBoth ? fields.other : undefined,
    follows: given(fields.follows),
    who: fields.who.trim(),
  } as PlanRequest;
}

/** A title that the text itself gives: its first heading, without its marks. */
export function titleIn({ sentences }: TextPreview): string {
  const [first] = sentences;
  return first?.kind === 'heading' ? first.text.replace(/^[#\s]+/, '').trim() : '';
}
