import { Link } from '@tanstack/react-router';
import { useGateBoard } from '../../../api/questions.ts';
import type { ListModel } from '../../../list/list-model.ts';
import { RecordList } from '../../../list/record-list.tsx';
import type { List } from '../../../list/use-list.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { SavedViews } from '../../../views/saved-views.tsx';
import { GroupBoard } from './group-board.tsx';
import { LevelBoard } from './level-board.tsx';
import type { BoardItem } from './level-model.ts';

/** All projects by the gate they stand at, or by another column: one list, as a board or as a table. */
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
          <Button name={word('board.board')} aria-pressed={!isTable} onClick={() => setView({ view: undefined })} />
          <Button name={word('board.table')} aria-pressed={isTable} onClick={() => setView({ view: 'table' })} />
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
        <RecordList
          name="programme"
          caption={word('screen.programme')}
          empty={word('board.none')}
          picture={isTable ? undefined : (model, list) => <Picture model={model} list={list} />}
        />
      </div>
    </div>
  );
}

/** The projects of the list as cards: under the values of what they are grouped by, else under their levels and gates. */
function Picture({ model, list: { asked } }: { readonly model: ListModel; readonly list: List }) {
  const board = useGateBoard();
  const group = model.columns.find(({ id }) => id === asked.group);
  return (
    <Await query={board}>
      {(found) => {
        const cards = new Map(found.items.map((item): [string, BoardItem] => [item.project.id, item]));
        return group ? (
          <GroupBoard model={model} group={group} cards={cards} />
        ) : (
          <LevelBoard items={model.rows.flatMap(({ id }) => cards.get(id) ?? [])} board={found} />
        );
      }}
    </Await>
  );
}
