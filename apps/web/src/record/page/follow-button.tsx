import { useFollows } from '../../api/follows.ts';
import { useWords } from '../../messages/words.ts';
import { WhyNot } from '../../parts/why-not.tsx';

/** Follows a record, or no longer, in one press: Today tells what became of it. */
export function FollowButton({ kind, id }: { readonly kind: string; readonly id: string }) {
  const word = useWords();
  const { items, follow, error } = useFollows();
  const record = `${kind}:${id}`;
  const isFollowed = items.includes(record);
  return (
    <>
      <WhyNot said="bulk.failed" error={error} />
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
