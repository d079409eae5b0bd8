import { ProblemError } from '../../api/client.ts';
import { isWordId, useWords } from '../../messages/words.ts';
import { ErrorText } from '../../parts/error-text.tsx';
import { expectedIn, foundIn } from '../../parts/said-fault.ts';
import { Table } from '../../parts/table.tsx';
import { useLanguage } from '../../scope/use-view.ts';
import { refusedFields } from '../../start/district-faults.tsx';

/** Faults shown; the count tells of the others. */
const SHOWN = 200;

/** Why files were not taken: every fault with its file, row and field, what was expected and what was found. */
export function ImportFaults({ error }: { readonly error: Error }) {
  const word = useWords();
  const language = useLanguage();
  const faults = refusedFields(error);
  const faultWord = (code: string): string | null => {
    const id = `fault.${code}`;
    return isWordId(id) ? word(id) : null;
  };
  const total = totalOf(error) ?? faults.length;
  if (faults.length === 0) {
    return (
      <p className="fault" role="alert">
        <ErrorText error={error} />
      </p>
    );
  }
  return (
    <section className="import-faults" role="alert">
      <h2>{word('start.faults', { count: total })}</h2>
      <p className="small">{word('start.faults.stored')}</p>
      <Table
        caption={word('start.faults', { count: total })}
        columns={[
          {
            head: word('start.faults.where'),
            of: ({ file, row, field }) => (
              <>
                {file}
                {row === null ? '' : ` : ${row}`}
                {field === null ? null : <span className="soft"> {field}</span>}
              </>
            ),
          },
          { head: word('start.faults.what'), of: ({ code }) => faultWord(code) ?? code },
          { head: word('start.faults.found'), of: (fault) => foundIn(fault, language) },
          { head: word('start.faults.expected'), of: (fault) => expectedIn(fault, language) },
        ]}
        rows={faults.slice(0, SHOWN)}
        keyOf={(_, index) => index}
      />
      {total > SHOWN ? <p className="small soft">{word('start.faults.more', { count: total - Math.min(SHOWN, faults.length) })}</p> : null}
    </section>
  );
}

function totalOf(error: Error): number | null {
  const total: unknown = error instanceof ProblemError ? error.problem?.details?.total : undefined;
  return typeof total === 'number' ? total : null;
}
