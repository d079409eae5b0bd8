import { useEffect, useRef } from 'react';
import { ProblemError } from '../../../api/client.ts';
import { useWords } from '../../../messages/words.ts';
import { ErrorText } from '../../../parts/error-text.tsx';
import type { PlanFault, PlanFields } from './view-model.ts';

/** What keeps a plan from being stored: takes the focus and links to each field. A new `key` for each try. */
export function FaultList({
  faults,
  error,
  idOf,
}: {
  readonly faults: readonly PlanFault[];
  readonly error: Error | null;
  readonly idOf: (field: keyof PlanFields) => string;
}) {
  const word = useWords();
  const box = useRef<HTMLDivElement>(null);
  const isShown = faults.length > 0 || error !== null;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown]);
  if (!isShown) return null;
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <div className="fault-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{word('bring.faults')}</h2>
      <ul>
        {faults.map(({ field, word: id, values }) => (
          <li key={field}>
            <a
              href={`#${idOf(field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(idOf(field))?.focus();
              }}
            >
              {word(id, values)}
            </a>
          </li>
        ))}
        {error && faults.length === 0 ? (
          <li>
            <ErrorText error={error} />
            {problem ? <span className="note"> {word('error.request', { id: problem.requestId })}</span> : null}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
