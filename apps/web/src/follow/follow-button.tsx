import { useFollows } from '../api/follows.ts';
import { useWords } from '../messages/words.ts';

/** Follows a record, or no longer, in one press: Today tells what became of it. */
export function FollowButton({ kind, id }: { readonly kind: string; readonly id: string }) {
  const word = useWords();
  const { items, follow, error } = useFollows();
  const record = `${kind}:${id}`;
  const isFollowed = items.includes(record);
  return (
    <>
      {error ? (
        <span role="alert" className="small breach">
          {word('bulk.failed', { why: error.message })}
        </span>
      ) : null}
      <button
        type="button"
        className="button plain follow"
        aria-pressed={isFollowed}
        title={word('follow.hint')}
        onClick={() => follow(record, !isFollowed)}
      >
        {word(isFollowed ? 'follow.followed' : 'follow.act')}
      </button>
    </>
  );
}
