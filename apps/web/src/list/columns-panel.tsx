import { columnsNamed } from '@westgate/domain';
import { useWords } from '../messages/words.ts';
import { Button } from '../parts/button.tsx';
import { Select } from '../parts/select.tsx';
import { useSetView, useView } from '../scope/use-view.ts';
import { idsIn } from './list-address.ts';
import type { ListModel } from './list-model.ts';
import type { List } from './use-list.ts';
import { useSayHead } from './use-say-cell.ts';

/** Which columns a list shows, in which order, which are added up, and how many of the first stay in view; kept in the address, and with it in a view. */
export function ColumnsPanel({ list, model }: { readonly list: List; readonly model: ListModel }) {
  const word = useWords();
  const sayHead = useSayHead();
  const setView = useSetView();
  const { frozen } = useView();
  // As the address says, which may not have been answered yet.
  const chosen = list.asked.columns === undefined ? model.shown : columnsNamed(model.columns, idsIn(list.asked.columns));
  const shown = chosen.map(({ id }) => id);
  const summed = idsIn(list.shape.sum);
  const put = (ids: readonly string[]): void => {
    setView({ columns: ids.join(',') }, { replace: true });
  };
  const moved = (id: string, by: -1 | 1): readonly string[] => {
    const from = shown.indexOf(id);
    const others = shown.filter((each) => each !== id);
    return [...others.slice(0, from + by), id, ...others.slice(from + by)];
  };
  const rest = model.columns.filter(({ id }) => !shown.includes(id));
  return (
    <section className="columns-panel" aria-label={word('list.columnsTitle')}>
      <h3>{word('list.columnsTitle')}</h3>
      <ul>
        {[...chosen, ...rest].map((column) => {
          const at = shown.indexOf(column.id);
          const head = sayHead(column);
          return (
            <li key={column.id}>
              <label className="tick small">
                <input
                  type="checkbox"
                  checked={at >= 0}
                  disabled={at >= 0 && shown.length === 1}
                  onChange={({ target }) => put(target.checked ? [...shown, column.id] : shown.filter((id) => id !== column.id))}
                />{' '}
                {head}
              </label>
              <span className="spring" />
              {column.sums ? (
                <Button
                  look="plain"
                  name={word('list.sumUp')}
                  of={word('list.addUp', { head })}
                  aria-pressed={summed.includes(column.id)}
                  onClick={() =>
                    setView(
                      {
                        sum:
                          (summed.includes(column.id) ? summed.filter((id) => id !== column.id) : [...summed, column.id]).join(',') ||
                          list.none.sum,
                      },
                      { replace: true },
                    )
                  }
                />
              ) : null}
              {at > 0 ? (
                <button type="button" className="button plain" onClick={() => put(moved(column.id, -1))}>
                  ↑<span className="unseen"> {word('list.earlier', { head })}</span>
                </button>
              ) : null}
              {at >= 0 && at < shown.length - 1 ? (
                <button type="button" className="button plain" onClick={() => put(moved(column.id, 1))}>
                  ↓<span className="unseen"> {word('list.later', { head })}</span>
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p className="row small">
        <label>
          {word('list.frozen')}{' '}
          <Select
            value={frozen}
            options={['0', '1', '2', '3', '4'].map((count) => [count, count])}
            none={word('list.frozenNames')}
            onChoose={(id) => setView({ frozen: id ?? undefined }, { replace: true })}
          />
        </label>
        <Button
          look="plain"
          name={word('list.asAtFirst')}
          onClick={() => setView({ columns: undefined, frozen: undefined, sum: undefined }, { replace: true })}
        />
      </p>
    </section>
  );
}
