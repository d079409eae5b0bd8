import { useEffect, useRef } from 'react';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { type TextPart, WordStrip } from '../../../parts/word-strip.tsx';
import type { VerbClass } from './review-model.ts';
import { KEYED_TYPES, typeKeys } from './type-keys.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** Words of a sentence become a commitment with the type that is chosen, by one key or one press. */
export function TakeForm({
  title,
  text,
  lang,
  part,
  onPart,
  onChoose,
  onMore,
  onCancel,
}: {
  readonly title: string;
  /** The sentence, and the words of it that are taken. */
  readonly text: string;
  readonly lang: string;
  readonly part: TextPart | null;
  readonly onPart: (part: TextPart | null) => void;
  readonly onChoose: (verbClass: VerbClass) => void;
  /** Opens the form with all that is known of it. */
  readonly onMore: () => void;
  readonly onCancel: () => void;
}) {
  const word = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('.word-strip')?.focus(), []);
  const choose = (verbClass: VerbClass): void => {
    if (part) onChoose(verbClass);
  };
  useReviewKeys({ ...typeKeys(choose), e: onMore, Escape: onCancel });
  return (
    <div className="cut-form" ref={box}>
      <h2>{title}</h2>
      <WordStrip text={text} lang={lang} label={word('cut.words')} part={part} onPart={onPart} />
      <p className="note">{word('cut.wordsHint')}</p>
      <div className="type-keys">
        {KEYED_TYPES.map(({ verbClass, key }) => (
          <Button key={verbClass} name={word(`verb.${verbClass}`)} keys={key} disabled={part === null} onClick={() => choose(verbClass)} />
        ))}
      </div>
      <p className="row cut-actions">
        <Button name={word('review.more')} keys="E" onClick={onMore} />
        <Button look="plain" name={word('cut.cancel')} keys="Esc" onClick={onCancel} />
      </p>
    </div>
  );
}
