import type { Comment } from '@westgate/contract';
import { useAsk } from '../api/ask.ts';
import { useDistrictFrame } from '../frame/district-context.ts';
import { useSetView, useView } from '../frame/use-view.ts';
import { useWords } from '../messages/words.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';

/** What the address says while a comment is written. */
const OPEN = 'comment';

/** The comments of the office on a record, newest last, each answer below what it answers. They are never published. */
export function CommentsSection({ subject }: { readonly subject: { readonly kind: Comment['subject']['kind']; readonly id: string } }) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const { mode } = useDistrictFrame().district;
  const answer = useAsk('comments', { query: { of: `${subject.kind}:${subject.id}` } }).data;
  const items = answer?.items ?? [];
  const close = (): void => setView({ edit: undefined }, { replace: true });
  return (
    <section className="section" aria-labelledby="comments">
      <h2 id="comments">
        {word('comment.title')} <small>{word('comment.lead')}</small>
      </h2>
      {answer && items.length === 0 ? <EmptyState>{word('comment.none')}</EmptyState> : null}
      <ol className="comments">
        {items.map((comment) => (
          <CommentItem key={comment.id} comment={comment}>
            {edit === `reply:${comment.id}` ? <CommentForm subject={subject} replyTo={comment.id} onDone={close} /> : null}
          </CommentItem>
        ))}
      </ol>
      {edit === OPEN ? (
        <CommentForm subject={subject} onDone={close} />
      ) : mode === 'read-only' ? null : (
        <p className="part-start">
          <button type="button" className="button" onClick={() => setView({ edit: OPEN })}>
            {word('comment.write')}
          </button>
        </p>
      )}
    </section>
  );
}
