import type { ImportReport, Standing } from '@westgate/contract';
import { isWordId, useSay, useWords } from '../../messages/words.ts';

/** Records shown with their cells; the counts tell of all. */
const SHOWN = 100;
const VALUE_LENGTH = 80;

type Change = ImportReport['changes'][number];

/** What an import would change: how many records of each table, then record by record its cells. Nothing is stored by it. */
export function ImportPreview({
  report,
  district,
  standing: { held },
}: {
  readonly report: ImportReport;
  /** The id of the district in the files; null where they do not say. */
  readonly district: string | null;
  readonly standing: Standing;
}) {
  const word = useWords();
  const say = useSay();
  const { tables, changes, changeCount } = report;
  if (changeCount === 0) return <p className="start-act">{word('start.preview.same')}</p>;
  const isOther = held !== null && district !== null && district !== held.id;
  const shown = changes.filter(({ kind }) => !(isOther && kind === 'deleted')).slice(0, SHOWN);
  return (
    <section className="import-preview" aria-label={word('start.preview')}>
      <h2>{word('start.preview.count', { count: changeCount })}</h2>
      {isOther ? <p className="effect">{word('start.preview.other', { id: district, name: say(held.name) || held.id })}</p> : null}
      <div className="table-scroll">
        <table className="table preview-tables">
          <caption className="unseen">{word('start.preview')}</caption>
          <thead>
            <tr>
              <th scope="col">{word('start.preview.table')}</th>
              <th scope="col" className="number">
                {word('start.preview.created')}
              </th>
              <th scope="col" className="number">
                {word('start.preview.changed')}
              </th>
              <th scope="col" className="number">
                {word('start.preview.deleted')}
              </th>
            </tr>
          </thead>
          <tbody>
            {tables.map(({ table, created, changed, deleted }) => (
              <tr key={table}>
                <th scope="row">{tableWord(table, word)}</th>
                <td className="number">{created}</td>
                <td className="number">{changed}</td>
                <td className="number">{deleted}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className="preview-cells" open={changeCount <= 20}>
        <summary>{word('start.preview.cells', { shown: shown.length, count: changeCount })}</summary>
        <ul>
          {shown.map((change) => (
            <li key={`${change.table} ${change.key}`}>
              <ChangeCells change={change} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function ChangeCells({ change: { kind, table, key, fields } }: { readonly change: Change }) {
  const word = useWords();
  const told = kind === 'changed' ? fields : fields.filter(({ before, after }) => !isEmpty(before ?? after)).slice(0, 6);
  return (
    <>
      <p className="small">
        <b>{word(`start.preview.${kind}`)}</b> {tableWord(table, word)} <span className="soft">{key}</span>
      </p>
      <dl className="cells">
        {told.map(({ field, before, after }) => (
          <div key={field}>
            <dt lang="en">{field}</dt>
            <dd>
              {kind === 'created' ? null : <del>{shownValue(before, word('start.preview.empty'))}</del>}
              {kind === 'deleted' ? null : <ins>{shownValue(after, word('start.preview.empty'))}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function tableWord(table: string, word: ReturnType<typeof useWords>): string {
  const id = `table.${table}`;
  return isWordId(id) ? word(id) : table;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function shownValue(value: unknown, empty: string): string {
  if (isEmpty(value)) return empty;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= VALUE_LENGTH ? text : `${text.slice(0, VALUE_LENGTH - 1)}…`;
}
