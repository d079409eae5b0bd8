import { useSay, useWords } from '../../messages/words.ts';
import type { BulkRow } from './bulk-model.ts';

/** Which rows are ticked, by id. */
export interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
}

/** Ticks all that fit, on whatever page and in whatever group; a second press none. */
export function ChooseAll({ rows, chosen, choose }: Choice & { readonly rows: readonly Pick<BulkRow, 'id'>[] }) {
  const word = useWords();
  return (
    <label className="bulk-all bulk-tick small">
      <input
        type="checkbox"
        checked={rows.every(({ id }) => chosen.has(id))}
        onChange={({ target }) => choose(new Set(target.checked ? rows.map(({ id }) => id) : []))}
      />{' '}
      {word('bulk.all', { count: rows.length })}
    </label>
  );
}

/** The head over the ticks. */
export function TickHead() {
  const word = useWords();
  return (
    <th scope="col">
      <span className="unseen">{word('bulk.tick')}</span>
    </th>
  );
}

/** The tick of a row. */
export function Tick({ row: { id, name }, chosen, choose }: Choice & { readonly row: Pick<BulkRow, 'id' | 'name'> }) {
  const word = useWords();
  const say = useSay();
  return (
    <td className="bulk-tick">
      <input
        type="checkbox"
        aria-label={word('bulk.choose', { name: say(name) || id })}
        checked={chosen.has(id)}
        onChange={() => choose(toggled(chosen, id))}
      />
    </td>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(chosen);
  if (!after.delete(id)) after.add(id);
  return after;
}
