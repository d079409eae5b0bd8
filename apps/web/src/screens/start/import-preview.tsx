import type { ImportReport, Standing } from '@westgate/contract';
import { isWordId, useSay, useWords } from '../../messages/words.ts';
import { Table } from '../../parts/table.tsx';

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
      <Table
        className="preview-tables"
        caption={word('start.preview')}
        columns={[
          { head: word('start.preview.table'), isRowHead: true, of: ({ table }) => tableWord(table, word) },
          { head: word('start.preview.created'), isNumber: true, of: ({ created }) => created },
          { head: word('start.preview.changed'), isNumber: true, of: ({ changed }) => changed },
          { head: word('start.preview.deleted'), isNumber: true, of: ({ deleted }) => deleted },
        ]}
        rows={tables}
        keyOf={({ table }) => table}
      />
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
