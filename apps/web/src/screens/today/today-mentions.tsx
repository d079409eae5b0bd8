import { Link } from '@tanstack/react-router';
import { useMentions } from '../../api/comments.ts';
import { CommentStamp, CommentWords } from '../../comments/comment-item.tsx';
import { useSay, useWords } from '../../messages/words.ts';
import { pageOf } from '../../parts/thing-link.tsx';
import { useSignedIn } from '../../scope/signed-in.ts';
import type { ViewSearch } from '../../scope/view-search.ts';

/** Comments of the last two weeks that mention who is signed in, or the department; each leads to its place. Nothing where none does. */
export function TodayMentions({ department }: { readonly department: string | undefined }) {
  const word = useWords();
  const say = useSay();
  const person = useSignedIn();
  const items = useMentions(department).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="today-mentions">
      <h2 id="today-mentions">
        {word(person ? 'comment.mentionedYou' : 'comment.mentioned')} <small>{items.length}</small>
      </h2>
      <ul className="today-mentions small">
        {items.map((comment) => (
          <li key={comment.id}>
            <CommentStamp comment={comment} />
            <CommentWords comment={comment} />
            {comment.subject.kind === 'district' ? null : (
              <Link
                {...pageOf(comment.subject.kind, comment.subject.id)}
                hash={`comment-${comment.id}`}
                search={(before: ViewSearch) => ({ lang: before.lang, theme: before.theme, type: before.type })}
              >
                {say(comment.subject.name) || comment.subject.id}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
