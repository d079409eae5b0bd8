import { Link } from '@tanstack/react-router';
import type { Oc4idsImportReport } from '@westgate/contract';
import { isWordId, useSay, useWords } from '../../../messages/words.ts';
import { Table } from '../../../parts/table.tsx';

type Fault = Oc4idsImportReport['faults'][number];

/** What a document would change, project by project, and every fault: where, what was expected, what was found. */
export function Oc4idsPreview({ report }: { readonly report: Oc4idsImportReport }) {
  const word = useWords();
  const { projects, projectCount, faults, errors, remarks, tables } = report;
  const title = word('start.oc4ids.projects', { count: projectCount });
  return (
    <section className="import-preview" aria-label={word('start.preview')}>
      {projects.length === 0 ? null : (
        <>
          <h2>{title}</h2>
          <Table
            className="preview-tables"
            caption={title}
            columns={[
              {
                head: word('start.oc4ids.project'),
                isRowHead: true,
                of: ({ title: named, id, project, state, pointer }) => {
                  const name = named ?? id ?? (pointer === '' ? word('start.oc4ids.document') : pointer);
                  return project !== null && (state === 'same' || state === 'changed') ? (
                    <Link to="/projects/$id" params={{ id: project }}>
                      {name}
                    </Link>
                  ) : (
                    name
                  );
                },
              },
              { head: word('start.oc4ids.state'), of: ({ state }) => word(`start.oc4ids.state.${state}`) },
              {
                head: word('start.oc4ids.unused'),
                of: ({ unused }) =>
                  unused.length === 0 ? (
                    <span className="soft">{word('start.oc4ids.none')}</span>
                  ) : (
                    <span lang="en" className="small">
                      {unused.join(', ')}
                    </span>
                  ),
              },
            ]}
            rows={projects}
            keyOf={({ pointer }) => pointer}
          />
        </>
      )}
      {tables.length === 0 ? null : (
        <Table
          className="preview-tables"
          caption={word('start.oc4ids.records')}
          columns={[
            { head: word('start.preview.table'), isRowHead: true, of: ({ table }) => tableWord(table, word) },
            { head: word('start.preview.created'), isNumber: true, of: ({ created }) => created },
            { head: word('start.preview.changed'), isNumber: true, of: ({ changed }) => changed },
          ]}
          rows={tables}
          keyOf={({ table }) => table}
        />
      )}
      {faults.length === 0 ? null : (
        <>
          <h2>{word('start.oc4ids.faults', { errors, remarks })}</h2>
          <Oc4idsFaults faults={faults} />
          {errors + remarks > faults.length ? (
            <p className="small soft">{word('start.oc4ids.faults.more', { shown: faults.length })}</p>
          ) : null}
        </>
      )}
    </section>
  );
}

/** Faults of a document, each with its place. */
function Oc4idsFaults({ faults }: { readonly faults: readonly Fault[] }) {
  const word = useWords();
  const say = useSay();
  return (
    <Table
      className="oc4ids-faults"
      caption={word('start.oc4ids.weight')}
      columns={[
        { head: word('start.oc4ids.weight'), of: ({ weight }) => word(`start.oc4ids.weight.${weight}`) },
        {
          head: word('start.oc4ids.where'),
          of: ({ pointer }) => (pointer === '' ? word('start.oc4ids.document') : <code lang="en">{pointer}</code>),
        },
        { head: word('start.oc4ids.expected'), of: ({ expected }) => say(expected) },
        { head: word('start.oc4ids.found'), of: ({ found }) => say(found) },
      ]}
      rows={faults}
      keyOf={(_, index) => index}
    />
  );
}

function tableWord(table: string, word: ReturnType<typeof useWords>): string {
  const id = `table.${table}`;
  return isWordId(id) ? word(id) : table;
}
