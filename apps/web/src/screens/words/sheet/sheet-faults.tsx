import { ProblemError } from '../../../api/client.ts';
import { useWords } from '../../../messages/words.ts';
import { ErrorText } from '../../../parts/error-text.tsx';

/** Why a sheet could not be read, or was not taken. */
export function SheetFaults({ error }: { readonly error: Error }) {
  const word = useWords();
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <div className="fault-summary" role="alert">
      <h2>{word('sheet.refused')}</h2>
      <p>
        <ErrorText error={error} />
      </p>
      {problem ? <p className="note">{word('error.request', { id: problem.requestId })}</p> : null}
    </div>
  );
}
