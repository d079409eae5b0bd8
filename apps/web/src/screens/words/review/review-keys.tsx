import type { Sentence } from '@westgate/contract';
import { useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import type { TextPart } from '../../../parts/word-strip.tsx';
import { typeKeys } from './type-keys.ts';
import type { ReviewActions } from './use-actions.ts';
import type { ReviewDesk } from './use-review.ts';
import { type Keys, useReviewKeys } from './use-review-keys.ts';

const NO_KEYS: Keys = {};

/** The keys that decide, as buttons: the same by hand, by mouse and by thumb. */
export function ReviewKeys({
  desk,
  sentence,
  actions,
  part,
  sure,
  context,
}: {
  readonly desk: ReviewDesk;
  readonly sentence: Sentence | null;
  readonly actions: ReviewActions;
  /** Words that were chosen in a sentence of which nothing is drafted. */
  readonly part: TextPart | null;
  /** Drafts of which the rules leave nothing open. */
  readonly sure: number;
  /** Sentences that are proposed as context. */
  readonly context: number;
}) {
  const word = useWords();
  const { current, items } = desk;
  const isDraft = current?.kind === 'draft';
  const isNarrative = current?.kind === 'narrative';
  const at = items.findIndex(({ key }) => key === current?.key);
  const next = items[at + 1];
  const canMerge = isDraft && next?.kind === 'draft' && next.sentence === current.sentence;
  const canNarrate = current !== null && (sentence?.commitmentIds.length ?? 0) === 0;
  const ofSentence = items.filter((item) => item.kind === 'draft' && item.sentence === current?.sentence).length;
  const all: Keys = {
    ...(current ? typeKeys((verbClass) => actions.acceptAs(verbClass, { part })) : {}),
    a: current && current.kind !== 'open' ? actions.accept : null,
    A: ofSentence > 1 ? actions.acceptSentence : null,
    c: isDraft ? () => actions.open('take', true) : null,
    e: current ? () => actions.open('edit') : null,
    t: isDraft ? () => actions.open('take') : null,
    s: isDraft ? () => actions.open('split') : null,
    m: canMerge ? actions.merge : null,
    r: current ? actions.refuse : null,
    n: canNarrate ? actions.narrate : null,
    o: isDraft ? actions.toggleOwner : null,
    u: desk.canUndo ? actions.undo : null,
    j: () => desk.step(1),
    k: () => desk.step(-1),
  };
  const keys: Keys = desk.isUndoing ? NO_KEYS : all;
  useReviewKeys(keys);
  const button = (key: string, label: string, look = 'button') => (
    <button type="button" className={look} disabled={!keys[key]} onClick={() => keys[key]?.()}>
      {label} <kbd>{key.toUpperCase()}</kbd>
    </button>
  );
  return (
    <div className="review-keys">
      {button('a', word(isNarrative ? 'review.acceptNarrative' : 'review.accept'), 'button filled')}
      {button('r', word(isDraft || current === null ? 'review.refuse' : 'cut.open'))}
      {button('t', word('review.acceptAs'))}
      {button('e', word('list.change'))}
      {button('s', word('review.split'))}
      {button('m', word('review.merge'))}
      {button('c', word('review.another'))}
      {button('n', word('narrative.mark'))}
      {button('u', word('undo.act'))}
      {button('k', word('review.previous'))}
      {button('j', word('review.next'))}
      {ofSentence > 1 ? (
        <Button
          name={word('review.acceptSentence', { count: ofSentence })}
          keys="⇧ A"
          className="wide"
          disabled={desk.isUndoing}
          onClick={actions.acceptSentence}
        />
      ) : null}
      {sure > 1 ? (
        <Button
          name={word('review.sure', { count: sure })}
          className="wide"
          disabled={desk.isUndoing}
          onClick={() => actions.open('sure')}
        />
      ) : null}
      {context > 1 ? (
        <Button
          name={word('review.context', { count: context })}
          className="wide"
          disabled={desk.isUndoing}
          onClick={() => actions.open('context')}
        />
      ) : null}
    </div>
  );
}
