import { Link } from '@tanstack/react-router';
import { useWords } from '../../messages/words.ts';

/** The screens of the room of results, in the order in which they are told. */
const TABS = [
  ['/results', 'results.tab.indicators'],
  ['/results/health-check', 'results.tab.check'],
  ['/results/industries', 'nouns.industry'],
  ['/results/parks', 'nouns.park'],
  ['/results/events', 'nouns.event'],
] as const;

/** The way from one screen of results to the others. */
export function ResultsTabs() {
  const word = useWords();
  return (
    <nav className="results-tabs no-print" aria-label={word('screen.results')}>
      {TABS.map(([to, name]) => (
        <Link key={to} to={to} search={true} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {word(name)}
        </Link>
      ))}
    </nav>
  );
}
