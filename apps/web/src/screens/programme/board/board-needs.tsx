import { dayOf, daysBetween } from '@westgate/base';
import { useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';
import type { NeededFrom } from './level-model.ts';

/** From whom open gates need something, at the foot of the board: for how many projects, and for how long the first, where they were asked. */
export function BoardNeeds({
  needed,
  needing,
  asOf,
}: {
  readonly needed: readonly NeededFrom[];
  /** How many projects need something; null where it is not known. */
  readonly needing: number | null;
  readonly asOf: string;
}) {
  const word = useWords();
  if (needing === null) return <p className="board-needs small soft">{word('board.needsUnknown')}</p>;
  if (needing === 0) return <p className="board-needs small soft">{word('board.noNeeds')}</p>;
  return (
    <div className="board-needs">
      <b>{word('board.needingCount', { count: needing })}</b>
      <ul>
        {needed.map(({ of, count, since }) => (
          <li key={of?.id ?? ''}>
            {of ? <ThingLink thing={of} /> : word('supplier.owners')} <b>{count}</b>
            {since ? <span className="soft"> {word('board.longest', { days: daysBetween(dayOf(since), dayOf(asOf)) })}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
