import { useWords } from '../../../messages/words.ts';
import type { ReviewDesk } from './use-review.ts';

/** How far the review is: what is left, what was decided here, and what the plan holds by now. */
export function ReviewProgress({
  desk: { items, tally, pending },
  commitments,
}: {
  readonly desk: ReviewDesk;
  readonly commitments: number;
}) {
  const word = useWords();
  const drafts = items.filter(({ kind }) => kind === 'draft').length;
  const done = tally.accepted + tally.refused + tally.narrative;
  const all = done + items.length;
  return (
    <div className="review-progress">
      <progress value={done} max={Math.max(all, 1)} aria-label={word('review.progress', { done, all })} />
      <p className="small">
        <b>{word('review.left', { drafts, narrative: items.length - drafts })}</b>{' '}
        <span className="soft">{word('review.tally', { ...tally, commitments })}</span>{' '}
        {pending > 0 ? <output className="storing">{word('review.pending', { count: pending })}</output> : null}
      </p>
    </div>
  );
}
