import type { PublicityRow, Publishing } from '@westgate/contract';
import { useAskAll } from '../../api/ask.ts';
import { useSetView, useView } from '../../frame/use-view.ts';
import { pageOf } from '../../lists/arrange.ts';
import { ListPages } from '../../lists/list-pages.tsx';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { DepartmentSelect } from '../../reporting/department-select.tsx';
import { usePublicityColumns } from './publicity-columns.tsx';
import { idOf, kindIn, kindWord, LISTED, listedIn } from './standings.ts';
import { ChooseAll, Tick, useChoice, VisibilityBar } from './visibility-bar.tsx';

const ROWS_A_PAGE = 50;

/** The records that are withheld, or public, one by one: why, and their visibility to be changed for many at once. */
export function PublicityList({ kinds }: Pick<Publishing, 'kinds'>) {
  const word = useWords();
  const setView = useSetView();
  const view = useView();
  const [kind, listed] = [kindIn(kinds, view.kind), listedIn(view.state)];
  const department = view.department === 'all' ? undefined : view.department;
  const records = useAskAll('published-records', { query: { kind, standing: listed, department } });
  return (
    <section aria-labelledby="publish-records">
      <h2 id="publish-records">{word('publish.records')}</h2>
      <div className="row">
        <label className="small">
          <span className="soft">{word('publish.records.which')}</span>{' '}
          <select
            className="field"
            value={listed}
            onChange={({ target }) => setView({ state: target.value, page: undefined }, { replace: true })}
          >
            {LISTED.map((each) => (
              <option key={each} value={each}>
                {word(`publish.standing.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="small">
          <span className="soft">{word('publish.kind')}</span>{' '}
          <select
            className="field"
            value={kind ?? ''}
            onChange={({ target }) => setView({ kind: target.value || undefined, page: undefined }, { replace: true })}
          >
            <option value="">{word('publish.records.every')}</option>
            {kinds.map(({ kind: each }) => (
              <option key={each} value={each}>
                {word(kindWord(each))}
              </option>
            ))}
          </select>
        </label>
        <DepartmentSelect value={department} />
      </div>
      <Await query={records}>{(rows) => <Rows rows={rows} isWithheld={listed === 'withheld'} />}</Await>
    </section>
  );
}

function Rows({ rows, isWithheld }: { readonly rows: readonly PublicityRow[]; readonly isWithheld: boolean }) {
  const word = useWords();
  const { page: asked } = useView();
  const choice = useChoice(rows);
  const { page, pages } = pageOf(asked, rows.length, ROWS_A_PAGE);
  const shown = rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE);
  const columns = usePublicityColumns();
  const tick: TableColumn<PublicityRow> = {
    head: word('bulk.tick'),
    headed: 'unseen',
    className: 'bulk-tick',
    of: (row) => <Tick row={row} {...choice} />,
  };
  return (
    <>
      <p className="small soft" role="status">
        {word('publish.found', { count: rows.length })}
      </p>
      <VisibilityBar {...choice} />
      {rows.length === 0 ? <EmptyState>{word(isWithheld ? 'publish.records.noneWithheld' : 'publish.records.none')}</EmptyState> : null}
      <ChooseAll {...choice} />
      {rows.length > 0 ? (
        <Table
          className="stacking publicity-table"
          caption={word('publish.records')}
          columns={choice.may.size > 0 ? [tick, ...columns] : columns}
          rows={shown}
          keyOf={idOf}
          marks={(row) => ({ 'data-id': idOf(row) })}
        />
      ) : null}
      <ListPages page={page} pages={pages} other={rows.length - shown.length} />
    </>
  );
}
