import { Link } from '@tanstack/react-router';
import { readShut } from '@westgate/base';
import type { ListColumn } from '@westgate/contract';
import { useGateBoard } from '../../../api/questions.ts';
import { GroupButton } from '../../../list/list-counts.tsx';
import type { ListModel } from '../../../list/list-model.ts';
import { RecordList } from '../../../list/record-list.tsx';
import type { List } from '../../../list/use-list.ts';
import { useSayHead, useSayKey } from '../../../list/use-say-cell.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Button } from '../../../parts/button.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { SavedViews } from '../../../views/saved-views.tsx';
import { BlockLine } from './gate-box.tsx';
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
          <Link to="/register" search={{ noun: 'meeting' }} className="button plain">
            {word('nouns.meeting')}
          </Link>
          <Link to="/register" search={{ noun: 'dual_use_asset' }} className="button plain">
            {word('nouns.dual_use_asset')}
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

/** The projects of the list under the values of the column that it is grouped by; a group is shut by its head. `cards`: by their ids. */
function GroupBoard({
  model,
  group,
  cards,
}: {
  readonly model: ListModel;
  readonly group: ListColumn;
  readonly cards: ReadonlyMap<string, BoardItem>;
}) {
  const sayHead = useSayHead();
  const sayKey = useSayKey();
  const { isShut } = readShut(useView().shut);
  return (
    <section className="board-band" aria-label={sayHead(group)}>
      <ol className="board-columns">
        {(model.groups ?? []).map(({ key, name, count }) => (
          <li key={key}>
            <h3>
              <GroupButton group={key} said={sayKey(group, key, name)} count={count} />
            </h3>
            {isShut(key) ? null : (
              <ProjectCards items={model.rows.filter((row) => row.group === key).flatMap(({ id }) => cards.get(id) ?? [])} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Projects of a column of the board, each with its lead and what is missing. */
function ProjectCards({ items }: { readonly items: readonly BoardItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item.project.id}>
          <ThingLink thing={item.project} />
          <small className="block">
            <BlockLine item={item} />
            <BoardLine item={item} />
          </small>
        </li>
      ))}
    </ul>
  );
}

function BoardLine({ item }: { readonly item: BoardItem }) {
  const word = useWords();
  const say = useSay();
  const lead = item.lead ? say(item.lead.name) : word('board.noLead');
  if (item.admission === 'refused') return `${lead} · ${word('board.refused')}`;
  if (item.open === null) return lead;
  if (item.passed === 0 && item.reopened === 0) return `${lead} · ${word('board.nothing')}`;
  const missing = item.missing === null ? word('board.missingUnknown') : word('board.missing', { count: item.missing });
  const reopened = item.why.includes('reopened') ? `⤴ ${word('why.reopened')} · ` : '';
  const unsourced = item.why.includes('unsourced') ? `≠ ${word('why.unsourced')} · ` : '';
  return `${lead} · ${reopened}${unsourced}${missing}`;
}
