import { Link } from '@tanstack/react-router';
import { useGaps } from '../../api/questions.ts';
import { isWordId, useWords } from '../../messages/words.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { GapLine } from '../../parts/gap-line.tsx';

/** Every record with one gap, and the reason. */
export function GapList({ gap, noun }: { readonly gap: string; readonly noun: string | undefined }) {
  const word = useWords();
  const { items, total, hasMore, isAsking, askMore } = useGaps(gap, noun === 'commitment' || noun === 'place' ? noun : undefined);
  const name = `gap.${gap}`;
  return (
    <section aria-labelledby="gaps">
      <div className="register-title">
        <h2 id="gaps">
          {isWordId(name) ? word(name) : gap} <small>{total ?? ''}</small>
        </h2>
        <Link to="/register" className="button plain">
          {word('register.back')}
        </Link>
      </div>
      {total === 0 ? <EmptyState>{word('register.noGaps')}</EmptyState> : null}
      <ul className="lines gap-list">
        {items.map((each) => (
          <GapLine key={`${each.thing.kind}:${each.thing.id}`} gap={each} />
        ))}
      </ul>
      {hasMore ? (
        <p className="row pages">
          <button type="button" className="button" disabled={isAsking} onClick={askMore}>
            {word('atlas.table.more')}
          </button>
        </p>
      ) : null}
    </section>
  );
}
