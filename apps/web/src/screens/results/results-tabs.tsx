import { Link } from '@tanstack/react-router';
import { useWords } from '../../messages/words.ts';

const TABS = [
  ['/results', 'board.title'],
  ['/results/events', 'events.title'],
] as const;

/** The parts of the room of results. */
export function ResultsTabs() {
  const word = useWords();
  return (
    <nav className="results-tabs no-print" aria-label={word('screen.results')}>
      {TABS.map(([to, name]) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {word(name)}
        </Link>
      ))}
    </nav>
  );
}
