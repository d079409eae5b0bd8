import type { Comment } from '@westgate/contract';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useSay, useWords } from '../messages/words.ts';
import { AsWritten } from '../parts/as-written.tsx';
import { DayText, useSayInstant } from '../parts/day-text.tsx';
import { sayWho } from '../parts/say-deed.ts';
import { ActionPress } from '../record/form/action-button.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useSetView } from '../scope/use-view.ts';
import { useWho } from '../scope/use-who.ts';

/** A comment: who said it and when, its words, whom it mentions; to be answered, and withdrawn by its author. */
export function CommentItem({ comment, children }: { readonly comment: Comment; readonly children?: ReactNode }) {
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
          <button type="button" className="button plain" onClick={() => setView({ edit: `reply:${comment.id}` })}>
            {word('comment.reply')}
            <span className="unseen">
              {' '}
              <AsWritten text={words.slice(0, 40)} />
            </span>
          </button>
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
