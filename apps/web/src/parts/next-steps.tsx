import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWholeCoverage } from '../api/questions.ts';
import { useWords, type WordId } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useMayOpen } from '../scope/may-open.ts';
import type { ViewSearch } from '../scope/view-search.ts';

interface Step {
  readonly word: WordId;
  readonly to: '/plan' | '/plan/new' | '/plan/review' | '/register' | '/start';
  readonly search: ViewSearch;
  readonly isDone: boolean;
}

const CLOSED_KEY = 'westgate.steps.closed';

/** The four things a new district needs, each ticked when it is there. Closed for good by a click; `isAlways`: shown also when closed. */
export function NextSteps({ isAlways = false }: { readonly isAlways?: boolean }) {
  const word = useWords();
  const { district } = useDistrictFrame();
  const mayOpen = useMayOpen();
  const coverage = useWholeCoverage().data;
  const [isClosed, setClosed] = useState(() => isClosedFor(district.id));
  if (!coverage) return null;
  const steps: readonly Step[] = [
    { word: 'steps.plan', to: coverage.sentences.total > 0 ? '/plan' : '/plan/new', search: {}, isDone: coverage.sentences.total > 0 },
    {
      word: 'steps.commitments',
      to: coverage.sentences.total > 0 ? '/plan/review' : '/plan',
      search: {},
      isDone: coverage.commitments.total > 0,
    },
    { word: 'steps.places', to: '/register', search: { noun: 'place' }, isDone: coverage.things.total > 0 },
    { word: 'steps.share', to: '/start', search: { way: 'away' }, isDone: false },
  ];
  const isBegun = steps.slice(0, 3).every(({ isDone }) => isDone);
  if ((isClosed || isBegun) && !isAlways) return null;
  if (isAlways && isBegun) return null;
  return (
    <section className="next-steps" aria-label={word('steps.title')}>
      <h2>{word('steps.title')}</h2>
      <ol>
        {steps.map(({ word: id, to, search, isDone }) => (
          <li key={id} className={isDone ? 'done' : ''}>
            <span className="step-tick" aria-hidden="true">
              {isDone ? '✓' : ''}
            </span>
            {mayOpen(to, search.way) ? (
              <Link to={to} search={search}>
                {word(id)}
              </Link>
            ) : (
              word(id)
            )}
            {isDone ? <span className="unseen"> {word('steps.done')}</span> : null}
          </li>
        ))}
      </ol>
      {isAlways ? null : (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            closeFor(district.id);
            setClosed(true);
          }}
        >
          {word('close')}
        </button>
      )}
    </section>
  );
}

function isClosedFor(district: string): boolean {
  try {
    return localStorage.getItem(CLOSED_KEY) === district;
  } catch {
    return false;
  }
}

function closeFor(district: string): void {
  try {
    localStorage.setItem(CLOSED_KEY, district);
  } catch {
    // A browser that keeps nothing shows the list again next time.
  }
}
