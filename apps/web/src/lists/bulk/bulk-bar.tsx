import type { Language } from '@westgate/base';
import { useState } from 'react';
import { useEdits } from '../../api/edits.ts';
import { useTypingLanguage } from '../../frame/use-typing-language.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { UndoButton } from '../../parts/undo-button.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { WhyNot } from '../../parts/why-not.tsx';
import { WriteProgress } from '../../parts/write-progress.tsx';
import { ColumnValue } from '../../record/form/column-value.tsx';
import { useFieldWord } from '../../record/form/field-words.ts';
import { useSayColumn } from '../../record/form/use-say-column.ts';
import type { Choice } from './bulk-choice.tsx';
import {
  BULK_COLUMNS,
  type BulkColumn,
  type BulkNoun,
  type BulkRow,
  basisWords,
  changesOf,
  editsOf,
  mayBeEmpty,
  wordsOf,
} from './bulk-model.ts';

/** Changes that are shown before they are made. */
const SHOWN = 8;

/** Changes one column of several records as one deed: what would change is shown first, and one undo takes it back. */
export function BulkBar({
  noun,
  rows,
  chosen,
  choose,
}: Pick<Choice, 'chosen' | 'choose'> & { readonly noun: BulkNoun; readonly rows: readonly BulkRow[] }) {
  const word = useWords();
  const say = useSay();
  const kind = wordsOf(noun);
  const fieldWord = useFieldWord(kind);
  const sayValue = useSayColumn(kind);
  const edits = useEdits();
  const [column, setColumn] = useState<BulkColumn>(BULK_COLUMNS[noun][0]);
  const [value, setValue] = useState('');
  const [basis, setBasis] = useState('');
  const language = useTypingLanguage();
  const words = basisWords(kind, column);
  const isAwaited = value === '' && !mayBeEmpty(noun, column);
  const changes = isAwaited ? [] : changesOf(rows, chosen, column, value);
  if (chosen.size === 0 && !edits.data)
    return rows.length > 0 ? (
      <p className="small soft bulk-hint">
        {noun === 'any' ? word('bulk.hint.any') : word('bulk.hint', { column: fieldWord(BULK_COLUMNS[noun][0]) })}
      </p>
    ) : null;
  if (edits.data)
    return (
      <p className="bulk-bar row small" role="status">
        ✓ {word('bulk.done', { count: edits.data.records.length })} <UndoButton seq={edits.data.seq} />
        <button type="button" className="button plain" onClick={() => edits.reset()}>
          {word('close')}
        </button>
      </p>
    );
  return (
    <section className="bulk-bar" aria-labelledby="bulk">
      <h2 id="bulk">{word('bulk.title', { count: chosen.size })}</h2>
      <div className="row">
        <label className="small">
          {word('bulk.column')}{' '}
          <select
            className="field"
            value={column}
            onChange={({ target }) => {
              setColumn(BULK_COLUMNS[noun].find((each) => each === target.value) ?? BULK_COLUMNS[noun][0]);
              setValue('');
            }}
          >
            {BULK_COLUMNS[noun].map((each) => (
              <option key={each} value={each}>
                {fieldWord(each)}
              </option>
            ))}
          </select>
        </label>
        <span className="small">
          {word('bulk.value')}{' '}
          <ColumnValue className="field" kind={kind} column={column} value={value} onValue={setValue} label={word('bulk.value')} />
        </span>
        {words === null ? null : (
          <label className="small">
            {word('bulk.basis')}{' '}
            <input
              className="field"
              value={basis}
              maxLength={500}
              onChange={({ target }) => setBasis(target.value)}
              title={word('bulk.basisHint')}
            />
          </label>
        )}
        <ActButton
          name={word('bulk.act', { count: changes.length })}
          className="button"
          isBusy={edits.isPending || changes.length === 0}
          onAct={(who) =>
            edits.mutate(
              { who, reason: '', key: crypto.randomUUID(), edits: editsOf(column, changes, basisSaid(words, basis, language)) },
              {
                onSuccess: () => {
                  choose(new Set());
                  setBasis('');
                },
              },
            )
          }
        />
      </div>
      <WriteProgress write={edits} said={word('bulk.going', { count: changes.length })} />
      {changes.length === 0 ? <p className="small soft">{word(isAwaited ? 'bulk.pick' : 'bulk.nothing')}</p> : null}
      <ul className="bulk-preview small">
        {changes.slice(0, SHOWN).map(({ row, before, after }) => (
          <li key={row.id}>
            <span>{say(row.name)}</span>
            <span>
              {before === null ? <Unknown /> : <del>{sayValue(column, before)}</del>} →{' '}
              {after === null ? word('bulk.empty') : <ins>{sayValue(column, after)}</ins>}
            </span>
          </li>
        ))}
      </ul>
      {changes.length > SHOWN ? <p className="small soft">{word('bulk.more', { count: changes.length - SHOWN })}</p> : null}
      <WhyNot said="bulk.failed" error={edits.error} />
    </section>
  );
}

/** Where the new values come from, in the language it was typed in; nothing where nothing was typed. */
function basisSaid(words: string | null, basis: string, language: Language): Readonly<Record<string, string>> {
  return words === null || basis.trim() === '' ? {} : { [`${words}_${language}`]: basis.trim() };
}
