import type { TaskSheet } from '@westgate/contract';
import { MONTHLY_ROLES, type SheetRole, vocabulary } from '@westgate/domain';
import { useId, useState } from 'react';
import { isWordId, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { Select } from '../../../parts/select.tsx';
import { SheetOptions } from './sheet-options.tsx';
import { SheetRows } from './sheet-rows.tsx';
import { columnsAsked, isCut, ofRows, type RowChoice, roleWord, type SheetColumn, type SheetSettings, shownRows } from './view-model.ts';

const STATES = ['new', 'changed', 'same', 'unclear', 'faulty'] as const;

/** Those that are kept, and what finds them: chosen most often. */
const FIRST: readonly SheetRole[] = [
  'task',
  'leader',
  'co-leader',
  'lead',
  'support',
  'due',
  'note',
  'goal',
  'number',
  'section',
  'sentence',
  'id',
];

/** What a column can hold. */
const ROLES: readonly SheetRole[] = [...FIRST, ...vocabulary.SHEET_COLUMNS.filter((role) => !FIRST.includes(role))];

/** A task sheet as it was understood: its counts, how it is read, its rows cell by cell, what was left out. */
export function SheetView({
  sheet,
  settings,
  choice,
  onChoice,
  onSettings,
}: {
  readonly sheet: TaskSheet;
  readonly settings: SheetSettings;
  readonly choice: RowChoice;
  readonly onChoice: (choice: RowChoice) => void;
  readonly onSettings: (settings: SheetSettings) => void;
}) {
  const word = useWords();
  const onlyId = useId();
  const [onlyDifferent, setOnly] = useState(true);
  const rows = shownRows(sheet, onlyDifferent);
  const { counts, rowCount, skipped, notKept, absentCount } = sheet;
  return (
    <>
      <section className="sheet-told" aria-labelledby={`${onlyId}-told`}>
        <h2 id={`${onlyId}-told`}>
          <AsWritten text={sheet.title || sheet.sheet} />
        </h2>
        <p className="sheet-counts">
          <b>{word(ofRows(sheet.reads, 'sheet.count'), { count: rowCount })}</b>
          {STATES.filter((state) => (counts.rows[state] ?? 0) > 0).map((state) => (
            <span key={state} className={`sheet-state ${state}`}>
              {word(`sheet.state.${state}`)} {counts.rows[state]}
            </span>
          ))}
        </p>
        {sheet.isOurs ? <OurSheet sheet={sheet} /> : null}
        {notKept.length > 0 ? (
          <p className="small">
            {word('sheet.notKept')} <AsWritten text={notKept.map(({ head }) => head).join(' · ')} />
          </p>
        ) : null}
        {absentCount > 0 ? <p className="small">{word(ofRows(sheet.reads, 'sheet.absent'), { count: absentCount })}</p> : null}
        {isCut(sheet) ? <p className="small">{word('sheet.cut')}</p> : null}
      </section>
      <SheetOptions sheet={sheet} settings={settings} onSettings={onSettings} />
      <SheetColumns
        reads={sheet.reads}
        columns={sheet.columns}
        asked={columnsAsked(sheet).length}
        settings={settings}
        onSettings={onSettings}
      />
      <section aria-labelledby={`${onlyId}-rows`}>
        <div className="sheet-rows-head">
          <h2 id={`${onlyId}-rows`}>{word('sheet.rows')}</h2>
          {(counts.rows.same ?? 0) > 0 ? (
            <label className="tick-box" htmlFor={onlyId}>
              <input id={onlyId} type="checkbox" checked={onlyDifferent} onChange={(event) => setOnly(event.target.checked)} />
              {word('compare.onlyChanged')}
            </label>
          ) : null}
        </div>
        {rows.length === 0 ? (
          <p className="soft">{word('sheet.nothing')}</p>
        ) : (
          <SheetRows sheet={sheet} rows={rows} settings={settings} choice={choice} onChoice={onChoice} />
        )}
        {skipped.length > 0 ? (
          <details className="small">
            <summary>{word(ofRows(sheet.reads, 'sheet.skipped'), { count: skipped.length })}</summary>
            <ul>
              {skipped.map(({ row, text }) => (
                <li key={row}>
                  {word('sheet.row', { row })} <AsWritten className="soft" text={text} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </section>
    </>
  );
}

/** What was changed in a sheet of this ledger: cells that are read, and cells that could not be. */
function OurSheet({ sheet: { counts, faults, faultCount } }: { readonly sheet: TaskSheet }) {
  const word = useWords();
  const changed = counts.cells.changed ?? 0;
  const since = faults.filter(({ code }) => code === 'changed-meanwhile' || code === 'changed-by-both').length;
  const unread = faultCount - since;
  return (
    <p className="small">
      {changed === 0 && faultCount > 0 ? word('sheet.ours.only') : word('sheet.ours', { count: changed })}
      {unread > 0 ? ` ${word('sheet.ours.unread', { count: unread })}` : null}
      {since > 0 ? ` ${word('sheet.ours.since', { count: since })}` : null}
    </p>
  );
}

/** What each column was taken for, and why; a person may say otherwise. */
function SheetColumns({
  reads,
  columns,
  asked,
  settings,
  onSettings,
}: {
  readonly reads: TaskSheet['reads'];
  readonly columns: readonly SheetColumn[];
  /** How many of them a person is asked about. */
  readonly asked: number;
  readonly settings: SheetSettings;
  readonly onSettings: (settings: SheetSettings) => void;
}) {
  const word = useWords();
  const prefix = useId();
  const headed = columns.filter(({ head }) => head !== '');
  return (
    <details className="sheet-columns" open={asked > 0 || headed.every(({ role }) => role !== 'task' && role !== 'monthly-project')}>
      <summary>
        {word('sheet.columns', { known: headed.filter(({ role }) => role !== null).length, count: headed.length })}
        {asked > 0 ? <b> {word('sheet.columns.ask', { count: asked })}</b> : null}
      </summary>
      <ul>
        {headed.map(({ letters, head, role, rule, proposed, unit }) => {
          const id = `${prefix}-${letters}`;
          const because = `sheet.rule.column.${rule}`;
          return (
            <li key={letters} className="form-field">
              <label htmlFor={id}>
                <small>{letters}</small> <AsWritten text={unit && !head.includes(unit) ? `${head} (${unit})` : head} />
              </label>
              <Select
                id={id}
                value={role}
                options={(reads === 'monthly' ? MONTHLY_ROLES : ROLES).map((each) => [each, word(roleWord(each))])}
                none={word('sheet.role.none')}
                onChoose={(id) => onSettings({ ...settings, isOpen: false, reads, columns: new Map([...settings.columns, [head, id]]) })}
              />
              <small>
                {isWordId(because) ? word(because) : rule}
                {proposed === null ? null : ` · ${word('sheet.columns.maybe', { role: word(roleWord(proposed)) })}`}
              </small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
