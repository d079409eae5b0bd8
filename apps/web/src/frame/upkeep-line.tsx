import type { Upkeep } from '@westgate/contract';
import { useAsk } from '../api/ask.ts';
import { useWords } from '../messages/words.ts';
import { useSayInstant } from '../parts/use-say-instant.ts';
import { useMay } from '../scope/signed-in.ts';

/** Says above every screen of who keeps the backups that one, or a drill of its restoring, is overdue. */
export function UpkeepLine() {
  const word = useWords();
  const sayInstant = useSayInstant();
  const { data: upkeep } = useAsk('upkeep', {}, useMay()('backup'));
  const sayLast = (done: Upkeep['backup']): string => (done ? sayInstant(done.at) : word('upkeep.never'));
  if (!upkeep || upkeep.overdue.length === 0) return null;
  return (
    <aside className="banner" aria-label={word('upkeep.title')}>
      {upkeep.overdue.map((kind) => (
        <p key={kind}>{word(`upkeep.overdue.${kind}`, { days: upkeep.days[kind], last: sayLast(upkeep[kind]) })}</p>
      ))}
      <p className="small">{word('upkeep.how')}</p>
    </aside>
  );
}
