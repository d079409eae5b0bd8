import { LANGUAGE_TAGS, type Language } from '@westgate/base';
import type { Sentence } from '@westgate/contract';
import { useEffect, useRef } from 'react';
import { useWords } from '../../../messages/words.ts';
import { groupedBy } from '../../../parts/grouped-by.ts';
import { piecesOf, type ReviewDraft, type ReviewItem } from './review-model.ts';

/** The text of the plan: the current draft with what was read from its words, what is left to review underlined, choosing it goes there. */
export function ReviewText({
  sentences,
  items,
  current,
  language,
  onGo,
}: {
  readonly sentences: readonly Sentence[];
  readonly items: readonly ReviewItem[];
  readonly current: ReviewItem | null;
  readonly language: Language;
  readonly onGo: (key: string) => void;
}) {
  const root = useRef<HTMLDivElement>(null);
  const left = groupedBy(items, ({ sentence }) => sentence);
  const paragraphs = groupedBy(
    sentences.filter(({ text }) => text[language] !== null),
    ({ paragraph }) => paragraph,
  );
  const shown = current?.sentence ?? '';
  useEffect(() => {
    root.current?.querySelector(`[data-review="${CSS.escape(shown)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    <div className="review-text" ref={root} lang={LANGUAGE_TAGS[language]}>
      {[...paragraphs].map(([number, members]) => (
        <p key={number} className="text">
          {members.map((sentence) => {
            const own = left.get(sentence.id) ?? [];
            const isCurrent = sentence.id === current?.sentence;
            const draft = isCurrent && current?.kind === 'draft' ? current.draft : null;
            const text = sentence.text[language] ?? '';
            return (
              <span
                key={sentence.id}
                data-review={sentence.id}
                className={`review-sentence ${isCurrent ? 'current' : ''} ${own.length > 0 ? 'left' : ''}`}
                aria-current={isCurrent ? 'true' : undefined}
              >
                <SentenceMark sentence={sentence} left={own} onGo={onGo} />
                {draft ? <MarkedText text={text} draft={draft} /> : text}
                {language === 'en' ? ' ' : ''}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}

/** The number of a sentence; a button to its first item where some are left. */
function SentenceMark({
  sentence: { number, kind, commitmentIds },
  left,
  onGo,
}: {
  readonly sentence: Sentence;
  readonly left: readonly ReviewItem[];
  readonly onGo: (key: string) => void;
}) {
  const word = useWords();
  const [first] = left;
  if (first) {
    return (
      <button type="button" className="review-number" onClick={() => onGo(first.key)}>
        {number}
        <span className="unseen"> {word('review.leftHere', { count: left.length })}</span>
      </button>
    );
  }
  const state = commitmentIds.length > 0 ? '✓' : kind === 'narrative' ? '–' : '';
  return (
    <sup>
      {number}
      {state}
    </sup>
  );
}

/** The sentence with the clause of the draft and each field in its colour and line, its name behind it. */
function MarkedText({ text, draft }: { readonly text: string; readonly draft: ReviewDraft }) {
  const word = useWords();
  return piecesOf(text, draft).map((piece) => (
    <span key={piece.at} className={`${piece.isClause ? 'in-clause' : ''} ${piece.field ? `field-${piece.field}` : ''}`}>
      {piece.text}
      {piece.field && piece.isFieldEnd ? <small className="field-tag">{word(`review.field.${piece.field}`)}</small> : null}
    </span>
  ));
}
