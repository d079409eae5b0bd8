import type { Fault } from '@westgate/contract';
import { useEffect, useRef } from 'react';
import { ProblemError } from '../api/client.ts';
import { isWordId, useSay, useWords } from '../messages/words.ts';
import { ErrorText } from '../parts/error-text.tsx';
import { expectedIn, foundIn } from '../parts/said-fault.ts';
import { useLanguage } from '../scope/use-view.ts';
import type { DistrictFault, DistrictField } from './district-draft.ts';

/** What keeps the district from being stored: takes the focus, links to each field; then what the server refused. A new `key` for each try. */
export function DistrictFaults({
  faults,
  error,
  idOf,
}: {
  readonly faults: readonly DistrictFault[];
  readonly error: Error | null;
  readonly idOf: (field: DistrictField) => string;
}) {
  const word = useWords();
  const language = useLanguage();
  const textOf = useFaultText();
  const box = useRef<HTMLDivElement>(null);
  const isShown = faults.length > 0 || error !== null;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown]);
  if (!isShown) return null;
  const told = error ? refusedFields(error) : [];
  return (
    <div className="fault-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{word('record.faults')}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            <FieldLink id={idOf(fault.field)}>{textOf(fault)}</FieldLink>
          </li>
        ))}
        {told.map((fault) => {
          const code = `fault.${fault.code}`;
          return (
            <li key={`${fault.field} ${fault.code} ${fault.found}`}>
              {isWordId(code) ? `${word(code)}: ` : ''}
              {fault.field} {foundIn(fault, language)}
              <span className="note"> {expectedIn(fault, language)}</span>
            </li>
          );
        })}
        {error && told.length === 0 ? (
          <li>
            <ErrorText error={error} />
          </li>
        ) : null}
      </ul>
      {error instanceof ProblemError && error.problem ? (
        <p className="note">{word('error.request', { id: error.problem.requestId })}</p>
      ) : null}
    </div>
  );
}

/** Gives what is wrong with a field in the language of the screen. */
export function useFaultText(): (fault: DistrictFault) => string {
  const word = useWords();
  const say = useSay();
  return (fault) => ('word' in fault ? word(fault.word) : say(fault.said));
}

function FieldLink({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        (document.getElementById(id) ?? document.getElementById(`${id}-zh`) ?? document.getElementById(`${id}-en`))?.focus();
      }}
    >
      {children}
    </a>
  );
}

/** The faults of single fields that a problem tells. */
export function refusedFields(error: Error): readonly Fault[] {
  const faults: unknown = error instanceof ProblemError ? error.problem?.details?.faults : undefined;
  return Array.isArray(faults) ? (faults as readonly Fault[]) : [];
}
