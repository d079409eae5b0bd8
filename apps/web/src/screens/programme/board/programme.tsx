import { Link } from '@tanstack/react-router';
import { vocabulary } from '@westgate/domain';
import { useGateBoard } from '../../../api/gates.ts';
import { useTitle } from '../../../frame/use-title.ts';
import { useSetView, useView } from '../../../frame/use-view.ts';
import type { ViewSearch } from '../../../frame/view-search.ts';
import { useWords } from '../../../messages/words.ts';
import { AsOfAxis } from '../../../parts/as-of-axis.tsx';
import { Await } from '../../../parts/await.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { SavedViews } from '../../../views/saved-views.tsx';
import { GateBoard } from './gate-board.tsx';
import { GateTable } from './gate-table.tsx';
import { bandsOf } from './view-model.ts';

/** All projects by the gate they stand at: as a board, or as a table. */
export function Programme() {
  const word = useWords();
  const setView = useSetView();
  const { kind, view } = useView();
  const board = useGateBoard();
  const isTable = view === 'table';
  useTitle(word('screen.programme'));
  return (
    <div className="register">
      <div className="register-main programme">
        <h1>{word('screen.programme')}</h1>
        <p className="small soft">{word('board.lead')}</p>
        <div className="row board-tools">
          <label className="small">
            {word('board.kind')}{' '}
            <select className="field" value={kind ?? ''} onChange={(event) => setView({ kind: event.target.value || undefined })}>
              <option value="">{word('board.all')}</option>
              {vocabulary.PROJECT_KINDS.map((each) => (
                <option key={each} value={each}>
                  {word(`project.${each}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="button" aria-pressed={!isTable} onClick={() => setView({ view: undefined })}>
            {word('board.board')}
          </button>
          <button type="button" className="button" aria-pressed={isTable} onClick={() => setView({ view: 'table' })}>
            {word('board.table')}
          </button>
          <Link to="/rulebook" search={(before: ViewSearch) => ({ ...before, kind })} className="button plain">
            {word('rulebook.title')}
          </Link>
          <Link to="/monthly" className="button plain">
            {word('monthly.title')}
          </Link>
          <Link to="/supervision" className="button plain">
            {word('screen.supervision')}
          </Link>
        </div>
        <SavedViews screen="programme" />
        <Await query={board}>
          {({ items, total }) => {
            const bands = bandsOf(items, vocabulary.PROJECT_KINDS, kind);
            if (bands.length === 0) return <EmptyState>{word('board.none')}</EmptyState>;
            return (
              <>
                {total > items.length ? <p className="small">{word('board.first', { count: items.length, total })}</p> : null}
                {isTable ? <GateTable bands={bands} /> : <GateBoard bands={bands} />}
              </>
            );
          }}
        </Await>
      </div>
      <AsOfAxis />
    </div>
  );
}
