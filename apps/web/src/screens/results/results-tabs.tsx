import { Link } from '@tanstack/react-router';
import { useWords, type WordId } from '../../messages/words.ts';

const TABS: readonly { readonly to: '/results' | '/results/industries'; readonly word: WordId }[] = [
  { to: '/results', word: 'nouns.indicator' },
  { to: '/results/industries', word: 'nouns.industry' },
];

/** The parts of the results: one press from each to each. */
export function ResultsTabs() {
  const word = useWords();
  return (
    <nav className="segments no-print" aria-label={word('screen.results')}>
      {TABS.map(({ to, word: name }) => (
        <Link key={to} to={to} search={{}} activeOptions={{ exact: true, includeSearch: false }}>
          {word(name)}
        </Link>
      ))}
    </nav>
  );
}
