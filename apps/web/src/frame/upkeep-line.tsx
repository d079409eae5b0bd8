import { useUpkeep } from '../api/upkeep.ts';
import { useWords } from '../messages/words.ts';
import { useMay } from '../people/signed-in.ts';

/** Says above every screen of who keeps the backups that one, or a drill of its restoring, is overdue. */
export function UpkeepLine() {
  const word = useWords();
  const { data: upkeep } = useUpkeep(useMay()('backup'));
  if (!upkeep || upkeep.overdue.length === 0) return null;
  return (
    <aside className="banner" aria-label={word('upkeep.title')}>
      {upkeep.overdue.map((kind) => (
        <p key={kind}>{word(`upkeep.overdue.${kind}`, { days: upkeep.days[kind] })}</p>
      ))}
    </aside>
  );
}
