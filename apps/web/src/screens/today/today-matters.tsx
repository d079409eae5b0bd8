import { Link } from '@tanstack/react-router';
import type { Today } from '@westgate/contract';
import { useWords } from '../../messages/words.ts';
import type { ViewSearch } from '../../scope/view-search.ts';
import { MatterLine } from '../../supervision/matter-line.tsx';

/** Matters under supervision whose next step is owed: to be signed for, reported on, verified or closed. Nothing where none is. */
export function TodayMatters({ today: { matters, matterCount, department } }: { readonly today: Today }) {
  const word = useWords();
  if (matters.length === 0) return null;
  return (
    <section aria-labelledby="today-matters">
      <h2 id="today-matters" className="today-title">
        {word('matter.today')} <small>{matterCount}</small>
        <Link to="/supervision" className="small" search={(before: ViewSearch) => ({ ...before, department: department?.id })}>
          {word('matter.todayAll')}
        </Link>
      </h2>
      <ul className="matter-list">
        {matters.map((matter) => (
          <MatterLine key={matter.id} matter={matter} />
        ))}
      </ul>
    </section>
  );
}
