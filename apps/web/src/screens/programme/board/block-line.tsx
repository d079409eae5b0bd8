import { useSay, useWords } from '../../../messages/words.ts';
import type { BoardItem } from './level-model.ts';

/** What the last report of a project says of a block, and whom it waits for, on a line of its own; nothing where it says neither. */
export function BlockLine({ item: { why, waitsFor } }: { readonly item: Pick<BoardItem, 'why' | 'waitsFor'> }) {
  const word = useWords();
  const say = useSay();
  const isBlocked = why.includes('blocked');
  if (!isBlocked && !why.includes('waiting')) return null;
  const waits = waitsFor ? word('board.waits', { name: say(waitsFor.name) || waitsFor.id }) : null;
  return (
    <span className="block">
      {isBlocked ? `‖ ${word('why.blocked')}${waits === null ? '' : ` · ${waits}`}` : `… ${waits ?? word('why.waiting')}`}
    </span>
  );
}
