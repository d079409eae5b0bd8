import type { PlanSentence, PlanText } from './split.ts';

/** A sentence in both languages. */
export interface AlignedSentence {
  /** The id both have. */
  readonly id: string;
  readonly zh: PlanSentence;
  readonly en: PlanSentence;
}

/** A paragraph (or all source lines: `paragraph: null`) that has more sentences in one language than in the other. */
export interface AlignmentFault {
  readonly paragraph: number | null;
  readonly zh: number;
  readonly en: number;
  /** For a person: `paragraph 2 has 4 sentences in Chinese and 5 in English`. */
  readonly message: string;
}

export type Alignment =
  | { readonly status: 'aligned'; readonly pairs: readonly AlignedSentence[] }
  | { readonly status: 'differs'; readonly faults: readonly AlignmentFault[] };

/** Pairs the sentences of two language versions of a text by paragraph and position, sources by their order. Rules are passed over. */
export function alignTexts(zh: PlanText, en: PlanText): Alignment {
  const faults: AlignmentFault[] = [];
  for (let index = 0; index < Math.max(zh.paragraphs.length, en.paragraphs.length); index += 1) {
    addFault(faults, index + 1, zh.paragraphs[index] ?? 0, en.paragraphs[index] ?? 0);
  }
  addFault(faults, null, countSources(zh), countSources(en));
  if (faults.length > 0) return { status: 'differs', faults };
  const english = new Map(en.sentences.map((sentence) => [sentence.id, sentence]));
  const pairs = zh.sentences.flatMap((sentence) => {
    const partner = sentence.kind === 'rule' ? undefined : english.get(sentence.id);
    return partner === undefined ? [] : [{ id: sentence.id, zh: sentence, en: partner }];
  });
  return { status: 'aligned', pairs };
}

function addFault(faults: AlignmentFault[], paragraph: number | null, zh: number, en: number): void {
  if (zh === en) return;
  const what = paragraph === null ? 'the text' : `paragraph ${paragraph}`;
  const unit = paragraph === null ? 'source line' : 'sentence';
  faults.push({ paragraph, zh, en, message: `${what} has ${zh} ${unit}${zh === 1 ? '' : 's'} in Chinese and ${en} in English` });
}

function countSources(text: PlanText): number {
  return text.sentences.filter((sentence) => sentence.kind === 'source').length;
}
