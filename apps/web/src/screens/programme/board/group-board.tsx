import { readShut } from '@westgate/base';
import type { ListColumn } from '@westgate/contract';
import { GroupButton } from '../../../list/list-counts.tsx';
import type { ListModel } from '../../../list/list-model.ts';
import { useSayHead, useSayKey } from '../../../list/use-say-cell.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useView } from '../../../scope/use-view.ts';
import { BlockLine } from './gate-box.tsx';
import type { BoardItem } from './level-model.ts';

/** The projects of the list under the values of the column that it is grouped by; a group is shut by its head. `cards`: by their ids. */
export function GroupBoard({
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
