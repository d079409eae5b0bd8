import { Link } from '@tanstack/react-router';
import type { GateBoard as Board } from '@westgate/contract';
import { vocabulary } from '@westgate/domain';
import { useGateBoard } from '../../../api/gates.ts';
import { useTitle } from '../../../frame/use-title.ts';
import { useLanguage, useSetView, useView } from '../../../frame/use-view.ts';
import type { ViewSearch } from '../../../frame/view-search.ts';
import { RecordList } from '../../../list/record-list.tsx';
import { arrange } from '../../../lists/arrange.ts';
import { ListPivot } from '../../../lists/list-pivot.tsx';
import { RowTools } from '../../../lists/row-tools.tsx';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { SavedViews } from '../../../views/saved-views.tsx';
import { GroupBoard } from './group-board.tsx';
import { LevelBoard } from './level-board.tsx';
import { useBoardAspects } from './use-board-aspects.ts';
import { hayOf, inBoardOrder } from './view-model.ts';

/** All projects by the gate they stand at, or by another attribute: as a board, or as a table. */
export function Programme() {
  const word = useWords();
  const setView = useSetView();
  const { kind, view } = useView();
  const isTable = view === 'table';
  useTitle(word('screen.programme'));
  return (
    <div className="register">
      <div className="register-main programme">
        <h1>{word('screen.programme')}</h1>
        <p className="small soft">{word('board.lead')}</p>
        <div className="row board-tools">
          {isTable ? null : <KindSelect />}
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
        {isTable ? <RecordList name="programme" caption={word('screen.programme')} empty={word('board.none')} /> : <ProjectBoard />}
      </div>
    </div>
  );
}

/** The kind of project that the board shows; a table is narrowed as any list. */
function KindSelect() {
  const word = useWords();
  const setView = useSetView();
  const { kind } = useView();
  return (
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
  );
}

function ProjectBoard() {
  const board = useGateBoard();
  return <Await query={board}>{(found) => <Projects board={found} />}</Await>;
}

function Projects({ board }: { readonly board: Board }) {
  const word = useWords();
  const language = useLanguage();
  const ask = useView();
  const aspects = useBoardAspects(board);
  const rows = inBoardOrder(board.items, vocabulary.PROJECT_KINDS, ask.kind);
  const shown = arrange(rows, ask, aspects, { hayOf, language });
  const group = aspects.attributes.find(({ id }) => id === ask.group) ?? null;
  if (rows.length === 0) return <EmptyState>{word('board.none')}</EmptyState>;
  return (
    <>
      {board.total > board.items.length ? (
        <p className="small">{word('board.first', { count: board.items.length, total: board.total })}</p>
      ) : null}
      <RowTools shown={shown.all} aspects={aspects} hasWords />
      <p className="small soft" role="status">
        {word('register.shown', { shown: shown.all.length, total: rows.length })}
      </p>
      <ListPivot shown={shown.all} aspects={aspects} />
      {shown.all.length === 0 ? <EmptyState>{word('register.empty')}</EmptyState> : null}
      {group ? <GroupBoard sections={shown.sections} group={group} /> : null}
      {!group && shown.all.length > 0 ? <LevelBoard items={shown.all} board={board} /> : null}
    </>
  );
}
