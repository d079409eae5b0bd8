import type { PublicityRow, Publishing } from '@westgate/contract';
import { useAskAll } from '../../api/ask.ts';
import { useSetView, useView } from '../../frame/use-view.ts';
import { pageOf } from '../../lists/arrange.ts';
import { ListPages } from '../../lists/list-pages.tsx';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { DepartmentSelect } from '../../reporting/department-select.tsx';
import { PublicityCells } from './publicity-cells.tsx';
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
  const isBulk = choice.may.size > 0;
  return (
    <>
      <p className="small soft" role="status">
        {word('publish.found', { count: rows.length })}
      </p>
      <VisibilityBar {...choice} />
      {rows.length === 0 ? <EmptyState>{word(isWithheld ? 'publish.records.noneWithheld' : 'publish.records.none')}</EmptyState> : null}
      <ChooseAll {...choice} />
      {rows.length > 0 ? (
        <div className="table-scroll">
          <table className="table stacking publicity-table">
            <caption className="unseen">{word('publish.records')}</caption>
            <thead>
              <tr>
                {isBulk ? (
                  <th scope="col" className="bulk-tick">
                    <span className="unseen">{word('bulk.tick')}</span>
                  </th>
                ) : null}
                <th scope="col">{word('publish.record')}</th>
                <th scope="col">{word('publish.kind')}</th>
                <th scope="col">{word('noun.department')}</th>
                <th scope="col">{word('publish.own')}</th>
                <th scope="col">{word('publish.why')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={idOf(row)} data-id={idOf(row)}>
                  {isBulk ? <Tick row={row} {...choice} /> : null}
                  <PublicityCells row={row} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <ListPages page={page} pages={pages} other={rows.length - shown.length} />
    </>
  );
}
