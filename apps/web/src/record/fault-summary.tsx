import { useEffect, useRef } from 'react';
import { ProblemError } from '../api/client.ts';
import { useDistrictFrame } from '../frame/district-context.ts';
import { useWords } from '../messages/words.ts';
import type { FieldFault, OutcomeFields } from './draft.ts';

/** What keeps the form from being sent: takes the focus and links to each field; then what the server refused. A new `key` for each try. */
export function FaultSummary({
  faults,
  error,
  idOf,
}: {
  readonly faults: readonly FieldFault[];
  readonly error: Error | null;
  readonly idOf: (field: keyof OutcomeFields) => string;
}) {
  const word = useWords();
  const { modeReason } = useDistrictFrame().district;
  const box = useRef<HTMLDivElement>(null);
  const problem = error instanceof ProblemError ? error.problem : null;
  const isShown = faults.length > 0 || error !== null;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown]);
  if (!isShown) return null;
  return (
    <div className="fault-summary" role="alert" tabIndex={-1} ref={box}>
      <h3>{word('record.faults')}</h3>
      <ul>
        {faults.map(({ field, word: id }) => (
          <li key={field}>
            <a
              href={`#${idOf(field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(idOf(field))?.focus();
              }}
            >
              {word(id)}
            </a>
          </li>
        ))}
        {error ? (
          <li>
            {problem?.code === 'WG_READ_ONLY' && modeReason !== null
              ? word(`banner.stop.${modeReason}`)
              : (problem?.detail ?? error.message)}
            {problem ? <span className="note"> {word('error.request', { id: problem.requestId })}</span> : null}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
