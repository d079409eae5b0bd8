import type { Edit, PublicityRow } from '@westgate/contract';
import { useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import { useWhichMayChange } from '../../frame/may-change.ts';
import { MOST_TOGETHER } from '../../list/changes.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { UndoButton } from '../../parts/undo-button.tsx';
import { WhyNot } from '../../parts/why-not.tsx';
import { WriteProgress } from '../../parts/write-progress.tsx';
import { ColumnValue } from '../../record/form/column-value.tsx';
import { useSayColumn } from '../../record/form/use-say-column.ts';
import { idOf } from './standings.ts';

/** Changes that are shown before they are made. */
const SHOWN = 8;
const NONE: ReadonlySet<string> = new Set();

/** Which records may be ticked, in the order of the list, and which are, by id. */
export interface Choice {
  readonly may: ReadonlyMap<string, PublicityRow>;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (chosen: ReadonlySet<string>) => void;
}

/** Of the records that are listed those whose visibility whoever sits here may change, and which of them are ticked. */
export function useChoice(rows: readonly PublicityRow[]): Choice {
  const mayChange = useWhichMayChange('edit');
  const [ticked, setTicked] = useState(NONE);
  const may = new Map(
    rows.filter(({ visibility, department }) => visibility !== null && mayChange([department])).map((row) => [idOf(row), row]),
  );
  return {
    may,
    chosen: new Set([...ticked].filter((id) => may.has(id))),
    choose: (chosen) => setTicked(new Set([...chosen].slice(0, MOST_TOGETHER))),
  };
}

type Chosen = Pick<Choice, 'may' | 'chosen'>;

/** The chosen records that are of another visibility; none while there is none to give. */
function changedBy({ may, chosen }: Chosen, visibility: string): readonly PublicityRow[] {
  if (visibility === '') return [];
  return [...chosen].flatMap((id) => may.get(id) ?? []).filter((row) => row.visibility !== visibility);
}

/** The edits that give them that visibility, each on the record as it was read. */
export function visibilityEdits(choice: Chosen, visibility: string): readonly Edit[] {
  return changedBy(choice, visibility).map(({ kind, id, rev }) => ({
    action: 'revise',
    table: kind,
    key: id,
    rev,
    fields: { visibility },
  }));
}

/** Gives the chosen records, of whatever kinds, one visibility as one deed: what would change is shown first, and one undo takes it back. */
export function VisibilityBar({ may, chosen, choose }: Choice) {
  const word = useWords();
  const say = useSay();
  const sayValue = useSayColumn('project');
  const edits = useEdits();
  const [value, setValue] = useState('');
  if (edits.data)
    return (
      <p className="bulk-bar row small" role="status">
        ✓ {word('bulk.done', { count: edits.data.records.length })} <UndoButton seq={edits.data.seq} />
        <button type="button" className="button plain" onClick={() => edits.reset()}>
          {word('close')}
        </button>
      </p>
    );
  if (chosen.size === 0) return may.size > 0 ? <p className="small soft bulk-hint">{word('bulk.hint.any')}</p> : null;
  const changed = changedBy({ may, chosen }, value);
  return (
    <section className="bulk-bar" aria-labelledby="bulk">
      <h2 id="bulk">{word('bulk.title', { count: chosen.size })}</h2>
      <div className="row">
        <span className="small">
          {word('publish.own')}{' '}
          <ColumnValue className="field" kind="project" column="visibility" value={value} onValue={setValue} label={word('bulk.value')} />
        </span>
        <ActButton
          name={word('bulk.act', { count: changed.length })}
          className="button"
          isBusy={edits.isPending || changed.length === 0}
          onAct={(who) =>
            edits.mutate(
              { who, reason: '', key: crypto.randomUUID(), edits: [...visibilityEdits({ may, chosen }, value)] },
              { onSuccess: () => choose(NONE) },
            )
          }
        />
      </div>
      <WriteProgress write={edits} said={word('bulk.going', { count: changed.length })} />
      {changed.length === 0 ? <p className="small soft">{word(value === '' ? 'bulk.pick' : 'bulk.nothing')}</p> : null}
      <ul className="bulk-preview small">
        {changed.slice(0, SHOWN).map((row) => (
          <li key={idOf(row)}>
            <span>{say(row.name)}</span>
            <span>
              <del>{sayValue('visibility', row.visibility ?? '')}</del> → <ins>{sayValue('visibility', value)}</ins>
            </span>
          </li>
        ))}
      </ul>
      {changed.length > SHOWN ? <p className="small soft">{word('bulk.more', { count: changed.length - SHOWN })}</p> : null}
      <WhyNot said="bulk.failed" error={edits.error} />
    </section>
  );
}

/** Ticks all that are listed and may be changed, on whatever page, as many as one deed can change; a second press none. */
export function ChooseAll({ may, chosen, choose }: Choice) {
  const word = useWords();
  if (may.size === 0) return null;
  const most = Math.min(may.size, MOST_TOGETHER);
  return (
    <label className="bulk-all bulk-tick small">
      <input
        type="checkbox"
        checked={chosen.size === most}
        onChange={({ target }) => choose(target.checked ? new Set(may.keys()) : NONE)}
      />{' '}
      {most < may.size ? word('bulk.first', { count: most, of: may.size }) : word('bulk.all', { count: most })}
    </label>
  );
}

/** The tick of a record; an empty cell where it may not be changed. */
export function Tick({ row, may, chosen, choose }: Choice & { readonly row: PublicityRow }) {
  const word = useWords();
  const say = useSay();
  const id = idOf(row);
  if (!may.has(id)) return null;
  const toggled = new Set(chosen);
  if (!toggled.delete(id)) toggled.add(id);
  return (
    <input
      type="checkbox"
      aria-label={word('bulk.choose', { name: say(row.name) || id })}
      checked={chosen.has(id)}
      onChange={() => choose(toggled)}
    />
  );
}
