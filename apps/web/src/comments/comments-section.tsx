import type { Comment } from '@westgate/contract';
import { useAsk } from '../api/ask.ts';
import { useWords } from '../messages/words.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { ActionButton } from '../record/form/action-button.tsx';
import { useMayAct } from '../scope/may-change.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';

/** The comments of the office on a record, newest last, each answer below what it answers. They are never published. */
export function CommentsSection({ subject }: { readonly subject: { readonly kind: Comment['subject']['kind']; readonly id: string } }) {
  const word = useWords();
  const setView = useSetView();
  const { edit } = useView();
  const mayAct = useMayAct();
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
      {edit === 'write-comment' ? (
        <CommentForm subject={subject} onDone={close} />
      ) : mayAct('write-comment') ? (
        <p className="part-start">
          <ActionButton name="write-comment" className="button" />
        </p>
      ) : null}
    </section>
  );
}
