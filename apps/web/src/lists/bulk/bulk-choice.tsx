import { useState } from 'react';
import { useWhichMayChange } from '../../frame/may-change.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { type BulkNoun, type BulkRow, MOST_TOGETHER } from './bulk-model.ts';

/** Which rows may be ticked, and which are, by id. */
export interface Choice {
  readonly may: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Of the rows that a list shows those that whoever sits here may change together, and which of them are ticked; none where `noun` is null. */
export function useChoice(noun: BulkNoun | null, shown: readonly BulkRow[]): Choice & { readonly rows: readonly BulkRow[] } {
  const mayChange = useWhichMayChange('edit');
  const [ticked, setTicked] = useState(NONE);
  const choose = (chosen: ReadonlySet<string>): void => setTicked(new Set([...chosen].slice(0, MOST_TOGETHER)));
  const rows = shown.filter(({ held }) => noun !== null && held !== null && mayChange([held.answers]));
  const may = new Set(rows.map(({ id }) => id));
  return { rows, may, chosen: new Set([...ticked].filter((id) => may.has(id))), choose };
}

/** Ticks all that fit and may be changed, on whatever page and in whatever group, as many as one deed can change; a second press none. */
export function ChooseAll({ may, chosen, choose }: Choice) {
  const word = useWords();
  if (may.size === 0) return null;
  const most = Math.min(may.size, MOST_TOGETHER);
  return (
    <label className="bulk-all bulk-tick small">
      <input type="checkbox" checked={chosen.size === most} onChange={({ target }) => choose(target.checked ? may : NONE)} />{' '}
      {most < may.size ? word('bulk.first', { count: most, of: may.size }) : word('bulk.all', { count: most })}
    </label>
  );
}

/** The head over the ticks. */
export function TickHead() {
  const word = useWords();
  return (
    <th scope="col" className="bulk-tick">
      <span className="unseen">{word('bulk.tick')}</span>
    </th>
  );
}

/** The tick of a row; an empty cell where the row may not be changed. */
export function Tick({ row: { id, name }, may, chosen, choose }: Choice & { readonly row: Pick<BulkRow, 'id' | 'name'> }) {
  const word = useWords();
  const say = useSay();
  if (!may.has(id)) return <td className="bulk-tick" />;
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
