import { dayOf, daysBetween } from '@westgate/base';
import { useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';
import type { WaitedFor } from './level-model.ts';

/** Who is waited for at the foot of the board: how many projects, and for how long the first, where they were asked. */
export function BoardWaits({
  waits,
  waiting,
  asOf,
}: {
  readonly waits: readonly WaitedFor[];
  /** How many projects wait; null where it is not known. */
  readonly waiting: number | null;
  readonly asOf: string;
}) {
  const word = useWords();
  if (waiting === null) return <p className="board-waits small soft">{word('board.waitsUnknown')}</p>;
  if (waiting === 0) return <p className="board-waits small soft">{word('board.noWaits')}</p>;
  return (
    <div className="board-waits">
      <b>{word('board.waitingCount', { count: waiting })}</b>
      <ul>
        {waits.map(({ of, count, since }) => (
          <li key={of?.id ?? ''}>
            {of ? <ThingLink thing={of} /> : word('supplier.owners')} <b>{count}</b>
            {since ? <span className="soft"> {word('board.longest', { days: daysBetween(dayOf(since), dayOf(asOf)) })}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
