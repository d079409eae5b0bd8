import { LANGUAGE_TAGS, type Language } from '@westgate/base';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { Form } from '../../../parts/form.tsx';
import { type TextPart, WordStrip } from '../../../parts/word-strip.tsx';
import { wordsIn } from '../../../parts/word-strip-model.ts';
import { type ReviewDraft, splitDraft } from './review-model.ts';

/** Where the second of two promises begins: its first word is chosen, Enter or S splits there. */
export function SplitForm({
  draft,
  text,
  language,
  onSplit,
  onCancel,
}: {
  readonly draft: ReviewDraft;
  readonly text: string;
  readonly language: Language;
  readonly onSplit: (at: number) => void;
  readonly onCancel: () => void;
}) {
  const word = useWords();
  const clause = text.slice(draft.start, draft.end);
  const [part, setPart] = useState<TextPart | null>(() =>
    placeToSplit(
      clause,
      draft.seams.map((at) => at - draft.start),
    ),
  );
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('.word-strip')?.focus(), []);
  const at = part ? draft.start + part.start : null;
  const parts = at === null ? null : splitDraft(draft, text, at);
  const split = (): void => {
    if (at !== null && parts) onSplit(at);
  };
  return (
    <Form
      className="cut-form"
      ref={box}
      onSend={split}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        else if (
          (event.key === 'Enter' || event.key === 's') &&
          event.target instanceof HTMLElement &&
          event.target.closest('.word-strip')
        ) {
          event.preventDefault();
          split();
        }
      }}
    >
      <h2>{word('review.splitTitle')}</h2>
      <WordStrip text={clause} lang={LANGUAGE_TAGS[language]} label={word('review.splitTitle')} part={part} onPart={setPart} />
      {parts ? (
        <ol className="split-parts">
          {parts.map((each) => (
            <li key={each.key} className="serif">
              {text.slice(each.start, each.end)}
            </li>
          ))}
        </ol>
      ) : (
        <p className="note">{word('review.splitHint')}</p>
      )}
      <p className="row cut-actions">
        <Button type="submit" look="filled" name={word('review.split')} keys="S" disabled={!parts} />
        <Button look="plain" name={word('cut.cancel')} onClick={onCancel} />
      </p>
    </Form>
  );
}

/** The seam that the rules read nearest to the middle of the clause; where they read none the word in its middle: a first proposal. */
function placeToSplit(clause: string, seams: readonly number[]): TextPart | null {
  const middle = clause.length / 2;
  const words = wordsIn(clause).filter(({ isWord }) => isWord);
  const nearest = (places: readonly number[]): number | undefined =>
    places.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  const seam = nearest(seams);
  const start = seam === undefined ? nearest(words.slice(1).map((each) => each.start)) : words.find((each) => each.start >= seam)?.start;
  return start === undefined ? null : { start, end: start + 1 };
}
