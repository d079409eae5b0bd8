import { useEffect, useRef } from 'react';
import { ProblemError } from '../api/client.ts';
import { useWords, type WordId } from '../messages/words.ts';
import { ErrorText } from '../parts/error-text.tsx';
import { useDistrictFrame } from '../scope/district-context.ts';

/** A field with what is wrong with it: in words of the screen, or as the server told it in its language. */
interface SummedFault<Field extends string> {
  readonly field: Field;
  readonly word?: WordId;
  readonly told?: string;
  /** What fills the words. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What keeps the form from being sent: takes the focus and links to each field; then what the server refused. A new `key` for each try. */
export function FaultSummary<Field extends string>({
  faults,
  error,
  idOf,
  nameOf,
  said = 'record.faults',
}: {
  readonly faults: readonly SummedFault<Field>[];
  readonly error: Error | null;
  readonly idOf: (field: Field) => string;
  /** The name of a field, said before what is wrong with it. */
  readonly nameOf?: (field: Field) => string;
  /** What cannot be done yet. */
  readonly said?: WordId;
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
      <h2>{word(said)}</h2>
      <ul>
        {faults.map(({ field, word: id, told, values }) => (
          <li key={field}>
            <a
              href={`#${idOf(field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(idOf(field))?.focus();
              }}
            >
              {nameOf?.(field) ? word('form.named', { name: nameOf(field) }) : null}
              {id ? word(id, values) : told}
            </a>
          </li>
        ))}
        {error ? (
          <li>
            {problem?.code === 'WG_READ_ONLY' && modeReason !== null ? word(`banner.stop.${modeReason}`) : <ErrorText error={error} />}
            {problem ? <span className="note"> {word('error.request', { id: problem.requestId })}</span> : null}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
