import type { Comment } from '@westgate/contract';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useAsk } from '../api/ask.ts';
import { useSay, useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { Button } from '../parts/button.tsx';
import { DayText, useSayInstant } from '../parts/day-text.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { sayWho } from '../parts/say-deed.ts';
import { ActionButton, ActionPress } from '../record/form/action-button.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useMayAct } from '../scope/may-change.ts';
import { useWho } from '../scope/signed-in.ts';
import { useSetView, useView } from '../scope/use-view.ts';
import { CommentForm } from './comment-form.tsx';

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

/** A comment: who said it and when, its words, whom it mentions; to be answered, and withdrawn by its author. */
function CommentItem({ comment, children }: { readonly comment: Comment; readonly children?: ReactNode }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { mode } = useDistrictFrame().district;
  const words = say(comment.words);
  const item = useRef<HTMLLIElement>(null);
  const anchor = `comment-${comment.id}`;
  // It came after the page was opened at it.
  useLayoutEffect(() => {
    if (location.hash === `#${anchor}`) item.current?.scrollIntoView({ block: 'center' });
  }, [anchor]);
  return (
    <li ref={item} id={anchor} className={comment.replyTo === null ? 'comment' : 'comment reply'}>
      <p className="small soft">
        <CommentStamp comment={comment} />
      </p>
      {words === '' ? <p className="soft">{word('comment.withdrawn')}</p> : <CommentWords comment={comment} />}
      {mode === 'read-only' || words === '' ? null : (
        <div className="row small">
          <Button
            look="plain"
            name={word('comment.reply')}
            of={<AsWritten text={words.slice(0, 40)} />}
            onClick={() => setView({ edit: `reply:${comment.id}` })}
          />
          <Withdraw comment={comment} />
        </div>
      )}
      {children}
    </li>
  );
}

/** Who said it, and when. */
export function CommentStamp({ comment: { said, on } }: { readonly comment: Comment }) {
  const word = useWords();
  const sayAt = useSayInstant();
  if (!said) return <DayText on={on} />;
  return (
    <>
      <b>{sayWho(word, said.who)}</b> <time dateTime={said.at}>{sayAt(said.at)}</time>
    </>
  );
}

/** Its words, and whom it mentions. */
export function CommentWords({ comment: { words, departments, persons } }: { readonly comment: Comment }) {
  const word = useWords();
  const say = useSay();
  const names = [...departments.map(({ id, name }) => say(name) || id), ...persons.map(({ name }) => name ?? word('comment.someone'))];
  return (
    <p className="comment-words">
      <AsWritten text={say(words)} />
      {names.map((name) => (
        <span key={name} className="mention">
          {' '}
          @{name}
        </span>
      ))}
    </p>
  );
}

function Withdraw({ comment: { id, isOwn, said } }: { readonly comment: Comment }) {
  const [who] = useWho();
  if (!(isOwn ?? said?.who === who.trim())) return null;
  return <ActionPress name="withdraw-comment" params={{ id }} given={{}} />;
}
