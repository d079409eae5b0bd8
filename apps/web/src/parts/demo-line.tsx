import { useSession } from '../api/people.ts';
import { useWords } from '../messages/words.ts';

/** Says on every screen of an office without accounts what it is. */
export function DemoLine() {
  const word = useWords();
  const { data: session } = useSession();
  return session?.mode === 'open' ? (
    <aside className="demo-line" aria-label={word('demo.name')}>
      {word('demo.line')}
    </aside>
  ) : null;
}
