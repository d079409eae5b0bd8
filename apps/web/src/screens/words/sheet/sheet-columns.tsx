import { vocabulary } from '@westgate/domain';
import { useId } from 'react';
import { isWordId, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import type { SheetColumn, SheetSettings } from './view-model.ts';

type Role = (typeof vocabulary.SHEET_COLUMNS)[number];

/** Those that are kept, and what finds them: chosen most often. */
const FIRST: readonly Role[] = ['task', 'lead', 'support', 'due', 'note', 'goal', 'number', 'section', 'sentence', 'id'];
/** What a column can hold. */
const ROLES: readonly Role[] = [...FIRST, ...vocabulary.SHEET_COLUMNS.filter((role) => !FIRST.includes(role))];

/** What each column was taken for, and why; a person may say otherwise. */
export function SheetColumns({
  columns,
  settings,
  onSettings,
}: {
  readonly columns: readonly SheetColumn[];
  readonly settings: SheetSettings;
  readonly onSettings: (settings: SheetSettings) => void;
}) {
  const word = useWords();
  const prefix = useId();
  const headed = columns.filter(({ head }) => head !== '');
  return (
    <details className="sheet-columns" open={headed.every(({ role }) => role !== 'task')}>
      <summary>{word('sheet.columns', { known: headed.filter(({ role }) => role !== null).length, count: headed.length })}</summary>
      <ul>
        {headed.map(({ letters, head, role, rule, unit }) => {
          const id = `${prefix}-${letters}`;
          const because = `sheet.rule.column.${rule}`;
          return (
            <li key={letters} className="form-field">
              <label htmlFor={id}>
                <small>{letters}</small> <AsWritten text={unit && !head.includes(unit) ? `${head} (${unit})` : head} />
              </label>
              <select
                id={id}
                className="field"
                value={role ?? ''}
                onChange={(event) => {
                  const chosen = ROLES.find((each) => each === event.target.value) ?? null;
                  onSettings({ ...settings, columns: new Map([...settings.columns, [head, chosen]]) });
                }}
              >
                <option value="">{word('sheet.role.none')}</option>
                {ROLES.map((each) => (
                  <option key={each} value={each}>
                    {word(`sheet.role.${each}`)}
                  </option>
                ))}
              </select>
              <small>{isWordId(because) ? word(because) : rule}</small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
