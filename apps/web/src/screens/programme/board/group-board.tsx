import { readShut } from '@westgate/base';
import type { ListColumn } from '@westgate/contract';
import { GroupButton } from '../../../list/group-button.tsx';
import type { ListModel } from '../../../list/list-model.ts';
import { useSayHead, useSayKey } from '../../../list/use-say-cell.ts';
import { useView } from '../../../scope/use-view.ts';
import type { BoardItem } from './level-model.ts';
import { ProjectCards } from './project-cards.tsx';

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
