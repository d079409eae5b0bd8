import { type Language, onlyMark } from '@westgate/base';
import type { Sentence } from '@westgate/contract';

/** Behind sentences that are shown in the other language: that they are held in that one alone. */
export function OnlyIn({ sentences, language }: { readonly sentences: readonly Sentence[]; readonly language: Language }) {
  const marks = new Set(sentences.map(({ text }) => onlyMark(text, language)).filter((mark) => mark !== ''));
  return [...marks].map((mark) => (
    <span key={mark} className="only-in">
      {mark}
    </span>
  ));
}
