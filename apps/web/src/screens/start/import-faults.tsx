import { ProblemError } from '../../api/client.ts';
import { useLanguage } from '../../frame/use-view.ts';
import { isWordId, useWords } from '../../messages/words.ts';
import { ErrorText } from '../../parts/error-text.tsx';
import { refusedFields } from '../../start/district-faults.tsx';

/** Faults shown; the count tells of the others. */
const SHOWN = 200;

/** Why files were not taken: every fault with its file, row and field, what was expected and what was found. */
export function ImportFaults({ error }: { readonly error: Error }) {
  const word = useWords();
  const isChinese = useLanguage() === 'zh';
  const faults = refusedFields(error);
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
      <div className="table-scroll">
        <table className="table stacking">
          <caption className="unseen">{word('start.faults', { count: total })}</caption>
          <thead>
            <tr>
              <th scope="col">{word('start.faults.where')}</th>
              <th scope="col">{word('start.faults.what')}</th>
              <th scope="col">{word('start.faults.found')}</th>
              <th scope="col">{word('start.faults.expected')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SHOWN).map(({ file, row, field, code, expected, expectedZh, found }, index) => {
              const id = `fault.${code}`;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
                <tr key={index}>
                  <td data-head={word('start.faults.where')}>
                    {file}
                    {row === null ? '' : ` : ${row}`}
                    {field === null ? null : <span className="soft"> {field}</span>}
                  </td>
                  <td data-head={word('start.faults.what')}>{isWordId(id) ? word(id) : code}</td>
                  <td data-head={word('start.faults.found')}>{found}</td>
                  <td data-head={word('start.faults.expected')} lang={isChinese && expectedZh ? 'zh' : 'en'}>
                    {(isChinese ? expectedZh : null) ?? expected}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {total > SHOWN ? <p className="small soft">{word('start.faults.more', { count: total - Math.min(SHOWN, faults.length) })}</p> : null}
    </section>
  );
}

function totalOf(error: Error): number | null {
  const total: unknown = error instanceof ProblemError ? error.problem?.details?.total : undefined;
  return typeof total === 'number' ? total : null;
}
