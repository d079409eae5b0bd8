import { Link } from '@tanstack/react-router';
import { useWords } from '../messages/words.ts';
import { useTitle } from './use-title.ts';

/** Said when no screen has this address. */
export function MissingPage() {
  const word = useWords();
  useTitle(word('error.missing'));
  return (
    <section className="page-state">
      <h1>{word('error.missing')}</h1>
      <p>{word('error.missingHint')}</p>
      <Link className="button" to="/plan">
        {word('error.toPlan')}
      </Link>
    </section>
  );
}
