import { usePendingChanges } from '../api/review.ts';
import { useWords } from '../messages/words.ts';
import { useShownDay } from '../scope/district-context.ts';
import { useMayChange } from '../scope/may-change.ts';
import { useScope } from '../scope/use-scope.ts';
import { PendingItem } from './pending-item.tsx';

/** Changes shown at once; how many wait is told. */
const SHOWN = 6;

/**
 * On Today: the changes that wait for the programme office in the plan shown, for those who decide on them; of a past day those that waited then, to
 * be read alone. Nothing where none waits.
 */
export function PendingToday() {
  const word = useWords();
  const mayDecide = useMayChange('edit-all');
  const { isToday } = useShownDay();
  const { items = [], total = 0 } = usePendingChanges({ ...useScope(), limit: SHOWN }, mayDecide).data ?? {};
  if (!mayDecide || total === 0) return null;
  return (
    <section aria-labelledby="today-pending">
      <h2 id="today-pending">
        {word('pending.title')} <small>{total}</small>
      </h2>
      {isToday ? null : <p className="small soft">{word('pending.ofDay')}</p>}
      <ul className="pending-list small">
        {items.map((change) => (
          <PendingItem key={change.id} change={change} isNamed />
        ))}
      </ul>
      {total > items.length ? <p className="small soft">{word('bulk.more', { count: total - items.length })}</p> : null}
    </section>
  );
}
