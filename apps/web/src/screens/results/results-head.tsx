import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../messages/words.ts';

/** The screens of the room of results, in the order in which they are told. */
const TABS = [
  ['/results', 'results.tab.indicators'],
  ['/results/leader', 'results.tab.leader'],
  ['/results/health-check', 'results.tab.check'],
  ['/results/industries', 'nouns.industry'],
  ['/results/parks', 'nouns.park'],
  ['/results/events', 'nouns.event'],
] as const;

/** The head of a screen of results: the name of the room, the way to its other screens, and what can be done on this one. */
export function ResultsHead({ children }: { readonly children?: ReactNode }) {
  const word = useWords();
  return (
    <header className="today-head">
      <h1>{word('screen.results')}</h1>
      <ResultsTabs />
      {children === undefined ? null : <div className="row no-print">{children}</div>}
    </header>
  );
}

function ResultsTabs() {
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
